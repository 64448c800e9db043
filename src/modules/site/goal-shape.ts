import { z } from 'zod'
import { dutyRecord, dutyShape, type Reader, type SdgPage, type SdgRow } from '#modules/mandates/index.ts'
import { mentionRecord, mentionShape, namesOf, namesShape, nodeRecord, nodeShape } from './framework-shape.ts'

/** A goal in the list, with how many duties name it by its number or title. */
export const goalRowShape = nodeShape.extend({
  number: z.int().min(1).max(17),
  color: z.string(),
  duties: z.int().nonnegative(),
  provisions: z.int().nonnegative(),
  targets: z.int().nonnegative(),
})

export type GoalRow = z.infer<typeof goalRowShape>

export const goalRow = (reader: Reader, goal: SdgRow): GoalRow => ({
  ...nodeRecord(reader, goal),
  number: goal.number,
  color: goal.color,
  duties: goal.duties,
  provisions: goal.provisions,
  targets: goal.targets,
})

export const goalShape = goalRowShape.extend({
  names: namesShape,
  validTo: z.int().nullable(),
  targetList: z.array(nodeShape),
  dutiesNaming: z.array(dutyShape),
  mentions: z.array(mentionShape),
  /** Duties that name the goals or the 2030 Agenda at all. */
  dutiesNamingAny: z.int().nonnegative(),
})

export type GoalRecord = z.infer<typeof goalShape>

export const goalRecord = (reader: Reader, goal: SdgPage): GoalRecord => ({
  ...goalRow(reader, goal),
  names: namesOf(reader, goal),
  validTo: goal.validTo,
  targetList: goal.targetList.map((target) => nodeRecord(reader, target)),
  dutiesNaming: goal.list.map((duty) => dutyRecord(reader, duty)),
  mentions: goal.mentions.map((place) => mentionRecord(reader, place)),
  dutiesNamingAny: goal.naming,
})

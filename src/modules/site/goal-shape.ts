import { z } from 'zod'
import type { FrameworkNode } from '#modules/frameworks/index.ts'
import { dutyRecord, dutyShape, type Reader, type SdgPage, type SdgRow } from '#modules/mandates/index.ts'
import { namesOf, namesShape, nodeRecord, nodeShape } from './framework-shape.ts'

/** A goal in the list, with how many duties name it by its number or title. */
export const goalRowShape = nodeShape.extend({
  number: z.int().min(1).max(17),
  color: z.string(),
  duties: z.int().nonnegative(),
})

export type GoalRow = z.infer<typeof goalRowShape>

export const goalRow = (reader: Reader, goal: SdgRow): GoalRow => ({
  ...nodeRecord(reader, goal),
  number: goal.number,
  color: goal.color,
  duties: goal.duties,
})

export const goalShape = goalRowShape.extend({
  names: namesShape,
  validTo: z.int().nullable(),
  targets: z.array(nodeShape),
  dutiesNaming: z.array(dutyShape),
})

export type GoalRecord = z.infer<typeof goalShape>

export const goalRecord = (reader: Reader, goal: SdgPage): GoalRecord => ({
  ...goalRow(reader, { ...goal, duties: goal.duties.length }),
  names: namesOf(reader, goal),
  validTo: goal.validTo,
  targets: goal.targets.map((target: FrameworkNode) => nodeRecord(reader, target)),
  dutiesNaming: goal.duties.map((duty) => dutyRecord(reader, duty)),
})

import { z } from 'zod'
import { publicHolderShape, type PublicHolder } from '#modules/accounts/index.ts'
import {
  dutyRecord,
  dutyShape,
  party,
  partyShape,
  said,
  saidShape,
  type ActionLinePage,
  type ActionLineRow,
  type Reader,
} from '#modules/mandates/index.ts'
import { linePlanShape, type LinePlan } from '#modules/plans/index.ts'
import { holdingShape, type Holding } from '#platform/web/holdings.ts'
import { mentionRecord, mentionShape, namesOf, namesShape, nodeRecord, nodeShape } from './framework-shape.ts'

const facilitatorsShape = z.object({
  lead: z.array(partyShape),
  co: z.array(partyShape),
  /** How sure it is: there is no single official list. */
  confidence: z.string(),
})

export const lineRowShape = nodeShape.extend({
  short: saidShape.nullable(),
  parent: z.string().nullable(),
  umbrella: z.boolean(),
  facilitators: facilitatorsShape,
  duties: z.int().nonnegative(),
  provisions: z.int().nonnegative(),
})

export type LineRow = z.infer<typeof lineRowShape>

export const lineShape = lineRowShape.extend({
  description: saidShape.nullable(),
  names: namesShape,
  /** The fields of the umbrella C7; of a field, the umbrella. */
  related: z.array(nodeShape),
  /** Objectives of the Global Digital Compact, each with whose word the link rests on. */
  objectives: z.array(nodeShape.extend({ basis: z.enum(['official', 'own-analysis']) })),
  dutiesNaming: z.array(dutyShape),
  mentions: z.array(mentionShape),
  /** People who facilitate the line, as far as they agreed to be named. */
  people: z.array(publicHolderShape),
  /** Road maps of the line that the reader sees, the last to end first. */
  plans: z.array(linePlanShape),
  /** What is planned for it in any plan, the next deadline first. */
  held: z.array(holdingShape),
})

export type LineRecord = z.infer<typeof lineShape>

export const lineRow = (reader: Reader, line: ActionLineRow): LineRow => ({
  ...nodeRecord(reader, line),
  short: said(reader, line.short),
  parent: line.parent,
  umbrella: line.umbrella,
  facilitators: {
    lead: line.facilitators.lead.map((id) => bodyOf(reader, id)),
    co: line.facilitators.co.map((id) => bodyOf(reader, id)),
    confidence: line.facilitators.confidence,
  },
  duties: line.duties,
  provisions: line.provisions,
})

export const lineRecord = (
  reader: Reader,
  line: ActionLinePage,
  { people, plans, held }: { people: PublicHolder[]; plans: LinePlan[]; held: Holding[] },
): LineRecord => ({
  ...lineRow(reader, line),
  description: said(reader, line.description),
  names: namesOf(reader, line),
  related: line.related.map((one) => nodeRecord(reader, one)),
  objectives: line.objectives.map((one) => ({ ...nodeRecord(reader, one), basis: one.basis })),
  dutiesNaming: line.list.map((duty) => dutyRecord(reader, duty)),
  mentions: line.mentions.map((place) => mentionRecord(reader, place)),
  people,
  plans,
  held,
})

function bodyOf(reader: Reader, id: string) {
  const known = reader.bodies.get(id)
  return known === undefined ? { id: null, acronym: id, name: null } : party(reader, known)
}

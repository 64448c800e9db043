import { z } from 'zod'
import type { ActionLine } from '#modules/frameworks/index.ts'
import {
  dutyRecord,
  dutyShape,
  party,
  partyShape,
  revisionRef,
  revisionRefShape,
  said,
  saidShape,
  type ActionLinePage,
  type Reader,
} from '#modules/mandates/index.ts'
import { namesOf, namesShape, nodeRecord, nodeShape } from './framework-shape.ts'

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
  fields: z.array(nodeShape),
  /** Objectives of the Global Digital Compact, linked by this platform's own analysis. */
  objectives: z.array(nodeShape),
  dutiesNaming: z.array(dutyShape),
  preamble: z.array(z.object({ revision: revisionRefShape, address: z.string() })),
})

export type LineRecord = z.infer<typeof lineShape>

export const lineRow = (
  reader: Reader,
  line: ActionLine & { duties: number; provisions: number },
): LineRow => ({
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

export const lineRecord = (reader: Reader, line: ActionLinePage): LineRecord => ({
  ...lineRow(reader, { ...line, duties: line.duties.length }),
  description: said(reader, line.description),
  names: namesOf(reader, line),
  fields: line.sub.map((one) => nodeRecord(reader, one)),
  objectives: line.objectives.map((one) => nodeRecord(reader, one)),
  dutiesNaming: line.duties.map((duty) => dutyRecord(reader, duty)),
  preamble: line.preamble.map(({ revision, address }) => ({
    revision: revisionRef(reader, revision),
    address,
  })),
})

function bodyOf(reader: Reader, id: string) {
  const known = reader.bodies.get(id)
  return known === undefined ? { id: null, acronym: id, name: null } : party(reader, known)
}

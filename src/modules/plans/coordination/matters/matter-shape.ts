import { z } from 'zod'
import { partyShape } from '#modules/mandates/index.ts'
import { may } from '#platform/access/rights.ts'
import { openSteps } from '#platform/access/workflow.ts'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { coded, codedShape, saidShape, type Said } from '#platform/web/shapes.ts'
import { itemShape } from '../../item-shape.ts'
import { bodyRef, saidOrNull, type PlanReader } from '../../plan-names.ts'
import {
  isLate,
  matterKinds,
  matterStates,
  matterThing,
  matterVisibilities,
  type MatterKind,
  type MatterState,
  type MatterVisibility,
} from './matter.ts'
import type { MatterRead } from './matter-queries.ts'
import { matterRights } from './matter-rights.ts'
import { matterSteps, matterWorkflow, type MatterStep } from './matter-workflow.ts'

/** A matter in the list of the task force. */
export const matterRowShape = z.object({
  id: z.string(),
  kind: codedShape(matterKinds),
  state: codedShape(matterStates),
  title: saidShape,
  /** The body from which it comes. */
  origin: partyShape,
  decidedOn: z.iso.date(),
  /** The body that takes care of it. */
  carer: partyShape.nullable(),
  dueOn: z.iso.date().nullable(),
  /** Whether its day has passed and it is not done. */
  late: z.boolean(),
  visibility: codedShape(matterVisibilities),
  changedAt: z.iso.datetime(),
  example: z.boolean(),
})

export type MatterRow = z.infer<typeof matterRowShape>

const acts = ['edit', 'report'] as const

export const matterShape = matterRowShape.extend({
  text: saidShape.nullable(),
  outcome: saidShape.nullable(),
  /** Why it was closed without action. */
  reason: z.string().nullable(),
  originalLanguage: z.enum(languageCodes),
  /** `within`: the plan of an item. */
  records: z.array(itemShape.shape.records.element.extend({ within: saidShape.nullable() })),
  /** The languages in which people have written it. */
  written: z.array(z.enum(languageCodes)),
  may: z.array(z.enum(acts)),
  steps: z.array(z.enum(matterSteps as [MatterStep, ...MatterStep[]])),
  revision: z.int(),
})

export type MatterRecord = z.infer<typeof matterShape>

export function matterRow(reader: PlanReader, today: string, { matter, words }: MatterRead): MatterRow {
  const { visit } = reader
  return {
    id: matter.id,
    kind: coded(visit, matter.kind, matterKindKeys),
    state: coded(visit, matter.state, matterStateKeys),
    title: matterTitle({ matter, words }),
    origin: bodyRef(reader, matter.origin),
    decidedOn: matter.decidedOn,
    carer: matter.carer === null ? null : bodyRef(reader, matter.carer),
    dueOn: matter.dueOn,
    late: isLate(matter, today),
    visibility: coded(visit, matter.visibility, visibilityKeys),
    changedAt: matter.updatedAt.toISOString(),
    example: matter.isExample,
  }
}

/** A title is never missing: the id stands in where it is. */
export const matterTitle = ({ matter, words }: MatterRead): Said =>
  saidOrNull(words.title) ?? { text: matter.id, language: matter.language }

export const matterRecord = (
  reader: PlanReader,
  today: string,
  read: MatterRead,
  { records, written }: Pick<MatterRecord, 'records' | 'written'>,
): MatterRecord => {
  const { matter, words } = read
  const { actor } = reader.visit
  return {
    ...matterRow(reader, today, read),
    text: saidOrNull(words.text),
    outcome: saidOrNull(words.outcome),
    reason: matter.reason,
    originalLanguage: matter.language,
    records,
    written,
    may: acts.filter((act) => may(matterRights, act, actor, matterThing(matter))),
    steps: openSteps(matterWorkflow, matterRights, actor, matterThing(matter)),
    revision: matter.revision,
  }
}

export const matterKindKeys = {
  decision: 'task-force.matter.decision',
  output: 'task-force.matter.output',
  question: 'task-force.matter.question',
} as const satisfies Record<MatterKind, MessageKey>

export const matterStateKeys = {
  open: 'state.task-force-matter.open',
  'under-way': 'state.task-force-matter.under-way',
  'taken-into-account': 'state.task-force-matter.taken-into-account',
  closed: 'state.task-force-matter.closed',
} as const satisfies Record<MatterState, MessageKey>

export const visibilityKeys = {
  public: 'task-force.matter.public',
  secretariat: 'task-force.matter.internal',
} as const satisfies Record<MatterVisibility, MessageKey>

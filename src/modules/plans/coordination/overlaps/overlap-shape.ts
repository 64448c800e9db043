import { z } from 'zod'
import type { NamedRecord, PartyRecord } from '#modules/mandates/index.ts'
import { may } from '#platform/access/rights.ts'
import { languages, type LanguageCode } from '#platform/languages.ts'
import { shippedThesaurus } from '#platform/search/thesaurus/shipped-thesaurus.ts'
import { coded, codedShape, said } from '#platform/web/shapes.ts'
import { bodyRef, type PlanReader } from '../../plan-names.ts'
import { plannedRecord, plannedShape } from '../whole-shape.ts'
import type { PlannedItem } from '../whole-queries.ts'
import { overlapKinds, type OverlapReason } from './overlap.ts'
import type { PairSeen } from './overlap-queries.ts'
import { overlapRights } from './overlap-rights.ts'
import { overlapStates, overlapSteps, type OverlapStep } from './overlap-workflow.ts'
import { overlapStateKeys } from './decided-shape.ts'
import { overlapThing, pairVersion } from './overlap-thing.ts'

/** Two items of different units that look like one, and what was made of them. */
export const overlapShape = z.object({
  id: z.string(),
  state: codedShape(overlapStates),
  /** Between 0 and 1. */
  score: z.number(),
  /** `values`: the duties, partners, words or concepts that both have. */
  reasons: z.array(codedShape(overlapKinds).extend({ values: z.array(z.string()) })),
  first: plannedShape,
  second: plannedShape,
  /** What was decided last; it stands though it is asked anew. */
  settled: z
    .object({
      state: codedShape(overlapStates),
      at: z.iso.datetime().nullable(),
      reason: z.string().nullable(),
      kept: z.string().nullable(),
    })
    .nullable(),
  askedAnew: z.boolean(),
  steps: z.array(z.enum(overlapSteps as [OverlapStep, ...OverlapStep[]])),
  /** Comes back with a decision. */
  version: z.string(),
})

export type OverlapRecord = z.infer<typeof overlapShape>

/** What the reasons name: records by '<kind> <id>', and organizations. */
export type ReasonNames = {
  records: ReadonlyMap<string, NamedRecord>
  organizations: ReadonlyMap<string, PartyRecord>
}

export function overlapRecord(
  reader: PlanReader,
  names: ReasonNames,
  pair: PairSeen,
  [one, other]: readonly [PlannedItem, PlannedItem],
): OverlapRecord {
  const { visit } = reader
  const { settled } = pair
  const thing = overlapThing(
    pair.state,
    [one, other].map(({ lead, plan }) => ({ lead, plan: plan.plan })),
  )
  return {
    id: pair.id,
    state: coded(visit, pair.state, overlapStateKeys),
    score: pair.score,
    reasons: pair.reasons.map((reason) => ({
      code: reason.kind,
      label: reasonWords(reader, names, reason),
      values: valuesOf(reason),
    })),
    first: plannedRecord(reader, one),
    second: plannedRecord(reader, other),
    settled: settled && {
      state: coded(visit, settled.state, overlapStateKeys),
      at: settled.settledAt?.toISOString() ?? null,
      reason: settled.reason,
      kept: settled.kept,
    },
    askedAnew: pair.isAskedAnew,
    steps: overlapSteps.filter((step) => may(overlapRights, step, visit.actor, thing)),
    version: pairVersion(one.item.revision, other.item.revision, settled?.revision ?? 0),
  }
}

function reasonWords(reader: PlanReader, names: ReasonNames, reason: OverlapReason): string {
  const { t, language } = reader.visit
  const list = (values: readonly string[]) => listIn(language).format(values)
  const records = (kind: string, ids: readonly string[]) =>
    list(ids.map((id) => said(reader.visit, names.records.get(`${kind} ${id}`)?.name ?? {})?.text ?? id))
  if (reason.kind === 'duty') return t('task-force.reason.duty', { duties: records('duty', reason.duties) })
  if (reason.kind === 'provision')
    return t('task-force.reason.provision', { provisions: records('provision', reason.provisions) })
  if (reason.kind === 'text') return t('task-force.reason.text', { words: list(reason.words) })
  if (reason.kind === 'concepts') {
    const { concepts } = shippedThesaurus()
    return t('task-force.reason.concepts', {
      concepts: list(reason.concepts.map((id) => concepts.get(id)?.terms[language][0] ?? id)),
    })
  }
  if (reason.kind === 'partners')
    return t('task-force.reason.partners', {
      partners: list(reason.partners.map((one) => partnerName(reader, names, one))),
    })
  return t(`task-force.reason.${reason.kind}`)
}

const lists = new Map<LanguageCode, Intl.ListFormat>()

/** Made once for each language, since it takes longer to make than to use. */
function listIn(language: LanguageCode): Intl.ListFormat {
  const made = lists.get(language) ?? new Intl.ListFormat(languages[language].tag, { type: 'conjunction' })
  lists.set(language, made)
  return made
}

function partnerName(reader: PlanReader, { organizations }: ReasonNames, partner: string): string {
  const [kind, id = ''] = partner.split(' ')
  const found = kind === 'body' ? bodyRef(reader, id) : organizations.get(id)
  return found?.name?.text ?? found?.acronym ?? id
}

export function valuesOf(reason: OverlapReason): string[] {
  if (reason.kind === 'duty') return reason.duties
  if (reason.kind === 'provision') return reason.provisions
  if (reason.kind === 'text') return reason.words
  if (reason.kind === 'concepts') return reason.concepts
  return reason.kind === 'partners' ? reason.partners : []
}

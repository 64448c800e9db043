import { z } from 'zod'
import { lookOf, namedRecords } from '#modules/mandates/index.ts'
import { permit } from '#platform/access/rights.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import { dayOf } from '#platform/ui/format.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { code, cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf, readCursor, writeCursor } from '#platform/web/listing.ts'
import type { Column, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { organizationsOf } from '../../party-queries.ts'
import type { PlanReader } from '../../plan-names.ts'
import { planReader } from '../../reader-queries.ts'
import { refuseUnknownFilters } from '../../unknown-filters.ts'
import { filtered, type Chosen } from '../filtered.ts'
import { unitsOf } from '../staff.ts'
import { lineWord, unitWord, wordedFacet } from '../task-force-facets.ts'
import { taskForcePaths } from '../task-force-paths.ts'
import { overlapKinds } from './overlap.ts'
import { overlapStateKeys } from './decided-shape.ts'
import { allPairs, itemsOfPairs, pairSeen, type PairSeen } from './overlap-queries.ts'
import { overlapRights } from './overlap-rights.ts'
import { overlapRecord, overlapShape, type OverlapRecord, type ReasonNames } from './overlap-shape.ts'
import { overlapStates } from './overlap-workflow.ts'
import { overlapPage } from './pages/overlap-page.ts'
import { overlapsPage } from './pages/overlaps-page.ts'

const query = z.strictObject({
  state: z.enum(overlapStates).optional(),
  reason: z.enum(overlapKinds).optional(),
  unit: code.optional(),
  'action-line': code.optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

type Query = z.infer<typeof query>

/** Likely duplicates across units, for the staff. */
export function overlapRoutes(site: Site): void {
  site.list({
    path: taskForcePaths.overlaps,
    name: 'task-force-overlaps',
    summary:
      'Items of different units or plans that may be the same, the likeliest first, with the reasons. What was decided is shown where its state is asked for.',
    query,
    row: overlapShape,
    read,
    page: overlapsPage,
    columns,
  })
  site.record({
    path: taskForcePaths.overlap(':pair'),
    name: 'task-force-overlap',
    summary: 'Two items beside each other: what they have in common, and what was made of them.',
    query: z.strictObject({}),
    read: readPair,
    shape: overlapShape,
    page: overlapPage,
  })
}

/** Drafts of all units stand here. */
export const permitStaff = ({ actor }: Pick<Visit, 'actor'>): void =>
  permit(overlapRights, 'see', actor, { state: 'suggested', within: unitsOf(actor) })

const valuesOf = {
  state: ({ state }: PairSeen) => [state],
  reason: ({ reasons }: PairSeen) => reasons.map(({ kind }) => kind),
  unit: ({ units }: PairSeen) => units,
  'action-line': ({ lines }: PairSeen) => lines,
} as const

type Facet = keyof typeof valuesOf

const facets = Object.keys(valuesOf) as Facet[]

/** Each is two items with all that speaks for it. */
const usualPairs = 6

/** The same for all of the staff who may see the same, as long as nothing changes. */
async function read(visit: Visit, asked: Query): Promise<Listing<OverlapRecord>> {
  permitStaff(visit)
  refuseUnknownFilters(await planReader(visit), asked)
  const { db, language, actor, now } = visit
  const sight = [language, levelsSeenBy(actor), dayOf(now)]
  return whileUnchanged(db, JSON.stringify(['task-force-overlaps', sight, asked]), () =>
    readAnew(visit, asked),
  )
}

async function readAnew(visit: Visit, { after, limit, ...asked }: Query): Promise<Listing<OverlapRecord>> {
  const skip =
    (await refusingCursor(Promise.resolve(after).then((one) => readCursor(one, ['place']))))?.[0] ?? 0
  const rows = limitOf({ limit: limit === undefined ? usualPairs : Number(limit) })
  const { found, counts } = await fittingPairs(visit.db, { ...asked, state: asked.state ?? 'suggested' })
  const reader = await planReader(visit)
  const words = {
    state: (value: string) => visit.t(overlapStateKeys[value as keyof typeof overlapStateKeys]),
    reason: (value: string) => visit.t(`task-force.reason.kind.${value as (typeof overlapKinds)[number]}`),
    unit: unitWord(reader),
    'action-line': lineWord(reader),
  }
  return {
    rows: await recordsOf(reader, found.slice(skip, skip + rows)),
    total: found.length,
    next: skip + rows < found.length ? writeCursor([skip + rows]) : null,
    facets: facets.map((facet) =>
      wordedFacet(reader, facet, counts[facet], {
        word: words[facet],
        order: facet === 'action-line' ? 'lines' : 'count',
      }),
    ),
  }
}

/** Judged and counted once, until something changes: all of the staff see the same. */
const fittingPairs = (
  db: Db,
  filters: Partial<Record<Facet, string | undefined>>,
): Promise<{ found: PairSeen[]; counts: Record<Facet, Map<string, number>> }> =>
  whileUnchanged(db, `plan-overlaps ${JSON.stringify(facets.map((facet) => filters[facet]))}`, async () => {
    const chosen = facets.flatMap((facet): Chosen<Facet, PairSeen>[] => {
      const wanted = filters[facet]
      return wanted === undefined ? [] : [[facet, (pair) => valuesIn(pair, facet).includes(wanted)]]
    })
    const { fitting, counts } = filtered(await allPairs(db), facets, valuesIn, chosen)
    return { found: fitting, counts }
  })

const valuesIn = (pair: PairSeen, facet: Facet): readonly string[] => valuesOf[facet](pair)

async function readPair(visit: Visit, { pair: id = '' }: PathParameters): Promise<OverlapRecord | null> {
  permitStaff(visit)
  const pair = await pairSeen(visit.db, id)
  const [found] = pair === null ? [] : await recordsOf(await planReader(visit), [pair])
  return found ?? null
}

async function recordsOf(reader: PlanReader, pairs: readonly PairSeen[]): Promise<OverlapRecord[]> {
  const { visit } = reader
  const items = new Map(
    (await itemsOfPairs(visit.db, pairs, visit.language)).map((one) => [one.item.id, one] as const),
  )
  const names = await namesOf(visit, pairs)
  return pairs.flatMap((pair) => {
    const [one, other] = [items.get(pair.first), items.get(pair.second)]
    return one === undefined || other === undefined ? [] : [overlapRecord(reader, names, pair, [one, other])]
  })
}

async function namesOf(visit: Visit, pairs: readonly PairSeen[]): Promise<ReasonNames> {
  const reasons = pairs.flatMap((pair) => pair.reasons)
  const refs = reasons.flatMap((reason) => {
    if (reason.kind === 'duty') return reason.duties.map((id) => ({ kind: 'duty', id }))
    return reason.kind === 'provision' ? reason.provisions.map((id) => ({ kind: 'provision', id })) : []
  })
  const organizations = reasons
    .flatMap((reason) => (reason.kind === 'partners' ? reason.partners : []))
    .filter((partner) => partner.startsWith('organization '))
    .map((partner) => partner.slice('organization '.length))
  return {
    records: await namedRecords(visit.db, refs, lookOf(visit)),
    organizations: await organizationsOf(visit, [...new Set(organizations)]),
  }
}

const columns: Column<OverlapRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'score', value: (row) => row.score },
  { name: 'reasons', value: (row) => row.reasons.map((reason) => reason.code).join('; ') },
  { name: 'reasons_label', value: (row) => row.reasons.map(({ label }) => label).join('; ') },
  { name: 'first', value: (row) => row.first.id },
  { name: 'first_title', value: (row) => row.first.title.text },
  { name: 'first_plan', value: (row) => row.first.plan.id },
  { name: 'first_lead', value: (row) => row.first.lead.id },
  { name: 'second', value: (row) => row.second.id },
  { name: 'second_title', value: (row) => row.second.title.text },
  { name: 'second_plan', value: (row) => row.second.plan.id },
  { name: 'second_lead', value: (row) => row.second.lead.id },
  { name: 'decided_because', value: (row) => row.settled?.reason },
]

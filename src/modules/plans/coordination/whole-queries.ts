import { sql } from 'kysely'
import { activityCodes, type ActivityCodes } from '#modules/activities/index.ts'
import { maySee } from '#platform/access/visibility.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { readCursor, writeCursor } from '#platform/web/listing.ts'
import { itemsWhere, withItemWords, type ItemRead } from '../item-queries.ts'
import type { Item, ItemTree } from '../item.ts'
import { leadBelow } from '../lead.ts'
import { ledBy } from '../plan-rights.ts'
import { plansSeen, plansWhere, withPlanWords, type PlanRead } from '../plan-queries.ts'
import type { Plan } from '../plan.ts'
import { dueOrder, noDeadline, type Placed } from './due-order.ts'
import { filtered, type Chosen } from './filtered.ts'
import { knownItems } from './known-items-queries.ts'

/** By what everything that is planned is filtered; the names are those of the parameters. */
export const wholeFacets = [
  'action-line',
  'sdg',
  'unit',
  'month',
  'state',
  'level',
  'lead',
  'contributor',
  'region',
  'country',
  'group',
  'provision',
  'duty',
] as const

export type WholeFacet = (typeof wholeFacets)[number]

export type WholeFilters = { readonly [facet in WholeFacet]?: string | undefined } & {
  /** Months of the deadline, both included: '2027-01'. */
  from?: string | undefined
  to?: string | undefined
}

/** `lead`: the body that leads the item. */
export type PlannedItem = ItemRead & { plan: PlanRead; lead: string }

export type WholeList = {
  rows: PlannedItem[]
  total: number
  next: string | null
  facets: Record<WholeFacet, Map<string, number>>
}

type Asked = { filters: WholeFilters; today: string }

/** What any unit plans or does, as far as the reader may see it: the next deadline first, what has passed last. */
export async function wholeList(
  db: Db,
  actor: Actor,
  language: LanguageCode,
  { after, limit, ...asked }: Asked & { after: string | undefined; limit: number },
): Promise<WholeList> {
  const cursor = readCursor(after, ['day', 'text'])
  const inOrder = dueOrder(asked.today)
  const { placed, counts } = await fittingItems(db, actor, asked)
  const first = cursor === null ? 0 : placed.findIndex((one) => inOrder(one, cursor) > 0)
  const from = first === -1 ? placed.length : first
  const shown = placed.slice(from, from + limit)
  const last = shown.at(-1)
  return {
    rows: await inPlans(
      db,
      shown.map(([, id]) => id),
      language,
    ),
    total: placed.length,
    next: from + limit < placed.length && last ? writeCursor([...last]) : null,
    facets: counts,
  }
}

/** Judged and counted once for all who see the same plans, until something changes. */
const fittingItems = (
  db: Db,
  actor: Actor,
  { filters, today }: Asked,
): Promise<{ placed: Placed[]; counts: WholeList['facets'] }> =>
  whileUnchanged(db, `task-force ${JSON.stringify([sightOf(actor), today, filters])}`, async () => {
    const known = { codes: await activityCodes(db, today), dutiesOf: await dutiesOfProvisions(db) }
    const plans = new Map((await plansSeen(db, actor)).map((plan) => [plan.id, plan]))
    const items = await knownItems(db)
    const leadOf = leadBelow((id) => items.get(id)?.item)
    const seen = [...items.values()].flatMap(({ item }): Seen[] => {
      const plan = plans.get(item.plan)
      return plan === undefined
        ? []
        : [{ item, plan, values: keptValues({ item, plan, lead: leadOf(item, plan) }, known) }]
    })
    const valuesIn = ({ values }: Seen, facet: WholeFacet) => values[facet]
    const { fitting, counts } = filtered(seen, wholeFacets, valuesIn, chosenIn(filters, valuesIn))
    const placed = fitting.map(({ item }): Placed => [item.deadlineOn ?? noDeadline, item.id])
    return { placed: placed.toSorted(dueOrder(today)), counts }
  })

/** Who see the same plans. */
export const sightOf = (actor: Actor) => (maySee(actor, 'secretariat') ? 'all' : ledBy(actor))

type Values = Record<WholeFacet, (string | null)[]>

type Seen = { item: Item; plan: Plan; values: Values }

/** What the values of an item depend on beside itself and its plan. */
type Known = { codes: ActivityCodes; dutiesOf: ReadonlyMap<string, string[]> }

type Kept = Known & { plan: Plan; lead: string; values: Values }

const kept = new WeakMap<Item, Kept>()

type Valued = Pick<Seen, 'item' | 'plan'> & { lead: string }

/** Worked out once for as long as neither the item is read anew nor what it takes from its plan and those above it is another. */
function keptValues({ item, plan, lead }: Valued, { codes, dutiesOf }: Known): Values {
  const before = kept.get(item)
  const isSame =
    before?.codes === codes &&
    before.dutiesOf === dutiesOf &&
    before.lead === lead &&
    (before.plan === plan ||
      (before.plan.state === plan.state &&
        before.plan.lead === plan.lead &&
        before.plan.actionLine === plan.actionLine))
  if (isSame) return before.values
  const values = Object.fromEntries(
    wholeFacets.map((facet) => [facet, valuesOf[facet]({ item, plan, lead }, { codes, dutiesOf })]),
  ) as Values
  kept.set(item, { codes, dutiesOf, plan, lead, values })
  return values
}

const dutiesOfDb = new WeakMap<Db, { key: string; duties: ReadonlyMap<string, string[]> }>()

/** The duties of each provision to which an item is linked; the same value as before while they are the same. */
async function dutiesOfProvisions(db: Db): Promise<ReadonlyMap<string, string[]>> {
  const found = await sql<{ provision: string; duty: string }>`
    select distinct l.record as provision, d.id as duty from plan_item_links l join duties d
      on d.revision = split_part(l.record, '/', 1)
      and d.address = substr(l.record, length(split_part(l.record, '/', 1)) + 2)
    where l.kind = 'provision' order by 1, 2`.execute(db)
  const key = JSON.stringify(found.rows)
  const before = dutiesOfDb.get(db)
  if (before?.key === key) return before.duties
  const grouped = Map.groupBy(found.rows, ({ provision }) => provision)
  const duties = new Map([...grouped].map(([provision, rows]) => [provision, rows.map(({ duty }) => duty)]))
  dutiesOfDb.set(db, { key, duties })
  return duties
}

/** The values that an item has for each filter. */
const valuesOf: Record<WholeFacet, (of: Valued, known: Known) => (string | null)[]> = {
  'action-line': ({ item, plan }) => [plan.actionLine, ...codesIn(item, 'action-lines')],
  sdg: ({ item }) => [
    ...codesIn(item, 'sdgs'),
    ...codesIn(item, 'sdg-targets').map((target) => target.split('.')[0] ?? target),
  ],
  unit: ({ item, plan, lead }) => [lead, plan.lead, ...contributorsOf(item)],
  month: ({ item }) => [monthOf(item)],
  state: ({ plan }) => [plan.state],
  level: ({ item }) => [item.level],
  lead: ({ lead }) => [lead],
  contributor: ({ item }) => contributorsOf(item),
  region: ({ item }, { codes: { regionOf } }) => [
    ...codesIn(item, 'itu-regions'),
    ...codesIn(item, 'countries').map((country) => regionOf.get(country) ?? null),
  ],
  country: ({ item }) => codesIn(item, 'countries'),
  group: ({ item }, { codes: { groupsOf } }) =>
    codesIn(item, 'countries').flatMap((country) => groupsOf.get(country) ?? []),
  provision: ({ item }) =>
    item.links
      .filter(({ kind }) => kind === 'duty' || kind === 'provision')
      .map(({ record }) => record.split('#')[0] ?? record),
  // Whoever answers a provision answers each of its duties.
  duty: ({ item }, { dutiesOf }) =>
    item.links.flatMap(({ kind, record }) => {
      if (kind === 'duty') return [record]
      return kind === 'provision' ? (dutiesOf.get(record) ?? []) : []
    }),
}

const contributorsOf = ({ parties }: Item): string[] =>
  parties.filter(({ role, kind }) => role === 'contributor' && kind === 'body').map(({ party }) => party)

const codesIn = ({ codes }: Item, wanted: ItemTree): string[] =>
  codes.filter(({ tree }) => tree === wanted).map(({ code }) => code)

const monthOf = ({ deadlineOn }: Item): string | null => deadlineOn?.slice(0, 7) ?? null

/** What has been superseded is the past, and shown only to whoever asks for it. */
const chosenIn = (
  { from, to, ...filters }: WholeFilters,
  valuesIn: (seen: Seen, facet: WholeFacet) => readonly (string | null)[],
): Chosen<WholeFacet, Seen>[] => [
  ...(filters.state === undefined
    ? [['state', ({ plan }: Seen) => plan.state !== 'superseded'] as const]
    : []),
  ...(from === undefined ? [] : [['month', ({ item }: Seen) => (monthOf(item) ?? '') >= from] as const]),
  ...(to === undefined ? [] : [['month', ({ item }: Seen) => (monthOf(item) ?? '9999') <= to] as const]),
  ...wholeFacets.flatMap((facet): Chosen<WholeFacet, Seen>[] => {
    const value = filters[facet]
    return value === undefined ? [] : [[facet, (seen) => valuesIn(seen, facet).includes(value)]]
  }),
]

/** Items by id, in this order, each with its plan. */
export async function inPlans(
  db: Db,
  ids: readonly string[],
  language: LanguageCode,
): Promise<PlannedItem[]> {
  const items = await itemsWhere(db, sql`i.id = any(${[...ids]}::text[])`)
  const read = new Map((await withItemWords(db, items, language)).map((one) => [one.item.id, one] as const))
  const plans = await plansWhere(db, sql`p.id = any(${[...new Set(items.map(({ plan }) => plan))]}::text[])`)
  const worded = new Map((await withPlanWords(db, plans, language)).map((one) => [one.plan.id, one] as const))
  const above = await knownItems(db)
  const leadOf = leadBelow((id) => above.get(id)?.item)
  return ids.flatMap((id) => {
    const one = read.get(id)
    const plan = one && worded.get(one.item.plan)
    return one && plan ? [{ ...one, plan, lead: leadOf(one.item, plan.plan) }] : []
  })
}

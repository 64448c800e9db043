import { sql, type RawBuilder } from 'kysely'
import { maySee } from '#platform/access/visibility.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { readCursor, writeCursor } from '#platform/web/listing.ts'
import { itemsWhere, withItemWords, type ItemRead } from '../item-queries.ts'
import { ledBy } from '../plan-rights.ts'
import { plansSeenBy, plansWhere, withPlanWords, type PlanRead } from '../plan-queries.ts'
import { countsBy, missesOf, type Chosen, type Count } from './filtered-queries.ts'
import './tables.ts'

/** By what everything that is planned is filtered; the names are those of the parameters. */
export const wholeFacets = [
  'action-line',
  'sdg',
  'unit',
  'lead',
  'contributor',
  'month',
  'state',
  'level',
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

export type PlannedItem = ItemRead & { plan: PlanRead }

export type WholeList = {
  rows: PlannedItem[]
  total: number
  next: string | null
  facets: Record<WholeFacet, Map<string, number>>
}

/** What any unit plans or does, as far as the reader may see it: the next deadline first, what has none last. Five questions. */
export async function wholeList(
  db: Db,
  actor: Actor,
  language: LanguageCode,
  { filters, after, limit }: { filters: WholeFilters; after: string | undefined; limit: number },
): Promise<WholeList> {
  const cursor = readCursor(after, ['day', 'text'])
  const { fitting, counts } = await fittingItems(db, actor, filters)
  const first = cursor === null ? 0 : fitting.findIndex((one) => isAfter(one, cursor))
  const from = first === -1 ? fitting.length : first
  const shown = fitting.slice(from, from + limit)
  const last = shown.at(-1)
  return {
    rows: await inPlans(
      db,
      shown.map(([, id]) => id),
      language,
    ),
    total: fitting.length,
    next: from + limit < fitting.length && last ? writeCursor(last) : null,
    facets: countsBy(wholeFacets, counts),
  }
}

/** The day by which it is due, and its id. */
type Placed = [due: string, id: string]

const isAfter = ([due, id]: Placed, [day, last]: readonly [string, string]): boolean =>
  due > day || (due === day && id > last)

const noDeadline = '2999-12-31'

/** Judged and counted once for all who see the same plans, until something changes. */
const fittingItems = (
  db: Db,
  actor: Actor,
  filters: WholeFilters,
): Promise<{ fitting: Placed[]; counts: Count[] }> =>
  whileUnchanged(db, `task-force ${JSON.stringify([sightOf(actor), filters])}`, async () => {
    const found = await sql<{ fitting: Placed[]; counts: Count[] }>`
      with ${judged(actor, filters)},
      counted as (
        select t.facet, t.value, count(*)::int as count from tagged t join missed m on m.id = t.id
        where m.misses <@ array[t.facet] group by t.facet, t.value)
      select coalesce((select jsonb_agg(c) from counted c), '[]') as counts,
        coalesce((select jsonb_agg(jsonb_build_array(m.due, m.id) order by m.due, m.id collate "C")
          from missed m where m.misses = '{}'), '[]') as fitting`.execute(db)
    return found.rows[0] ?? { fitting: [], counts: [] }
  })

/** Who see the same plans. */
export const sightOf = (actor: Actor) => (maySee(actor, 'secretariat') ? 'all' : ledBy(actor))

/** All items that are seen, the values that each has, and which of the chosen filters it misses. */
const judged = (actor: Actor, filters: WholeFilters): RawBuilder<unknown> => sql`
  seen as materialized (
    select i.id, i.plan, i.level, i.deadline_on, coalesce(i.deadline_on, ${noDeadline}::date) as due,
      coalesce(i.lead, p.lead) as lead, p.lead as plan_lead, p.action_line, p.state
    from plan_items i join plans p on p.id = i.plan where i.state = 'active' and ${plansSeenBy(actor)}),
  ${tagged},
  missed as materialized (select s.id, s.due, ${missesOf(chosenIn(filters))} as misses from seen s)`

const tagged = sql`
  tagged as materialized (
    select id, 'action-line' as facet, action_line as value from seen where action_line is not null
    union select s.id, case c.tree when 'action-lines' then 'action-line' when 'countries' then 'country'
        when 'itu-regions' then 'region' else 'sdg' end,
      case c.tree when 'sdg-targets' then split_part(c.code, '.', 1) else c.code end
      from seen s join plan_item_codes c on c.item = s.id where c.tree <> 'gdc-objectives'
    union select s.id, case m.group_framework when 'itu-regions' then 'region' else 'group' end, m.group_code from seen s
      join plan_item_codes c on c.item = s.id and c.tree = 'countries'
      join framework_memberships m on m.group_framework in ('itu-regions', 'country-groups') and m.country = c.code
      where m.role = 'member' and m.to_date is null
    union select s.id, f.facet, s.lead from seen s cross join (values ('unit'), ('lead')) f (facet)
    union select id, 'unit', plan_lead from seen
    union select s.id, f.facet, x.party from seen s join plan_parties x on x.plan = s.plan and x.item = s.id
      cross join (values ('unit'), ('contributor')) f (facet) where x.kind = 'body' and x.role = 'contributor'
    union select s.id, 'duty', l.record from seen s join plan_item_links l on l.item = s.id and l.kind = 'duty'
    union select s.id, 'duty', d.id from seen s join plan_item_links l on l.item = s.id and l.kind = 'provision'
      join duties d on d.revision = split_part(l.record, '/', 1)
        and d.address = substr(l.record, length(split_part(l.record, '/', 1)) + 2)
    union select s.id, 'provision', split_part(l.record, '#', 1) from seen s
      join plan_item_links l on l.item = s.id and l.kind in ('duty', 'provision')
    union select id, 'month', to_char(deadline_on, 'YYYY-MM') from seen where deadline_on is not null
    union select id, 'state', state from seen
    union select id, 'level', level from seen)`

/** What has been superseded is the past, and shown only to whoever asks for it. */
const chosenIn = ({ from, to, state, ...filters }: WholeFilters): Chosen<WholeFacet>[] => [
  ['state', state === undefined ? sql`s.state <> 'superseded'` : sql`s.state = ${state}`],
  ...(from === undefined ? [] : [['month', sql`to_char(s.deadline_on, 'YYYY-MM') >= ${from}`] as const]),
  ...(to === undefined ? [] : [['month', sql`to_char(s.deadline_on, 'YYYY-MM') <= ${to}`] as const]),
  ...wholeFacets.flatMap((facet): Chosen<WholeFacet>[] => {
    const value = facet === 'state' ? undefined : filters[facet]
    if (value === undefined) return []
    return [
      [facet, sql`s.id in (select id from tagged where facet = ${sql.lit(facet)} and value = ${value})`],
    ]
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
  return ids.flatMap((id) => {
    const one = read.get(id)
    const plan = one && worded.get(one.item.plan)
    return one && plan ? [{ ...one, plan }] : []
  })
}

import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { readCursor, writeCursor } from '#platform/web/listing.ts'
import { plansSeenBy } from '../../plan-queries.ts'
import { runningPlanStates } from '../../plan.ts'
import { countsBy, missesOf, type Chosen, type Count } from '../filtered-queries.ts'
import { inPlans, sightOf, type PlannedItem } from '../whole-queries.ts'
import { gapFacets, gapKinds, type GapFacet, type GapKind } from './gap.ts'
import '../../indicators/tables.ts'
import '../../progress/tables.ts'
import '../tables.ts'

export type GapFilters = { readonly [facet in GapFacet]?: string | undefined }

export type GapDuty = { id: string; paraphrase: Translated; actionLines: string[]; bodies: string[] }

/** A gap: the key is the id of a duty or of an item, or the code of an action line. */
export type Gap = { kind: GapKind; key: string; duty: GapDuty | null; item: PlannedItem | null }

export type GapList = {
  rows: Gap[]
  total: number
  next: string | null
  facets: Record<GapFacet, Map<string, number>>
}

type Asked = { filters: GapFilters; today: string }

/** What is missing in what the reader may see; five questions. */
export async function gapList(
  db: Db,
  actor: Actor,
  language: LanguageCode,
  { after, limit, ...asked }: Asked & { after: string | undefined; limit: number },
): Promise<GapList> {
  const skip = readCursor(after, ['place'])?.[0] ?? 0
  const { fitting, counts } = await fittingGaps(db, actor, asked)
  const shown = fitting.slice(skip, skip + limit)
  const duties = await dutiesOf(
    db,
    shown.flatMap(([kind, key]) => (kind === 'duty' ? [key] : [])),
  )
  const ofItems = shown.flatMap(([kind, key]) => (kind === 'duty' || kind === 'line' ? [] : [key]))
  const items = new Map((await inPlans(db, ofItems, language)).map((one) => [one.item.id, one] as const))
  return {
    rows: shown.map(([kind, key]) => ({
      kind,
      key,
      duty: duties.get(key) ?? null,
      item: items.get(key) ?? null,
    })),
    total: fitting.length,
    next: skip + limit < fitting.length ? writeCursor([skip + limit]) : null,
    facets: countsBy(gapFacets, counts),
  }
}

type Fitting = { fitting: [kind: GapKind, key: string][]; counts: Count[] }

/** Judged and counted once for all who see the same plans, until something changes or the day ends. */
const fittingGaps = (db: Db, actor: Actor, asked: Asked): Promise<Fitting> =>
  whileUnchanged(db, `task-force-gaps ${JSON.stringify([sightOf(actor), asked])}`, async () => {
    const found = await sql<Fitting>`
      with ${judged(actor, asked)},
      counted as (
        select t.facet, t.value, count(*)::int as count from tagged t join missed m on m.kind = t.kind and m.key = t.key
        where m.misses <@ array[t.facet] group by t.facet, t.value)
      select coalesce((select jsonb_agg(c) from counted c), '[]') as counts,
        coalesce((select jsonb_agg(jsonb_build_array(m.kind, m.key) order by m.rank, m.place, m.key)
          from missed m where m.misses = '{}'), '[]') as fitting`.execute(db)
    return found.rows[0] ?? { fitting: [], counts: [] }
  })

const judged = (actor: Actor, { filters, today }: Asked): RawBuilder<unknown> => sql`
  current as materialized (
    select p.id, p.state, p.lead, p.action_line, p.starts_on, p.ends_on from plans p
    where p.state <> 'superseded' and ${plansSeenBy(actor)}),
  seen as materialized (
    select i.id, i.plan, i.code, i.deadline_on, coalesce(i.lead, p.lead) as lead, p.lead as plan_lead, p.action_line,
      p.state, v.scheduled, v.measured
    from plan_items i join current p on p.id = i.plan join plan_levels v on v.type = i.type and v.code = i.level
    where i.state = 'active'),
  gaps as materialized (
    ${dutiesWithoutItem}
    union all ${linesWithoutRoadMap(today)}
    union all select 'measure', s.id, s.plan || s.code from seen s where s.measured and not exists (
      select from plan_indicators n where n.item = s.id and n.state = 'active')
    union all ${lateWithoutEvidence(today)}
    union all select 'undated', s.id, s.plan || s.code from seen s where s.scheduled and s.deadline_on is null),
  ${tagged},
  missed as materialized (
    select g.kind, g.key, g.place, array_position(${[...gapKinds]}::text[], g.kind) as rank, ${missesOf(chosenIn(filters))} as misses
    from gaps g)`

/** Obligations that no item answers, neither themselves nor by their provision; of texts whose later revision is not here. */
const dutiesWithoutItem = sql`
  select 'duty' as kind, d.id as key, d.revision || lpad(d.sort::text, 8, '0') as place
  from duties d join revision_chains c on c.id = d.revision
  where d.obligation and not coalesce(c.successor_has_provisions, false) and not exists (
    select from plan_item_links l join seen s on s.id = l.item
    where (l.kind = 'duty' and l.record = d.id) or (l.kind = 'provision' and l.record = d.revision || '/' || d.address))`

/** A road map of the line, or of the one above it, that was presented at least and covers the day. */
const linesWithoutRoadMap = (today: string) => sql`
  select 'line', n.code, lpad(n.sort::text, 8, '0')
  from framework_nodes n join frameworks f on f.id = n.framework and f.version = n.version and f.is_current
  where n.framework = 'action-lines'
    and not exists (select from framework_nodes b where b.framework = n.framework and b.version = n.version and b.parent = n.code)
    and not exists (select from current p where p.action_line in (n.code, n.parent)
      and p.state in ('presented', 'noted', 'in-force') and ${today}::date between p.starts_on and p.ends_on)`

/** Past their deadline in a plan that is carried out, with nothing linked and no report accepted that shows what was done. */
const lateWithoutEvidence = (today: string) => sql`
  select 'late', s.id, s.deadline_on::text from seen s
  where s.deadline_on < ${today}::date and s.state = any(${[...runningPlanStates]}::text[])
    and not exists (select from plan_item_links l where l.item = s.id and l.kind in ('activity', 'session'))
    and not exists (select from plan_reports r where r.item = s.id and r.state = 'accepted')`

const tagged = sql`
  tagged as materialized (
    select g.kind, g.key, 'kind' as facet, g.kind as value from gaps g
    union select g.kind, g.key, 'action-line', unnest(p.action_lines)
      from gaps g join duties d on d.id = g.key join provisions p on p.revision = d.revision and p.address = d.address
      where g.kind = 'duty'
    union select g.kind, g.key, 'unit', x.body from gaps g join duty_parties x on x.duty = g.key and x.role = 'addressee'
      where g.kind = 'duty' and x.body is not null
    union select g.kind, g.key, 'action-line', g.key from gaps g where g.kind = 'line'
    union select g.kind, g.key, 'action-line', s.action_line from gaps g join seen s on s.id = g.key
      where s.action_line is not null
    union select g.kind, g.key, 'action-line', c.code from gaps g join plan_item_codes c on c.item = g.key and c.tree = 'action-lines'
    union select g.kind, g.key, 'unit', s.lead from gaps g join seen s on s.id = g.key
    union select g.kind, g.key, 'unit', s.plan_lead from gaps g join seen s on s.id = g.key)`

const chosenIn = (filters: GapFilters): Chosen<GapFacet>[] =>
  gapFacets.flatMap((facet): Chosen<GapFacet>[] => {
    const value = filters[facet]
    if (value === undefined) return []
    return [
      [
        facet,
        sql`(g.kind, g.key) in (select kind, key from tagged where facet = ${sql.lit(facet)} and value = ${value})`,
      ],
    ]
  })

async function dutiesOf(db: Db, ids: readonly string[]): Promise<Map<string, GapDuty>> {
  if (ids.length === 0) return new Map()
  const found = await sql<GapDuty>`
    select d.id, p.paraphrase, p.action_lines as "actionLines",
      coalesce((select array_agg(x.body order by x.place) from duty_parties x
        where x.duty = d.id and x.role = 'addressee' and x.body is not null), '{}') as bodies
    from duties d join provisions p on p.revision = d.revision and p.address = d.address
    where d.id = any(${[...ids]}::text[])`.execute(db)
  return new Map(found.rows.map((one) => [one.id, one]))
}

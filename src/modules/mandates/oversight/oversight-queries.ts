import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { dutiesWhere, hasParty } from '../duties/duty-queries.ts'
import { every, occurrenceState, revisionRef, shownOccurrences } from '../duties/duty-row-queries.ts'
import type { DutyRow, DutyState, OccurrenceState } from '../duties/duty.ts'
import type { Look } from '../duties/look.ts'
import type { RevisionRef } from '../instruments/instrument.ts'
import { readCursor, writeCursor, type PageOf } from '../listing.ts'
import { gravest, type OversightCell, type OversightFilters } from './oversight.ts'

type ShownRevision = { ref: RevisionRef; provisions: number; key: [number, string] }

/** A page of the grid ends after the revision with which it holds this many provisions, so that it never grows with the register. */
const provisionsAtOnce = 400
const revisionsAtOnce = 20

/** Every operative provision of some revisions, the newest revision first. The next page begins with the next revision. */
export async function oversightGrid(
  db: Db,
  filters: OversightFilters,
  look: Look,
  page: PageOf = {},
): Promise<{ rows: OversightCell[]; total: number; next: string | null }> {
  const { shown, next } = await shownRevisions(db, filters, page)
  const ids = shown.map(({ ref }) => ref.id)
  const [places, duties, states] = [
    await operativePlaces(db, ids),
    await dutiesOf(db, filters, { ids, look }),
    filters.year === undefined ? null : await statesIn(db, ids, { year: filters.year, look }),
  ]
  const ofPlace = Map.groupBy(duties, ({ revision, address }) => `${revision.id} ${address}`)
  const refs = new Map(shown.map(({ ref }) => [ref.id, ref]))
  const rows = places.flatMap(({ revision, address, label }): OversightCell[] => {
    const ref = refs.get(revision)
    const own = ofPlace.get(`${revision} ${address}`) ?? []
    // Asked for one body, the provisions that it need not care about would only fill the grid.
    if (ref === undefined || (filters.body !== undefined && own.length === 0)) return []
    return [{ revision: ref, address, label, state: stateOf(own, states), duties: own }]
  })
  return { rows, total: await totalOf(db, filters), next }
}

function stateOf(duties: DutyRow[], inYear: Map<string, DutyState> | null): DutyState | null {
  if (inYear === null) return gravest(duties.map(({ state }) => state))
  return gravest(duties.flatMap(({ id }) => inYear.get(id) ?? []))
}

/** A text whose later revision is here has been replaced by it; it is shown when it is asked for by name. */
const shownConditions = ({ revision, body }: OversightFilters) => [
  sql`c.has_provisions`,
  revision === undefined ? sql`not coalesce(c.successor_has_provisions, false)` : sql`r.id = ${revision}`,
  ...(body === undefined
    ? []
    : [
        sql`exists (select 1 from duties d where d.revision = r.id and d.obligation and ${hasParty('addressee', body)})`,
      ]),
]

const order = sql`coalesce(-r.year, 0), r.id`

async function shownRevisions(
  db: Db,
  filters: OversightFilters,
  page: PageOf,
): Promise<{ shown: ShownRevision[]; next: string | null }> {
  const cursor = readCursor(page.after, ['integer', 'text'])
  const after = cursor ? [sql`(${order}) > (${cursor[0]}::int, ${cursor[1]}::text)`] : []
  const found = await sql<ShownRevision>`
    select ${revisionRef} as ref, jsonb_build_array(${order}) as key,
      (select count(*) from provisions p where p.revision = r.id and p.kind = 'operative') as provisions
    from revisions r join revision_chains c on c.id = r.id
    where ${every([...shownConditions(filters), ...after])} order by ${order} limit ${revisionsAtOnce + 1}`.execute(
    db,
  )
  const most = Math.min(page.limit ?? revisionsAtOnce, revisionsAtOnce)
  let held = 0
  const shown: ShownRevision[] = []
  for (const one of found.rows) {
    if (shown.length >= most || (shown.length > 0 && held + one.provisions > provisionsAtOnce)) break
    shown.push(one)
    held += one.provisions
  }
  const last = shown.at(-1)
  return { shown, next: last && shown.length < found.rows.length ? writeCursor(last.key) : null }
}

async function totalOf(db: Db, filters: OversightFilters): Promise<number> {
  const ofBody =
    filters.body === undefined
      ? sql`true`
      : sql`exists (select 1 from duties d
          where d.revision = p.revision and d.address = p.address and d.obligation and ${hasParty('addressee', filters.body)})`
  const found = await sql<{ total: number }>`
    select count(*) as total from provisions p join revisions r on r.id = p.revision join revision_chains c on c.id = r.id
    where p.kind = 'operative' and not p.chapeau and ${ofBody} and ${every(shownConditions(filters))}`.execute(
    db,
  )
  return found.rows[0]?.total ?? 0
}

async function operativePlaces(db: Db, revisions: string[]) {
  if (revisions.length === 0) return []
  const rows = await db
    .selectFrom('provisions')
    .select(['revision', 'address', 'label'])
    .where('revision', 'in', revisions)
    .where('kind', '=', 'operative')
    .where('chapeau', '=', false)
    .orderBy('sort')
    .execute()
  const place = new Map(revisions.map((id, index) => [id, index]))
  return rows.toSorted((a, b) => (place.get(a.revision) ?? 0) - (place.get(b.revision) ?? 0))
}

const dutiesOf = (
  db: Db,
  { body }: OversightFilters,
  { ids, look }: { ids: string[]; look: Look },
): Promise<DutyRow[]> =>
  dutiesWhere(
    db,
    every([
      sql`d.obligation`,
      sql`d.revision = any (${ids}::text[])`,
      ...(body === undefined ? [] : [hasParty('addressee', body)]),
    ]),
    look,
  )

/** The state of each duty in one year: of its due dates there, the gravest. */
async function statesIn(
  db: Db,
  ids: string[],
  { year, look }: { year: number; look: Look },
): Promise<Map<string, DutyState>> {
  const found = await sql<{ duty: string; states: OccurrenceState[] }>`
    select o.duty, array_agg(${occurrenceState(look)}) as states
    from occurrences o join duties d on d.id = o.duty join revision_chains c on c.id = d.revision
    where d.revision = any (${ids}::text[]) and o.year = ${year}::int and ${shownOccurrences(look)}
    group by o.duty`.execute(db)
  return new Map(
    found.rows.flatMap(({ duty, states }) => {
      const state = gravest(states)
      return state === null ? [] : [[duty, state] as const]
    }),
  )
}

const mostChoices = 200
const yearsShownAhead = 4

/** What the grid can be narrowed to: revisions with provisions, and bodies that are told to act in any of them. */
export async function oversightChoices(
  db: Db,
  { today }: Look,
): Promise<{ revisions: RevisionRef[]; bodies: string[]; years: number[] }> {
  const revisions = await sql<{ ref: RevisionRef }>`
    select ${revisionRef} as ref from revisions r join revision_chains c on c.id = r.id
    where c.has_provisions order by ${order} limit ${mostChoices}`.execute(db)
  const bodies = await sql<{ body: string }>`
    select b.id as body from bodies b
    where exists (select 1 from duty_parties x where x.body = b.id and x.role = 'addressee') order by b.sort, b.id`.execute(
    db,
  )
  // The first and the last by the index: to look at every due date would take long.
  const years = await sql<{ year: number }>`
    select generate_series(min(year), least(max(year), ${Number(today.slice(0, 4)) + yearsShownAhead}::int)) as year
    from occurrences`.execute(db)
  return {
    revisions: revisions.rows.map(({ ref }) => ref),
    bodies: bodies.rows.map(({ body }) => body),
    years: years.rows.map(({ year }) => year),
  }
}

import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { every, revisionRef } from '../duties/duty-row-queries.ts'
import type { Adopter, InstrumentRow, Origin, RevisionLink, RevisionRef } from './instrument.ts'
import { limitOf, readCursor, writeCursor, type FacetCount, type ListOf, type PageOf } from '../listing.ts'
import type { CitedBy } from './provision.ts'
import { adopterOf, chainOfInstrument } from './revision-link-queries.ts'

export type InstrumentFilters = {
  kind?: string
  body?: string
  /** Revisions that words have found. */
  found?: readonly string[]
}
export type InstrumentFacet = 'kind' | 'body'

type InstrumentColumns = {
  id: string
  kind: string
  body: Adopter
  number: string | null
  confidence: InstrumentRow['confidence']
  note: string | null
  origin: Origin
  chain: RevisionLink[] | null
  titles: Translated[] | null
  duties: number
  cited_by: number
}

/** Cites any revision of the instrument `i`, or the instrument as such. */
const citesInstrument = sql`
  c.target = any (array(select i.id union all select id from revisions where instrument = i.id))`

const columns = sql`
  i.id, i.kind, ${adopterOf} as body, i.number, i.confidence, i.note, i.origin, ${chainOfInstrument} as chain,
  (select jsonb_agg(v.title order by v.place_in_chain desc) from revision_chains v where v.instrument = i.id and v.title <> '{}') as titles,
  (select count(*) from duties d join revisions v on v.id = d.revision where v.instrument = i.id and d.obligation) as duties,
  (select count(*) from (select distinct c.revision, c.address from citations c where ${citesInstrument}) as places) as cited_by`

/** Those with provisions here come first. */
const rank = sql`(case when exists (select 1 from revisions v join provisions p on p.revision = v.id where v.instrument = i.id) then 0 else 1 end)`

export async function instrumentList(
  db: Db,
  filters: InstrumentFilters,
  page: PageOf = {},
): Promise<ListOf<InstrumentRow, InstrumentFacet>> {
  const conditions = conditionsOf(filters)
  const limit = limitOf(page)
  const cursor = readCursor(page.after, ['integer', 'text'])
  const after = cursor ? [sql`(${rank}, i.id) > (${cursor[0]}::int, ${cursor[1]}::text)`] : []
  const found = await sql<InstrumentColumns & { rank: number }>`
    select ${columns}, ${rank} as rank from instruments i
    where ${every([...Object.values(conditions), ...after])} order by ${rank}, i.id limit ${limit + 1}`.execute(
    db,
  )
  const rows = found.rows.slice(0, limit)
  const last = rows.at(-1)
  const next = found.rows.length > limit && last ? writeCursor([last.rank, last.id]) : null
  return { rows: rows.map(asInstrumentRow), next, ...(await facetsOf(db, conditions)) }
}

export async function instrumentById(db: Db, id: string): Promise<InstrumentRow | null> {
  const found = await sql<InstrumentColumns>`select ${columns} from instruments i where i.id = ${id}`.execute(
    db,
  )
  return found.rows[0] ? asInstrumentRow(found.rows[0]) : null
}

const mostCitations = 500

/** Provisions that cite any revision of an instrument. */
export async function citationsOfInstrument(db: Db, instrument: string): Promise<CitedBy[]> {
  return citedBy(
    db,
    sql`e.target = any (array(select ${instrument}::text union all select id from revisions where instrument = ${instrument}))`,
  )
}

/** Provisions that cite what the condition on `e.target` names. */
export async function citedBy(db: Db, condition: RawBuilder<unknown>): Promise<CitedBy[]> {
  const found = await sql<{ ref: RevisionRef; address: string; as_written: string; target: string | null }>`
    select ${revisionRef} as ref, e.address, e.as_written, t.id as target
    from citations e
    join provisions p on p.revision = e.revision and p.address = e.address
    join revisions r on r.id = e.revision
    join revision_chains c on c.id = e.revision
    left join revisions t on t.id = e.target
    where ${condition} order by r.year, r.id, p.sort, e.place limit ${mostCitations}`.execute(db)
  return found.rows.map(({ ref, address, as_written, target }) => ({
    revision: ref,
    address,
    asWritten: as_written,
    target,
  }))
}

const asInstrumentRow = ({ chain, titles, cited_by, duties, ...row }: InstrumentColumns): InstrumentRow => ({
  id: row.id,
  kind: row.kind,
  body: row.body,
  number: row.number,
  name: chain?.at(-1)?.name ?? {},
  title: titles?.[0] ?? {},
  confidence: row.confidence,
  note: row.note,
  origin: row.origin,
  revisions: chain ?? [],
  duties,
  citedBy: cited_by,
})

function conditionsOf({
  kind,
  body,
  found,
}: InstrumentFilters): Partial<Record<keyof InstrumentFilters, RawBuilder<unknown>>> {
  return {
    ...(kind ? { kind: sql`i.kind = ${kind}` } : {}),
    ...(body ? { body: sql`coalesce(i.body = ${body}, false)` } : {}),
    ...(found ? { found: hasFound(found) } : {}),
  }
}

const hasFound = (revisions: readonly string[]) => sql`i.id in (
  select v.instrument from revisions v where v.id = any(${[...revisions]}::text[]))`

async function facetsOf(db: Db, conditions: Partial<Record<keyof InstrumentFilters, RawBuilder<unknown>>>) {
  const but = (facet: string) => {
    const others = Object.entries(conditions).filter(([name]) => name !== facet)
    return every(others.map(([, condition]) => condition))
  }
  const result = await sql<{ facet: string; value: string; count: number; label: Translated | null }>`
    with counted as (
      select 'total' as facet, '' as value, count(*) as count from instruments i where ${but('')}
      union all select 'kind', i.kind, count(*) from instruments i where ${but('kind')} group by i.kind
      union all select 'body', i.body, count(*) from instruments i where i.body is not null and ${but('body')} group by i.body
    )
    select facet, value, count, n.name as label from counted
    left join body_names n on facet = 'body' and n.body = value and n.to_date is null
    order by facet, count desc, value`.execute(db)
  const of = (facet: InstrumentFacet): FacetCount[] =>
    result.rows
      .filter((row) => row.facet === facet)
      .map(({ value, label, count }) => ({ value, label, count }))
  return {
    total: result.rows.find(({ facet }) => facet === 'total')?.count ?? 0,
    facets: { kind: of('kind'), body: of('body') },
  }
}

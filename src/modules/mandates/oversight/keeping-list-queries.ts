import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import {
  afterDuty,
  asDutyRow,
  dutyColumns,
  dutyKey,
  dutyOrder,
  dutyTables,
  every,
  statesOfDuty,
  type DutyColumns,
} from '../duties/duty-row-queries.ts'
import { hasParty } from '../duties/duty-queries.ts'
import type { DutyFilters, DutyRow } from '../duties/duty.ts'
import type { Look } from '../duties/look.ts'
import { isOverlap, isUnanswered, isWithoutOwner } from '../keeping/answered-queries.ts'
import { limitOf, readCursor, writeCursor, type FacetCount, type ListOf, type PageOf } from '../listing.ts'

type Keeping = NonNullable<DutyFilters['keeping']>

/** Duties by who answers for them. The counts need no state of any due date, so they are quick in a register of any size. */
export async function keepingList(
  db: Db,
  filters: { keeping: Keeping; addressee?: string | undefined; revision?: string | undefined },
  look: Look,
  page: PageOf = {},
): Promise<ListOf<DutyRow, 'addressee' | 'revision'>> {
  const { keeping, addressee, revision } = filters
  const ofAddressee = addressee === undefined ? sql`true` : hasParty('addressee', addressee)
  const ofRevision = revision === undefined ? sql`true` : sql`d.revision = ${revision}`
  const kept = sql`d.obligation and ${conditionOf(keeping, look)}`
  const limit = limitOf(page)
  const cursor = readCursor(page.after, ['integer', 'text', 'integer', 'integer'])
  const asked = [kept, ofAddressee, ofRevision, ...(cursor ? [afterDuty(cursor)] : [])]
  // First the few rows of the page, then all that is told of them.
  const found = await sql<DutyColumns & { key: (string | number)[] }>`
    with shown as materialized (
      select d.id from ${dutyTables} where ${every(asked)} order by ${sql.join(dutyOrder)} limit ${limit + 1})
    select ${dutyColumns(look)}, ${dutyKey} from ${dutyTables} cross join ${statesOfDuty(look)}
    where d.id in (select id from shown) order by ${sql.join(dutyOrder)}`.execute(db)
  const counted = await sql<{ facet: string; value: string; count: number; label: Translated | null }>`
    with kept as materialized (
      select d.id, d.revision, (${ofAddressee}) as fits_addressee, (${ofRevision}) as fits_revision from duties d where ${kept})
    select facet, value, count, coalesce(n.name, r.name) as label from (
      select 'total' as facet, '' as value, count(*) as count from kept where fits_addressee and fits_revision
      union all select 'addressee', x.body, count(*) from kept k
        join duty_parties x on x.duty = k.id and x.role = 'addressee' and x.body is not null where fits_revision group by x.body
      union all (select 'revision', revision, count(*) from kept where fits_addressee group by revision
        order by count(*) desc, revision limit ${mostRevisions})
    ) as counts
    left join body_names n on facet = 'addressee' and n.body = value and n.to_date is null
    left join revisions r on facet = 'revision' and r.id = value
    order by facet, count desc, value`.execute(db)
  const of = (facet: string): FacetCount[] =>
    counted.rows
      .filter((row) => row.facet === facet)
      .map(({ value, label, count }) => ({ value, label, count }))
  const rows = found.rows.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows: rows.map(asDutyRow),
    total: counted.rows.find(({ facet }) => facet === 'total')?.count ?? 0,
    next: found.rows.length > limit && last ? writeCursor(last.key) : null,
    facets: { addressee: of('addressee'), revision: of('revision') },
  }
}

const mostRevisions = 100

function conditionOf(keeping: Keeping, look: Look) {
  if (keeping === 'gap') return isWithoutOwner
  return keeping === 'overlap' ? isOverlap : isUnanswered(look)
}

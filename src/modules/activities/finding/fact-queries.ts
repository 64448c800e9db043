import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import { currentStates } from '../activity.ts'
import { activityCodes } from '../codes-queries.ts'
import { emptyContent, type ActivityContent } from '../content.ts'
import { facetsOf, type FoundActivity } from './activity-document.ts'

/** What reports count of a published entry: its revision, the day on which it was first published, and its values by filter. */
export type ActivityFact = { id: string; revision: number; day: string; values: SearchDocument['facets'] }

type Columns = Omit<FoundActivity, 'content'> & {
  publishedRevision: number
  firstPublishedAt: Date
  codes: { lines: string[]; sdgs: string[]; gdc: string[] }
  rest: Pick<ActivityContent, 'type' | 'reach' | 'countries' | 'regions' | 'status' | 'start' | 'end'>
}

const readAtOnce = 5000

/** All published entries that are not archived, by id, as the search counts them; `on` is the day by which regions and groups are told. */
export async function activityFacts(db: Db, on: string): Promise<ActivityFact[]> {
  const codes = await activityCodes(db, on)
  const facts: ActivityFact[] = []
  for (let after = '', isMore = true; isMore;) {
    const rows = await rowsAfter(db, after)
    for (const row of rows)
      facts.push({
        id: row.id,
        revision: row.publishedRevision,
        day: row.firstPublishedAt.toISOString().slice(0, 10),
        values: facetsOf({ ...row, content: contentOf(row) }, codes),
      })
    after = rows.at(-1)?.id ?? after
    isMore = rows.length === readAtOnce
  }
  return facts
}

async function rowsAfter(db: Db, after: string): Promise<Columns[]> {
  const codesAt = (field: string) =>
    sql`jsonb_path_query_array(a.published, ${sql.lit(`$.${field}[*].code`)})`
  const found = await sql<Columns>`
    select a.id, a.state, a.licence, a.is_example as "isExample", a.first_published_at as "firstPublishedAt",
      a.changed_at as "changedAt", a.confirmed_at as "confirmedAt", a.published_revision as "publishedRevision",
      a.published_language as language, '{}'::jsonb as translations,
      jsonb_build_object('lines', ${codesAt('actionLines')}, 'sdgs', ${codesAt('sdgs')}, 'gdc', ${codesAt('gdc')}) as codes,
      jsonb_build_object('type', a.published->'type', 'reach', a.published->'reach', 'countries', a.published->'countries',
        'regions', a.published->'regions', 'status', a.published->'status', 'start', a.published->'start', 'end', a.published->'end') as rest,
      case when o.visibility = 'public' then jsonb_build_object('id', o.id, 'name', o.name, 'acronym', o.acronym,
        'type', o.stakeholder_type, 'country', o.country) end as organization
    from activities a left join organizations o on o.id = a.published_organization
    where a.published is not null and a.state = any(${[...currentStates]}::text[]) and a.id > ${after}
    order by a.id limit ${readAtOnce}`.execute(db)
  return found.rows
}

const contentOf = ({ codes, rest }: Columns): ActivityContent => ({
  ...emptyContent,
  ...rest,
  actionLines: codes.lines.map((code) => ({ code, why: '', themes: [] })),
  sdgs: codes.sdgs.map((code) => ({ code, why: '' })),
  gdc: codes.gdc.map((code) => ({ code, why: '' })),
})

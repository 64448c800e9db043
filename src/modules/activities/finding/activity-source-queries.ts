import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { SearchSource, TouchingLine } from '#platform/search/feeding/search-source.ts'
import { translationsOf } from '#platform/texts/texts.ts'
import { dayOf } from '#platform/ui/format.ts'
import { publicStates } from '../activity.ts'
import { activityCodes } from '../codes-queries.ts'
import { foundActivity } from './activity-card.ts'
import { activityDocument, activityKey, type FoundActivity } from './activity-document.ts'

/** Published activities, as the search reads them. */
export const activitySource: SearchSource = {
  name: 'activities',
  version: 6,
  all: everyActivity,
  touched,
  documents: async (db, keys) => {
    const ids = keys.map((key) => key.slice(activityKey('').length))
    return asDocuments(db, await foundActivities(db, sql`a.id = any(${ids}::text[])`, sql`a.id`))
  },
  holds: (key) => key.startsWith(activityKey('')),
  kinds: { activity: foundActivity },
}

const readAtOnce = 500

async function* everyActivity(db: Db) {
  for (let after = '', isMore = true; isMore;) {
    const found = await foundActivities(db, sql`a.id > ${after}`, sql`a.id limit ${readAtOnce}`)
    yield await asDocuments(db, found)
    after = found.at(-1)?.id ?? after
    isMore = found.length === readAtOnce
  }
}

/** Entries, their translations, and the organizations whose names stand with them. */
async function touched(db: Db, lines: readonly TouchingLine[]): Promise<readonly string[] | 'all'> {
  if (lines.some(({ subject }) => subject.kind === 'frameworks')) return 'all'
  const entries = lines.filter(({ subject }) => subject.kind === 'activity').map(({ subject }) => subject.id)
  const translated = lines.flatMap(({ subject }) => /^activity\/(\w+)$/.exec(subject.id)?.[1] ?? [])
  const imports = lines.flatMap(({ subject, batch }) =>
    subject.kind === 'activity-import' && batch !== null ? [batch] : [],
  )
  const organizations = lines
    .filter(({ subject }) => subject.kind === 'organization')
    .map(({ subject }) => subject.id)
  const ids = [...entries, ...translated, ...(await idsOf(db, organizations)), ...(await idsIn(db, imports))]
  return ids.map(activityKey)
}

async function idsOf(db: Db, organizations: string[]): Promise<string[]> {
  if (organizations.length === 0) return []
  const rows = await db
    .selectFrom('activities')
    .select('id')
    .where('published_organization', 'in', organizations)
    .execute()
  return rows.map(({ id }) => id)
}

/** A line of an import stands for the many entries that were written with it. */
async function idsIn(db: Db, batches: number[]): Promise<string[]> {
  if (batches.length === 0) return []
  const rows = await db
    .selectFrom('row_versions')
    .select('key')
    .where('batch', 'in', batches)
    .where('table_name', '=', 'activities')
    .execute()
  return rows.map(({ key }) => key)
}

/** Published activities that fit, as the search and those who take the register away read them. */
export async function foundActivities(
  db: Db,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<FoundActivity[]> {
  const found = await sql<FoundActivity>`
    select a.id, a.state, a.licence, a.is_example as "isExample", a.first_published_at as "firstPublishedAt",
      a.changed_at as "changedAt", a.confirmed_at as "confirmedAt", a.published_revision as "publishedRevision",
      a.published_language as language, a.published as content,
      case when o.visibility = 'public' then jsonb_build_object('id', o.id, 'name', o.name, 'acronym', o.acronym,
        'type', o.stakeholder_type, 'country', o.country) end as organization,
      ${translationsOf({ kind: 'activity', id: sql`a.id` })} as translations
    from activities a left join organizations o on o.id = a.published_organization
    where a.published is not null and a.state = any(${[...publicStates]}::text[]) and ${where}
    order by ${order}`.execute(db)
  return found.rows
}

async function asDocuments(db: Db, found: FoundActivity[]) {
  const codes = await activityCodes(db, dayOf(new Date()))
  return found.map((one) => activityDocument(one, codes))
}

import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { together } from '#platform/database/together.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { textsIn, translationsOf, type Translations } from '#platform/texts/texts.ts'
import { publicActivity } from '../activity-queries.ts'
import type { ActivityContent } from '../content.ts'
import type { OrganizationRef, Published } from './activity-shape.ts'

/** A published activity with all that its page shows; `number` asks for one of its revisions. */
export async function publishedActivity(
  db: Db,
  id: string,
  language: LanguageCode,
  number: number | null = null,
): Promise<Published | null> {
  const row = await presentRevision(db, id)
  if (row === null) return null
  const isPresent = number === null || number === row.publishedRevision
  const earlier = isPresent ? null : await earlierRevision(db, id, number)
  if (!isPresent && earlier === null) return null
  return {
    activity: row,
    content: row.content,
    revision: row.publishedRevision,
    language: row.language,
    publishedAt: row.changedAt,
    replacedAt: null,
    ...earlier,
    organization: isPresent
      ? row.shownOrganization
      : await organizationRef(db, earlier?.organization ?? null),
    texts: textsIn(row.translations, language),
    revisions: [...row.earlierRevisions, row.publishedRevision],
    mergedInto: row.mergedInto === null ? null : await titleOf(db, row.mergedInto),
  }
}

type Present = Published['activity'] & {
  publishedRevision: number
  content: ActivityContent
  language: LanguageCode
  changedAt: Date
  earlierRevisions: number[]
  shownOrganization: OrganizationRef | null
  translations: Translations
}

/**
 * With all that belongs to its present revision, in one question for all who ask at the same moment: records are what readers and
 * programs ask for most.
 */
const presentRevision = together(
  async (db, ids: string[]): Promise<(Present | null)[]> => {
    const found = await sql<Present>`
      select a.id, a.state, a.licence, a.is_example as "isExample", a.merged_into as "mergedInto",
        a.first_published_at as "firstPublishedAt", a.confirmed_at as "confirmedAt", a.changed_at as "changedAt",
        a.published_revision as "publishedRevision", a.published_language as language, a.published as content,
        array(select r.number from activity_revisions r where r.activity = a.id order by r.number) as "earlierRevisions",
        (select jsonb_build_object('id', o.id, 'name', o.name, 'acronym', o.acronym, 'type', o.stakeholder_type, 'country', o.country)
          from organizations o where o.id = a.published_organization and o.visibility = 'public') as "shownOrganization",
        ${translationsOf({ kind: 'activity', id: sql`a.id` })} as translations
      from activities a where a.id = any(${[...new Set(ids)]}::text[]) and a.published is not null and a.state <> 'discarded'`.execute(
      db,
    )
    const byId = new Map(found.rows.map((row) => [row.id, row]))
    return ids.map((id) => byId.get(id) ?? null)
  },
  { atOnce: 2 },
)

async function earlierRevision(db: Db, id: string, number: number) {
  const row = await db
    .selectFrom('activity_revisions')
    .selectAll()
    .where('activity', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) return null
  return {
    content: row.content,
    revision: row.number,
    language: row.language,
    organization: row.organization,
    publishedAt: row.published_at,
    replacedAt: row.replaced_at,
  }
}

async function organizationRef(db: Db, id: string | null): Promise<OrganizationRef | null> {
  if (id === null) return null
  const row = await db
    .selectFrom('organizations')
    .select(['id', 'name', 'acronym', 'stakeholder_type as type', 'country', 'visibility'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.visibility === 'public' ? row : null
}

async function titleOf(db: Db, id: string): Promise<Published['mergedInto']> {
  const into = await publicActivity(db, id)
  if (into?.published == null) return null
  return { id, title: into.published.title, language: into.publishedLanguage ?? into.language }
}

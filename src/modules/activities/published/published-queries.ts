import { sql, type Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { textsIn, translationsOf, type Translations } from '#platform/texts/texts.ts'
import { asActivity } from '../activity-row.ts'
import { publicActivity } from '../activity-queries.ts'
import type { Activity } from '../activity.ts'
import type { OrganizationRef, Published } from './activity-shape.ts'

/** A published activity with all that its page shows; `number` asks for one of its revisions. */
export async function publishedActivity(
  db: Db,
  id: string,
  language: LanguageCode,
  number: number | null = null,
): Promise<Published | null> {
  const row = await publishedRow(db, id)
  if (row === null || row.published_revision === null) return null
  const activity = asActivity(row)
  const isPresent = number === null || number === activity.publishedRevision
  const read = isPresent ? presentRevision(activity) : await earlierRevision(db, id, number)
  if (read === null) return null
  return {
    activity,
    ...read,
    organization: isPresent ? row.shown_organization : await organizationRef(db, read.organization),
    texts: textsIn(row.translations, language),
    revisions: [...row.earlier_revisions, activity.publishedRevision ?? 1],
    mergedInto: activity.mergedInto === null ? null : await titleOf(db, activity.mergedInto),
  }
}

type PublishedRow = Selectable<Tables['activities']> & {
  earlier_revisions: number[]
  shown_organization: OrganizationRef | null
  translations: Translations
}

/** With all that belongs to its present revision, in one question: records are what readers and programs ask for most. */
async function publishedRow(db: Db, id: string): Promise<PublishedRow | null> {
  const found = await sql<PublishedRow>`
    select a.*, array(select r.number from activity_revisions r where r.activity = a.id order by r.number) as earlier_revisions,
      (select jsonb_build_object('id', o.id, 'name', o.name, 'acronym', o.acronym, 'type', o.stakeholder_type, 'country', o.country)
        from organizations o where o.id = a.published_organization and o.visibility = 'public') as shown_organization,
      ${translationsOf({ kind: 'activity', id: sql`a.id` })} as translations
    from activities a where a.id = ${id} and a.published is not null and a.state <> 'discarded'`.execute(db)
  return found.rows[0] ?? null
}

const presentRevision = (activity: Activity) =>
  activity.published === null
    ? null
    : {
        content: activity.published,
        revision: activity.publishedRevision ?? 1,
        language: activity.publishedLanguage ?? activity.language,
        organization: activity.publishedOrganization,
        publishedAt: activity.changedAt ?? activity.createdAt,
        replacedAt: null,
      }

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

import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { textsOf } from '#platform/texts/texts.ts'
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
  const activity = await publicActivity(db, id)
  if (activity === null || activity.publishedRevision === null) return null
  const revisions = await revisionNumbers(db, activity)
  const read =
    number === null || number === activity.publishedRevision
      ? presentRevision(activity)
      : await earlierRevision(db, id, number)
  if (read === null) return null
  const texts = await textsOf(db, [{ kind: 'activity', id }], language)
  return {
    activity,
    ...read,
    organization: read.organization === null ? null : await organizationRef(db, read.organization),
    texts: texts.get('activity', id),
    revisions,
    mergedInto: activity.mergedInto === null ? null : await titleOf(db, activity.mergedInto),
  }
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

async function revisionNumbers(db: Db, { id, publishedRevision }: Activity): Promise<number[]> {
  const earlier = await db
    .selectFrom('activity_revisions')
    .select('number')
    .where('activity', '=', id)
    .orderBy('number')
    .execute()
  return [...earlier.map(({ number }) => number), publishedRevision ?? 1]
}

async function organizationRef(db: Db, id: string): Promise<OrganizationRef | null> {
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

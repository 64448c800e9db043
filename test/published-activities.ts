import type { ActivityContent, ActivityState, Licence } from '#modules/activities/index.ts'
import { emptyContent } from '#modules/activities/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import type { LanguageCode } from '#platform/languages.ts'

export type SampleActivity = {
  /** Ten letters and digits. */
  id: string
  content?: Partial<ActivityContent>
  /** As it is being worked on; the same as what is public where nothing is said. */
  work?: Partial<ActivityContent>
  state?: ActivityState
  organization?: string
  language?: LanguageCode
  licence?: Licence
  at?: Date
  example?: boolean
  import?: string
}

const sampleAt = new Date('2026-11-10T10:00:00Z')

/** Entries put straight into their table, with the line of history that published them; drafts without. */
export async function putActivities(db: Db, all: readonly SampleActivity[]): Promise<void> {
  for (const one of all) {
    await db.insertInto('activities').values(row(one)).execute()
    if (isPublished(one) && one.import === undefined) await publishedLine(db, one.id, one.at ?? sampleAt)
  }
}

export const publishedLine = (db: Db, id: string, at: Date, act = 'publish'): Promise<void> =>
  db
    .transaction()
    .execute((tx) => record(tx, { act: `activities.${act}`, subject: { kind: 'activity', id }, actor: 'olga' }, at))

const isPublished = ({ state = 'published' }: SampleActivity): boolean =>
  !['draft', 'submitted', 'returned', 'discarded'].includes(state)

function row(one: SampleActivity) {
  const { id, state = 'published', at = sampleAt, language = 'en' } = one
  const content: ActivityContent = { ...emptyContent, title: `Activity ${id}`, ...one.content }
  const isPublic = isPublished(one)
  return {
    id,
    state,
    organization: one.organization ?? null,
    contributor: 'amina',
    language,
    external_key: null,
    content: JSON.stringify({ ...content, ...one.work }),
    published: isPublic ? JSON.stringify(content) : null,
    published_revision: isPublic ? 1 : null,
    published_organization: isPublic ? (one.organization ?? null) : null,
    published_language: isPublic ? language : null,
    revision: 1,
    created_at: at,
    updated_at: at,
    submitted_at: state === 'submitted' || state === 'update-pending' ? at : null,
    first_published_at: isPublic ? at : null,
    changed_at: isPublic ? at : null,
    confirmed_at: isPublic ? at : null,
    licence: one.licence ?? ('CC-BY-4.0' as const),
    is_example: one.example ?? false,
    import: one.import ?? null,
  }
}

import type { ActivityContent, ActivityState, Licence } from '#modules/activities/index.ts'
import { emptyContent } from '#modules/activities/index.ts'
import type { Updateable } from 'kysely'
import type { Db, Tables, Tx } from '#platform/database/tables.ts'
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
}

const sampleAt = new Date('2026-11-10T10:00:00Z')

/** Entries put straight into their table, with the line of history that published them; drafts without. */
export async function putActivities(db: Db, all: readonly SampleActivity[]): Promise<void> {
  for (const one of all) {
    await db.transaction().execute(async (tx) => {
      await tx.insertInto('activities').values(row(one)).execute()
      await noteLine(tx, one.id, one.at ?? sampleAt, isPublished(one) ? 'publish' : 'enter')
    })
  }
}

/** Changes the row of an entry with the line of history that tells of it. */
export const changeActivity = (
  db: Db,
  { id, at, act }: { id: string; at: Date; act: string },
  columns: Updateable<Tables['activities']>,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await tx
      .updateTable('activities')
      .set((is) => ({ ...columns, revision: is('revision', '+', 1), updated_at: at }))
      .where('id', '=', id)
      .execute()
    await noteLine(tx, id, at, act)
  })

const noteLine = (tx: Tx, id: string, at: Date, act: string): Promise<void> =>
  record(tx, { act: `activities.${act}`, subject: { kind: 'activity', id }, actor: 'olga' }, at)

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
  }
}

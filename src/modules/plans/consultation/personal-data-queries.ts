import type { PersonalData, PersonalDataOf } from '#platform/access/personal-data.ts'
import type { Db } from '#platform/database/tables.ts'
import { translationsFor, type Translations } from '#platform/texts/texts.ts'
import './tables.ts'

/** What a person has said of plans, with what became of it, and what they answered to others. */
export const commentsOfPerson: PersonalDataOf = async (db, { id }) => [
  of('plan-comments', await commentsBy(db, id)),
  of('plan-dispositions', await disposedBy(db, id)),
]

const of = (holding: 'plan-comments' | 'plan-dispositions', rows: PersonalData['rows']): PersonalData => ({
  holding,
  title: `personal-data.${holding}`,
  why: `personal-data.${holding}.why`,
  rows,
})

async function commentsBy(db: Db, person: string): Promise<PersonalData['rows']> {
  const rows = await db
    .selectFrom('plan_comments')
    .select(['id', 'plan', 'item', 'organization', 'named', 'state', 'disposition', 'commented_at'])
    .where('author', '=', person)
    .orderBy('commented_at')
    .orderBy('id')
    .execute()
  const texts = await translationsFor(
    db,
    rows.map(({ id }) => ({ kind: 'plan-comment', id })),
  )
  return rows.map((row) => {
    const translations = texts('plan-comment', row.id)
    return { ...row, text: sourceOf(translations, 'text'), reply: sourceOf(translations, 'reply') }
  })
}

const sourceOf = (translations: Translations, field: string): string | null =>
  Object.values(translations ?? {}).find((fields) => fields[field]?.isSource)?.[field]?.text ?? null

const disposedBy = (db: Db, person: string) =>
  db
    .selectFrom('plan_comments')
    .select(['id', 'plan', 'disposition', 'disposed_at'])
    .where('disposed_by', '=', person)
    .orderBy('disposed_at')
    .orderBy('id')
    .execute()

import type { PersonalDataOf } from '#platform/access/personal-data.ts'

/** What somebody has translated and reviewed, and the files that they brought. It stays when they leave, without their name. */
export const translationsOfPerson: PersonalDataOf = async (db, { id: person }) => {
  const written = await db
    .selectFrom('text_translations')
    .select(['kind', 'id', 'field', 'segment', 'language', 'text', 'written_at as at'])
    .where('author', '=', person)
    .orderBy('written_at')
    .orderBy('kind')
    .orderBy('id')
    .orderBy('segment')
    .execute()
  const reviewed = await db
    .selectFrom('text_translations')
    .select(['kind', 'id', 'field', 'segment', 'language', 'reviewed_at as at'])
    .where('reviewer', '=', person)
    .orderBy('reviewed_at')
    .orderBy('kind')
    .orderBy('id')
    .orderBy('segment')
    .execute()
  const files = await db
    .selectFrom('translation_imports')
    .select(['at', 'file_name as file', 'accepted', 'unchanged', 'refused'])
    .where('by', '=', person)
    .orderBy('at')
    .execute()
  const why = 'translation.data.why' as const
  return [
    { holding: 'translations', title: 'translation.data.written', why, rows: written },
    { holding: 'translation-reviews', title: 'translation.data.reviewed', why, rows: reviewed },
    { holding: 'translation-files', title: 'translation.data.files', why, rows: files },
  ]
}

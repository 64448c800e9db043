import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { textDifferences } from './difference-queries.ts'
import type { ImportOutcome } from './store-commands.ts'

/** The same bytes in the same language, as they were imported. */
export async function importedBefore(
  db: Db,
  checksum: string,
  language?: LanguageCode,
): Promise<ImportOutcome | null> {
  let query = db
    .selectFrom('revision_texts as t')
    .innerJoin('revisions as r', 'r.id', 't.revision')
    .select(['t.revision', 't.language', 't.version', 't.duties', 't.warnings', 'r.instrument'])
    .select((is) =>
      is
        .selectFrom('text_units as u')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('u.revision', '=', 't.revision')
        .whereRef('u.language', '=', 't.language')
        .whereRef('u.version', '=', 't.version')
        .as('provisions'),
    )
    .where('t.source', '=', checksum)
    .orderBy('t.version', 'desc')
  if (language) query = query.where('t.language', '=', language)
  const found = await query.executeTakeFirst()
  if (!found) return null
  const { duties, warnings, provisions, ...text } = found
  return {
    ...text,
    kind: 'unchanged',
    provisions: provisions ?? 0,
    duties: duties.length,
    differences: await textDifferences(db, text.revision, text.language),
    warnings,
  }
}

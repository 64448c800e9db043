import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../database/tables.ts'
import type { TextRecord } from './source-commands.ts'
import type { Translations } from './words.ts'

/**
 * For modules that hold fields as `{language: text}` themselves: what translators and machines wrote of a record besides, as one
 * column of the row. `withTranslations` joins the two, `uncheckedIn` says what must be labelled.
 */
export const translationsOf = ({
  kind,
  id,
}: {
  kind: string
  id: RawBuilder<unknown>
}): RawBuilder<unknown> => sql`(
  select jsonb_object_agg(tl.language, tl.texts) from text_languages tl where tl.kind = ${sql.lit(kind)} and tl.id = ${id})`

/** The same for records that stand on one page together, with one question. */
export async function translationsFor(
  db: Db,
  records: readonly TextRecord[],
): Promise<(kind: string, id: string) => Translations> {
  const found =
    records.length === 0
      ? []
      : await db
          .selectFrom('text_languages')
          .select(['kind', 'id', 'language', 'texts'])
          .where('kind', 'in', [...new Set(records.map(({ kind }) => kind))])
          .where('id', 'in', [...new Set(records.map(({ id }) => id))])
          .execute()
  const byRecord = Map.groupBy(found, ({ kind, id }) => `${kind} ${id}`)
  return (kind, id) =>
    Object.fromEntries((byRecord.get(`${kind} ${id}`) ?? []).map(({ language, texts }) => [language, texts]))
}

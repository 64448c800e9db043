import { sql, type RawBuilder } from 'kysely'

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

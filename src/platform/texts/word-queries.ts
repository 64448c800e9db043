import { sql, type RawBuilder } from 'kysely'

/**
 * For modules that hold a field as `{language: text}` themselves: that column, and where it has no text in a language, what
 * translators or a machine wrote. Ask `machineWords` beside it, so that a machine's text is labelled wherever it is shown.
 */
export const translatedWords = (
  column: RawBuilder<unknown>,
  { kind, id, field }: { kind: string; id: RawBuilder<unknown>; field: string },
): RawBuilder<unknown> => sql`(
  coalesce((
    select jsonb_object_agg(tl.language, tl.texts -> ${sql.lit(field)} ->> 'text') from text_languages tl
    where tl.kind = ${sql.lit(kind)} and tl.id = ${id} and tl.texts -> ${sql.lit(field)} ->> 'text' is not null
  ), '{}') || ${column})`

/** The languages in which a part of a record was written by a machine only, as a list. */
export const machineWords = ({
  kind,
  id,
}: {
  kind: string
  id: RawBuilder<unknown>
}): RawBuilder<unknown> => sql`
  array(select tl.language from text_languages tl
    where tl.kind = ${sql.lit(kind)} and tl.id = ${id} and (tl.counts ->> 'machine')::int > 0 order by tl.language)`

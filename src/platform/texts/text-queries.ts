import type { Db } from '../database/tables.ts'
import type { LanguageCode } from '../languages.ts'
import type { TextRecord } from './source-commands.ts'
import type { TextState } from './text-state.ts'
import type { Translations } from './words.ts'

/** A text as a reader of one language gets it. */
export type TextRead = {
  text: string
  /** The language in which it stands here. */
  language: LanguageCode
  /** What there is in the language asked for. */
  state: TextState
  original: LanguageCode
  /** Whether the original is shown because the language asked for has no text. */
  isFallback: boolean
}

export type RecordTexts = {
  /** The fields of one record that have a text. */
  get: (kind: string, id: string) => Record<string, TextRead | undefined>
}

/** The texts of many records for readers of one language, with one question to the database. */
export async function textsOf(
  db: Db,
  records: readonly TextRecord[],
  language: LanguageCode,
): Promise<RecordTexts> {
  const found = records.length === 0 ? [] : await rowsOf(db, records, language)
  const byRecord = Map.groupBy(found, ({ kind, id }) => `${kind} ${id}`)
  return {
    get: (kind, id) => readIn(byRecord.get(`${kind} ${id}`) ?? [], language),
  }
}

/** The same of one record whose row was read with `translationsOf`. */
export const textsIn = (
  translations: Translations,
  language: LanguageCode,
): Record<string, TextRead | undefined> =>
  readIn(
    Object.entries(translations ?? {}).map(([code, texts]) => ({ language: code as LanguageCode, texts })),
    language,
  )

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const rowsOf = (db: Db, records: readonly TextRecord[], language: LanguageCode) =>
  db
    .selectFrom('text_languages')
    .select(['kind', 'id', 'language', 'texts'])
    .where('kind', 'in', [...new Set(records.map(({ kind }) => kind))])
    .where('id', 'in', [...new Set(records.map(({ id }) => id))])
    .where((is) => is.or([is('language', '=', language), is('has_source', '=', true)]))
    .execute()

function readIn(
  rows: readonly Pick<Row, 'language' | 'texts'>[],
  language: LanguageCode,
): Record<string, TextRead> {
  const own = rows.find((row) => row.language === language)
  const sources = rows.flatMap((row) =>
    Object.entries(row.texts).flatMap(([field, { text, isSource }]) =>
      isSource && text !== null ? [{ field, text, language: row.language }] : [],
    ),
  )
  return Object.fromEntries(
    sources.map(({ field, ...source }): [string, TextRead] => {
      const there = own?.texts[field]
      const text = there?.text ?? null
      const state = there?.state ?? 'missing'
      const shown = text === null ? source : { text, language }
      return [field, { ...shown, state, original: source.language, isFallback: text === null }]
    }),
  )
}

/** The fields of a record that have a text to translate. */
export async function fieldsOf(db: Db, { kind, id }: TextRecord): Promise<string[]> {
  const found = await db
    .selectFrom('texts')
    .select('field')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .orderBy('field')
    .execute()
  return found.map(({ field }) => field)
}

/** The records of a bundle with the language in which each was written. */
export const recordsOfBundle = (
  db: Db,
  bundle: string,
): Promise<{ kind: string; id: string; language: LanguageCode }[]> =>
  db.selectFrom('texts').select(['kind', 'id', 'language']).distinct().where('bundle', '=', bundle).execute()

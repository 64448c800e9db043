import type { Actor } from '#platform/access/actor.ts'
import { maySee, type Visibility } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { keptTexts, type LockedText } from '#platform/texts/locked-queries.ts'
import { fieldsInOrder, type TextKind, type TextKinds } from '#platform/texts/texts.ts'
import type { FieldNow, RecordInLanguage, TranslationRecord } from './record.ts'

/** Null when there is no such record, or none for this actor. `reader`: the language of its title. */
export async function translationRecord(
  db: Db,
  kinds: TextKinds,
  { kind, id, language }: RecordInLanguage,
  actor: Actor,
  reader: LanguageCode,
): Promise<TranslationRecord | null> {
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  const row = await languageRow(db, { kind, id, language })
  if (!known || !row) return null
  const { owners, within } = await known.ownersOf(db, id)
  if (!sees(actor, row.visibility, owners)) return null
  const titles = await known.titlesOf(db, [id], reader)
  const texts = await keptTexts(db, [{ kind, id }])
  return {
    ...{ kind, id, language, owners, within, state: row.state, version: row.version },
    title: titles.get(id) ?? id,
    kindName: known.name,
    path: known.pathOf(id),
    fields: fieldsOf(known, [...texts.values()], language),
  }
}

/** Where the translation of a record into a language stands now. */
export const languageRow = (db: Db, { kind, id, language }: RecordInLanguage) =>
  db
    .selectFrom('text_languages')
    .select(['state', 'version', 'visibility'])
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('language', '=', language)
    .executeTakeFirst()

/** Whoever keeps a record sees it, whatever its level. */
const sees = (actor: Actor, visibility: Visibility, owners: readonly string[]) =>
  maySee(actor, visibility) || (actor.person !== null && owners.includes(actor.person))

function fieldsOf(kind: TextKind, texts: readonly LockedText[], language: LanguageCode): FieldNow[] {
  const there = texts.map(({ field }) => field)
  return fieldsInOrder(kind, there).flatMap(([field, name]) => {
    const text = texts.find((one) => one.field === field)
    if (!text || text.language === language) return []
    const own = new Map(
      text.translations.filter((one) => one.language === language).map((one) => [one.segment, one]),
    )
    const segments = text.segments.map(({ segment, source }) => {
      const there = own.get(segment)
      if (!there) return { field, segment, source, own: null }
      const { text: words, state, engine, author, of_source, changed_in: changedIn } = there
      const ofSource = of_source === source ? null : of_source
      return { field, segment, source, own: { text: words, state, engine, author, ofSource, changedIn } }
    })
    return [{ field, name, original: text.language, segments }]
  })
}

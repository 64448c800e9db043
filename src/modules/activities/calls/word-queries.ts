import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { weakest } from '#platform/texts/text-state.ts'
import { translationsFor, type TextState, type Translations } from '#platform/texts/texts.ts'
import { callFields, type CallField } from './call.ts'

/** Title and letter in one language as they stand, also when they are older than the original; empty where there is none. */
export async function wordsIn(
  db: Db,
  id: string,
  language: LanguageCode,
): Promise<Record<CallField, string>> {
  const fields = (await translations(db, id))[language]
  return { title: fields?.['title']?.text ?? '', letter: fields?.['letter']?.text ?? '' }
}

/** How good the words of a call are in each language. */
export async function wordStates(db: Db, id: string): Promise<Map<LanguageCode, TextState>> {
  const all = await translations(db, id)
  return new Map(
    languageCodes.map((language) => [
      language,
      weakest(callFields.map((field) => all[language]?.[field]?.state ?? 'missing')),
    ]),
  )
}

const translations = async (db: Db, id: string): Promise<NonNullable<Translations>> =>
  (await translationsFor(db, [{ kind: 'call', id }]))('call', id) ?? {}

import { isLanguageCode, type LanguageCode } from '#platform/languages.ts'

/** Grows when questionnaires of an earlier one can no longer be read. */
export const questionnaireVersion = 1

/** What a questionnaire says of itself: its language, and the entry that it was taken from, as that was then. */
export type Mark = {
  version: number
  language: LanguageCode
  entry: { id: string; revision: number } | null
}

/** 'A1-fr' for a blank one, 'A1-fr-k3jd82mx0q-4' for one that was taken from an entry. */
export const markText = ({ version, language, entry }: Mark): string =>
  [`A${version}`, language, ...(entry === null ? [] : [entry.id, entry.revision])].join('-')

export function markIn(text: string): Mark | null {
  const [, version = '', language = '', id, revision] =
    /^A(\d{1,4})-([a-z]{2})(?:-([0-9a-z]{10})-(\d{1,9}))?$/.exec(text.trim()) ?? []
  if (!isLanguageCode(language)) return null
  return {
    version: Number(version),
    language,
    entry: id === undefined ? null : { id, revision: Number(revision) },
  }
}

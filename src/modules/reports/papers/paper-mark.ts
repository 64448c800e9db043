import { z } from 'zod'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { sha256 } from '#platform/sha256.ts'

/** From what a paper was made: it goes along in a Word file, and tells what has changed on the site since. */
export type PaperMark = z.infer<typeof markShape>

const markShape = z.object({
  report: z.string().max(100),
  language: z.enum(languageCodes),
  /** What each section said, by its code. */
  texts: z.record(z.string().max(100), z.string().max(100)),
})

type Worded = { text: string; language: LanguageCode }

export const paperMark = (
  report: { id: string; sections: readonly { code: string; text: Worded | null }[] },
  language: LanguageCode,
): string => {
  const texts = Object.fromEntries(report.sections.map(({ code, text }) => [code, textMark(text)]))
  return JSON.stringify({ report: report.id, language, texts } satisfies PaperMark)
}

/** Changes when the text of a section does, or the language in which there is one. */
export const textMark = (said: Worded | null): string =>
  said === null || said.text === '' ? '' : `${said.language}:${sha256(said.text).slice(0, 16)}`

/** Null where there is none that we have written. */
export function markRead(mark: string | null): PaperMark | null {
  try {
    return markShape.parse(JSON.parse(mark ?? ''))
  } catch {
    // Whoever sends a file may have written anything there.
    return null
  }
}

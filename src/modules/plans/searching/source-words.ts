import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import type { Translations } from '#platform/texts/texts.ts'

export type FoundPlan = {
  id: string
  language: LanguageCode
  actionLine: string | null
  startsOn: string
  endsOn: string
  openedAt: Date
  isExample: boolean
  translations: Translations
}

/** `titled` is the field that names the record. */
export function textsOf(
  translations: Translations,
  fields: readonly string[],
  titled = 'title',
): SearchDocument['texts'] {
  return languageCodes.flatMap((language) => {
    const own = translations?.[language]
    const title = own?.[titled]?.text ?? ''
    const body = fields.map((field) => own?.[field]?.text ?? '').filter(Boolean)
    return title === '' && body.length === 0 ? [] : [{ language, title, body: body.join('\n') }]
  })
}

export const languagesIn = (translations: Translations, titled = 'title'): LanguageCode[] =>
  languageCodes.filter((code) => Boolean(translations?.[code]?.[titled]?.text))

const mostYears = 40

export function yearsFrom({ startsOn, endsOn }: Pick<FoundPlan, 'startsOn' | 'endsOn'>): string[] {
  const [first, last] = [startsOn, endsOn].map((day) => Number(day.slice(0, 4))) as [number, number]
  return Array.from({ length: Math.min(Math.max(0, last - first) + 1, mostYears) }, (_, place) =>
    String(first + place),
  )
}

export const unique = (values: readonly string[]): string[] => [...new Set(values)]

import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { Licence } from '../activity.ts'
import type { Progress, Reach } from '../content.ts'

/** What a list shows of an activity; kept with the index, so that a list asks the database for nothing. */
export type ActivityCard = {
  id: string
  language: LanguageCode
  title: Translated
  /** Languages whose title a machine has written, or whose source has changed since. */
  unchecked: Partial<Record<LanguageCode, 'machine' | 'outdated'>>
  /** The beginning of the summary in the original language. */
  summary: string
  organization: {
    id: string
    name: Translated
    acronym: string | null
    type: string
    country: string | null
  } | null
  type: string | null
  reach: Reach | null
  countries: string[]
  regions: string[]
  status: Progress | null
  start: string | null
  end: string | null
  actionLines: string[]
  sdgs: string[]
  gdc: string[]
  state: 'published' | 'update-pending' | 'confirm-due' | 'archived'
  licence: Licence
  revision: number
  firstPublishedAt: string
  changedAt: string
  confirmedAt: string
  example: boolean
}

export const longestSummary = 280

/** Cut between words, with the sign that something follows. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > most / 2 ? space : most).trimEnd()}…`
}

import { inLanguage, type LanguageCode, type Translated } from '#platform/languages.ts'
import type { FoundKind } from '#platform/search/feeding/search-source.ts'
import type { Licence } from '../activity.ts'
import type { Progress, Reach } from '../content.ts'
import { activityPaths } from '../paths.ts'

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

/** An activity among all that is published: its organization says whose it is. */
export const foundActivity: FoundKind = {
  isEvidence: true,
  many: 'search.kind.activity',
  one: 'search.one.activity',
  told: ({ language }, written) => {
    const { id, organization, unchecked, state, example } = JSON.parse(written) as ActivityCard
    return {
      id,
      name: organization?.acronym ?? inLanguage(organization?.name ?? {}, language)?.text ?? id,
      path: activityPaths.activity(id),
      unchecked,
      isArchived: state === 'archived',
      isExample: example,
    }
  },
}

export const longestSummary = 280

/** Cut between words, with the sign that something follows. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > most / 2 ? space : most).trimEnd()}…`
}

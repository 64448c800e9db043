import { inLanguage, type LanguageCode, type Translated } from '#platform/languages.ts'
import type { FoundKind } from '#platform/search/feeding/search-source.ts'
import type { Licence } from '../activity.ts'
import type { Progress, Reach } from '../content.ts'
import { activityPaths } from '../paths.ts'

/** What a list shows of an activity beside its titles; kept with the index, so that a list asks the database for nothing. */
export type ActivityCard = {
  id: string
  language: LanguageCode
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
  firstPublishedAt: Date
  changedAt: Date
  confirmedAt: Date
  example: boolean
}

/** A card as it is kept, a hundred thousand times: values without their names, of times the milliseconds since the change. */
type Kept = [
  id: string,
  language: LanguageCode,
  unchecked: ActivityCard['unchecked'],
  summary: string,
  type: string | null,
  reach: Reach | null,
  countries: string[],
  regions: string[],
  status: Progress | null,
  start: string | null,
  end: string | null,
  actionLines: string[],
  sdgs: string[],
  gdc: string[],
  state: ActivityCard['state'],
  licence: Licence,
  revision: number,
  changedAt: number,
  firstPublishedAfter: number,
  confirmedAfter: number,
  example: 0 | 1,
]

/** Whose it is stands in a line of its own, which is kept once for all that they have done. */
export function writtenCard({ organization, ...card }: ActivityCard): string {
  const changedAt = card.changedAt.getTime()
  const kept: Kept = [
    card.id,
    card.language,
    card.unchecked,
    card.summary,
    card.type,
    card.reach,
    card.countries,
    card.regions,
    card.status,
    card.start,
    card.end,
    card.actionLines,
    card.sdgs,
    card.gdc,
    card.state,
    card.licence,
    card.revision,
    changedAt,
    card.firstPublishedAt.getTime() - changedAt,
    card.confirmedAt.getTime() - changedAt,
    card.example ? 1 : 0,
  ]
  return `${JSON.stringify(kept)}\n${JSON.stringify(organization)}`
}

export function readCard(written: string): ActivityCard {
  const lineEnd = written.indexOf('\n')
  const [
    id,
    language,
    unchecked,
    summary,
    type,
    reach,
    countries,
    regions,
    status,
    start,
    end,
    actionLines,
    sdgs,
    gdc,
    state,
    licence,
    revision,
    changedAt,
    firstPublishedAfter,
    confirmedAfter,
    example,
  ] = JSON.parse(written.slice(0, lineEnd)) as Kept
  return {
    ...{ id, language, unchecked, summary, type, reach, countries, regions, status, start, end },
    ...{ actionLines, sdgs, gdc, state, licence, revision },
    organization: JSON.parse(written.slice(lineEnd + 1)) as ActivityCard['organization'],
    changedAt: new Date(changedAt),
    firstPublishedAt: new Date(changedAt + firstPublishedAfter),
    confirmedAt: new Date(changedAt + confirmedAfter),
    example: example === 1,
  }
}

/** An activity among all that is published: its organization says whose it is. */
export const foundActivity: FoundKind = {
  isEvidence: true,
  many: 'search.kind.activity',
  one: 'search.one.activity',
  told: ({ language }, written) => {
    const { id, organization, unchecked, state, example } = readCard(written)
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
  return `${cut.slice(0, space > most / 2 ? space : most).replace(endOfPart, '')}…`
}

/** A stop before the ellipsis would read as four dots. */
const endOfPart = /[\s.,;:…،؛。，、；：]+$/u

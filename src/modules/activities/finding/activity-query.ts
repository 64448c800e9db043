import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import type { Place, SearchOrder, SearchRequest } from '#platform/search/search-document.ts'
import {
  cursorText,
  limitText,
  searchOrder,
  searchWords,
  severalCodes,
  severalOf,
} from '#platform/web/list-parameters.ts'
import type { Visit } from '#platform/web/visit.ts'
import { progressStates, reaches } from '../content.ts'
import { ages, ageOfMonth, type Age } from '../published/age.ts'

/** Filters whose values are codes of data. */
export const codeFilters = [
  'action-line',
  'theme',
  'sdg',
  'target',
  'gdc',
  'country',
  'region',
  'group',
  'organization',
  'stakeholder',
  'type',
  'beneficiary',
  'year',
] as const

export type CodeFilter = (typeof codeFilters)[number]

const shownStates = ['published', 'update-pending', 'confirm-due', 'archived'] as const

/** The filters that lists, counts, maps and downloads of activities have in common. */
export const activityFilters = z.strictObject({
  q: searchWords.optional(),
  ...(Object.fromEntries(codeFilters.map((name) => [name, severalCodes.optional()])) as Record<
    CodeFilter,
    z.ZodOptional<typeof severalCodes>
  >),
  status: severalOf(progressStates).optional(),
  reach: severalOf(reaches).optional(),
  language: severalOf(languageCodes).optional(),
  state: severalOf(shownStates).optional(),
  age: severalOf(ages).optional(),
})

export const activityQuery = activityFilters.extend({
  sort: searchOrder.optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

export type ActivityFilters = z.infer<typeof activityFilters>
export type ActivityQuery = z.infer<typeof activityQuery>

/** Filters with counts, in the order in which a page shows them. */
export const countedFilters = [
  'action-line',
  'sdg',
  'gdc',
  'region',
  'country',
  'group',
  'stakeholder',
  'organization',
  'type',
  'year',
  'status',
  'reach',
  'beneficiary',
  'language',
  'age',
  'state',
] as const

export type CountedFilter = (typeof countedFilters)[number]

/** Filters that the search knows by the same name and the same values. */
const plainFilters = [...codeFilters, 'status', 'reach', 'language'] as const

/** What the search is asked. Archived entries are left out unless they are asked for. */
export function requestFor(
  { language, now }: Pick<Visit, 'language' | 'now'>,
  asked: ActivityFilters,
  how: { facets: SearchRequest['facets']; order?: SearchOrder; limit: number; after?: Place | null },
): SearchRequest {
  const words = asked.q?.trim() ?? ''
  return {
    words,
    language,
    lastWord: 'whole',
    filters: { kind: ['activity'], ...filtersOf(asked, now) },
    facets: how.facets === 'all' ? 'all' : how.facets.map((name) => (name === 'age' ? 'confirmed' : name)),
    mostValues,
    order: how.order ?? (words === '' ? 'newest' : 'relevance'),
    limit: how.limit,
    after: how.after ?? null,
  }
}

/** There may be thousands of organizations. */
export const mostValues = { organization: 300 }

export function filtersOf(asked: ActivityFilters, now: Date): Record<string, string[]> {
  const { age, state } = asked
  const given = plainFilters.flatMap((name): [string, string[]][] => {
    const text = asked[name]
    return text === undefined ? [] : [[name, text.split(',')]]
  })
  return {
    ...Object.fromEntries(given),
    state: state?.split(',') ?? ['published', 'update-pending', 'confirm-due'],
    ...(age === undefined ? {} : { confirmed: monthsOf(age.split(',') as Age[], now) }),
  }
}

/** The months of the calendar in which what is so old was confirmed; the first entries are of 2004. */
function monthsOf(asked: Age[], now: Date): string[] {
  const months = (now.getUTCFullYear() - 2004) * 12 + now.getUTCMonth() + 1
  const all = Array.from({ length: Math.max(months, 1) }, (_, month) => {
    const year = 2004 + Math.floor(month / 12)
    return `${year}-${String((month % 12) + 1).padStart(2, '0')}`
  })
  return all.filter((month) => asked.includes(ageOfMonth(month, now)))
}

import { z } from 'zod'
import { badRequest } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import type { Place, SearchOrder, SearchRequest } from '#platform/search/search-document.ts'
import { UnreadableCursor } from '#platform/web/listing.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { rule } from '#platform/web/problem.ts'
import type { Visit } from '#platform/web/visit.ts'
import { progressStates, reaches } from '../content.ts'
import { ages, ageOfMonth, type Age } from '../published/age.ts'

/** One value or several with commas between them: any of them will do. */
const values = z
  .string()
  .regex(/^[\p{L}\p{N} ._-]{1,120}(?:,[\p{L}\p{N} ._-]{1,120}){0,39}$/u, rule('rule.codes'))

const several = <const Values extends readonly string[]>(known: Values) =>
  z
    .string()
    .refine((text) => text.split(',').every((one) => known.includes(one)), rule('rule.codes'))
    .meta({ examples: [...known] })

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

export const sorts = ['relevance', 'newest', 'oldest', 'title'] as const

const shownStates = ['published', 'update-pending', 'confirm-due', 'archived'] as const

/** The filters that lists, counts, maps and downloads of activities have in common. */
export const activityFilters = z.strictObject({
  q: z.string().max(300, rule('rule.search-words')).optional(),
  ...(Object.fromEntries(codeFilters.map((name) => [name, values.optional()])) as Record<
    CodeFilter,
    z.ZodOptional<typeof values>
  >),
  status: several(progressStates).optional(),
  reach: several(reaches).optional(),
  language: several(languageCodes).optional(),
  state: several(shownStates).optional(),
  age: several(ages).optional(),
})

export const activityQuery = activityFilters.extend({
  sort: z.enum(sorts).optional(),
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
    order: how.order ?? (words === '' ? 'newest' : 'relevance'),
    limit: how.limit,
    after: how.after ?? null,
  }
}

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

const placeShape = z.tuple([z.string(), z.number(), z.number(), z.string()])

export const cursorOf = ({ key, date, score, title }: Place): string =>
  Buffer.from(JSON.stringify([key, date, score, title])).toString('base64url')

/** The place from which to go on; refused when no list made it. */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined || cursor === '') return null
  const read = placeShape.safeParse(parsed(cursor))
  if (!read.success) throw new UnreadableCursor()
  const [key, date, score, title] = read.data
  return { key, date, score, title }
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    // Anything may stand in an address; what is no JSON is no cursor.
    return null
  }
}

/** Refuses codes that stand for nothing, naming those that do. */
export function refuseUnknownCodes(
  asked: ActivityFilters,
  known: (name: CodeFilter, code: string) => boolean,
  valid: (name: CodeFilter) => string[],
): void {
  const unknown = codeFilters.flatMap((name) => {
    const wrong = asked[name]?.split(',').some((code) => !known(name, code)) ?? false
    return wrong ? [name] : []
  })
  if (unknown.length === 0) return
  throw badRequest(
    unknown.map((field) => ({
      field,
      key: 'error.parameter.value' as const,
      values: { field },
      validValues: valid(field).slice(0, 300),
    })),
  )
}

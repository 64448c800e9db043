import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { chanceOf } from '../search/invented-documents.ts'
import type { Codes, InventedEntry, Inventor } from './invented-entries.ts'
import { written } from './load.ts'

/** The same question to the site and, where it has such an answer, to the plain server; each in many ways, one after the other. */
export type Question = {
  name: string
  site: string[]
  plain: string[] | null
}

type Asking = { invent: Inventor; size: number; codes: Codes; token: string; count: number }

/** Answers that are kept in memory serve nobody here: every request is another, or the same written in another way. */
export const questions = (asking: Asking): Question[] => [
  {
    name: 'newest 20 with total',
    site: spelled(asking.count, '/api/v1/activities?page-size=20&sort=newest&facets=none'),
    plain: [written('/newest')],
  },
  {
    name: 'by line, country and year',
    ...filtered(asking, 'facets=none'),
  },
  ...languageCodes.map((language) => words(asking, language)),
  {
    name: 'all facets of everything',
    site: spelled(asking.count, '/api/v1/activities?page-size=20&sort=newest&facets=all'),
    plain: [written('/facets')],
  },
  {
    name: 'all facets under a query',
    site: asked(asking, (entry) => `q=${encodeURIComponent(wordOf(entry))}&facets=all&page-size=20`, 'en'),
    plain: plainly(asking, (entry) => `/facets?language=en&q=${encodeURIComponent(wordOf(entry))}`, 'en'),
  },
  {
    name: 'all facets under a filter',
    site: asked(asking, (entry) => `action-line=${lineOf(entry)}&facets=all&page-size=20`),
    plain: plainly(asking, (entry) => `/facets?line=${lineOf(entry)}`),
  },
  {
    name: 'one record',
    site: some(asking).map(({ id }) => written(`/api/v1/activities/${id}`)),
    plain: some(asking).map(({ id }) => written(`/record?id=${id}`)),
  },
  {
    name: 'page of the list with facets',
    site: spelled(asking.count, '/en/activities?sort=newest&limit=20'),
    plain: [written('/newest')],
  },
  {
    name: 'page of the list, compressed',
    site: spelled(asking.count, '/en/activities?sort=newest&limit=20', { 'accept-encoding': 'br' }),
    plain: [written('/newest')],
  },
]

/** Writes; each is durable when it is answered. */
export const writes = (asking: Asking): Question[] => [
  creating(asking, 'create a draft', { submit: false }),
  creating(asking, 'create and send', { submit: true }),
]

function creating({ invent, size, token }: Asking, name: string, more: { submit: boolean }): Question {
  const entries = Array.from({ length: 2000 }, (_, place) => invent(2 * size + place))
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  return {
    name,
    site: entries.map(({ language, organization, content }) => {
      const body = JSON.stringify({ ...content, language, organization, ...more })
      return written('/api/v1/activities', { method: 'POST', headers, body })
    }),
    plain: entries.map((entry) =>
      written('/create', { method: 'POST', headers, body: JSON.stringify(entry) }),
    ),
  }
}

function filtered(asking: Asking, more: string): Omit<Question, 'name'> {
  const entries = some(asking).map((entry) => [lineOf(entry), countryOf(entry, asking.codes), yearOf(entry)])
  return {
    site: entries.map(([line, country, year], place) =>
      written(
        spelling(
          `/api/v1/activities?action-line=${line}&country=${country}&year=${year}&page-size=20&${more}`,
          place,
        ),
      ),
    ),
    plain: entries.map(([line, country, year]) =>
      written(`/filtered?line=${line}&country=${country}&year=${year}`),
    ),
  }
}

/** One or two words of an entry of that language, every second time with a filter that fits it. */
function words(asking: Asking, language: LanguageCode): Question {
  const query = (entry: InventedEntry, place: number) => {
    const filter = place % 2 === 0 ? '' : `&country=${countryOf(entry, asking.codes)}`
    return `q=${encodeURIComponent(wordsOf(entry, place))}${filter}&facets=all&page-size=20&language=${language}`
  }
  return {
    name: `words, filters and all facets, ${language}`,
    site: asked(asking, query, language),
    plain: plainly(
      asking,
      (entry, place) => `/found?language=${language}&q=${encodeURIComponent(wordsOf(entry, place))}`,
      language,
    ),
  }
}

const asked = (
  asking: Asking,
  query: (entry: InventedEntry, place: number) => string,
  language?: LanguageCode,
) =>
  some(asking, language).map((entry, place) =>
    written(spelling(`/api/v1/activities?${query(entry, place)}`, place)),
  )

const plainly = (
  asking: Asking,
  address: (entry: InventedEntry, place: number) => string,
  language?: LanguageCode,
) => some(asking, language).map((entry, place) => written(address(entry, place)))

const mostOfLanguage = 2000

/** Entries by chance, always the same; those of one language come again after a while. */
function some({ invent, size, count }: Asking, language?: LanguageCode): InventedEntry[] {
  const chance = chanceOf(99)
  const next = () => invent(Math.floor(size * chance()))
  if (language === undefined) return Array.from({ length: count }, next)
  const found: InventedEntry[] = []
  while (found.length < mostOfLanguage) {
    const entry = next()
    if (entry.language === language) found.push(entry)
  }
  return Array.from({ length: count }, (_, place) => found[place % found.length]!)
}

const lineOf = ({ content }: InventedEntry): string => content.actionLines[0]?.code ?? 'C1'

const countryOf = ({ content }: InventedEntry, { countries }: Codes): string =>
  content.countries[0] ?? countries[0] ?? ''

const yearOf = ({ content }: InventedEntry): string => (content.start ?? '2020').slice(0, 4)

const wordOf = (entry: InventedEntry): string => wordsOf(entry, 0)

/** Of each sort one: a word, or two of the same sentence. */
function wordsOf({ content, language }: InventedEntry, place: number): string {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(content.summary)
  const least = language === 'zh' ? 2 : 5
  const long = [...segments].flatMap(({ segment, isWordLike }) =>
    isWordLike && segment.length >= least ? [segment] : [],
  )
  const from = place % Math.max(1, long.length - 1)
  return long.slice(from, from + 1 + (place % 2)).join(' ')
}

const spelled = (count: number, address: string, headers: Record<string, string> = {}): string[] =>
  Array.from({ length: count }, (_, place) => written(spelling(address, place), { headers }))

/** Letters of the names and values of parameters as percent codes, by the digits of a number in base two: read, all are the same. */
export function spelling(address: string, number: number): string {
  const [path = '', query = ''] = address.split('?')
  let left = number
  const written = query.replaceAll(/%..|[a-z]/g, (letter) => {
    if (letter.length > 1 || left === 0) return letter
    const isCoded = left % 2 === 1
    left = Math.floor(left / 2)
    return isCoded ? `%${letter.charCodeAt(0).toString(16)}` : letter
  })
  return `${path}?${written}`
}

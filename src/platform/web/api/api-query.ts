import type { z } from 'zod'
import { badRequest, Refusal, type Issue } from '../../errors.ts'
import { isLanguageCode, languageCodes, type LanguageCode } from '../../languages.ts'
import type { Facet } from '../site.ts'

/** What lists call the same thing in the API, where `language` is always that of labels and errors. */
const apiNames: Record<string, string> = { after: 'cursor', limit: 'page-size', language: 'text-language' }

export const apiNameOf = (name: string): string => apiNames[name] ?? name

/** The language of labels and errors that a request names; null when it names none. Anything else is refused. */
export function languageAsked(query: URLSearchParams): LanguageCode | null {
  const asked = query.getAll('language')
  const [first = ''] = asked
  if (first === '') return null
  if (asked.length === 1 && isLanguageCode(first)) return first
  throw badRequest([
    {
      field: 'language',
      key: 'error.parameter.value',
      values: { field: 'language' },
      validValues: [...languageCodes],
    },
  ])
}

/** The parameters of a request without those that stand beside every read. */
export function ownParameters(query: URLSearchParams, repeated: readonly string[] = []): URLSearchParams {
  const own = new URLSearchParams()
  for (const [name, value] of query) {
    if (name === 'language') continue
    const before = repeated.includes(name) ? own.get(name) : null
    if (before === null) own.append(name, value)
    else own.set(name, [before, value].filter((text) => text !== '').join(','))
  }
  return own
}

/** The same question as the list behind the page takes it. */
export function asListQuery(query: URLSearchParams, schema: z.ZodObject): URLSearchParams {
  const known = Object.keys(schema.shape)
  const listNames = new Map(known.map((name) => [apiNameOf(name), name]))
  const asked = [...query].map(([name, value]): [string, string] => [listNames.get(name) ?? name, value])
  return new URLSearchParams(asked)
}

/** Waits for a list behind a page; what it refuses is said in the words of the API. */
export async function refusingInApiNames<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer
  } catch (error) {
    // A list names its parameters as the page does.
    throw inApiNames(error)
  }
}

/** A refusal of the list behind the page, in the words of the API. */
function inApiNames(error: unknown): unknown {
  if (!(error instanceof Refusal) || error.status !== 400) return error
  const renamed = error.issues.map((issue): Issue => ({
    ...issue,
    field: apiNameOf(issue.field),
    ...(issue.values ? { values: { ...issue.values, field: apiNameOf(issue.field) } } : {}),
    ...(issue.key === 'error.parameter.unknown' && issue.validValues
      ? { validValues: issue.validValues.map(apiNameOf) }
      : {}),
  }))
  return new Refusal(400, error.key, renamed)
}

/** The names of the counts that `facets` asks for. */
export function facetsAsked(asked: string | undefined, known: readonly string[]): readonly string[] {
  if (asked === undefined || asked === '' || asked === 'all') return known
  if (asked === 'none') return []
  const names = asked.split(',')
  if (names.every((name) => known.includes(name))) return names
  throw badRequest([
    {
      field: 'facets',
      key: 'error.parameter.value',
      values: { field: 'facets' },
      validValues: ['all', 'none', ...known],
    },
  ])
}

export const namedFacets = (facets: readonly Facet[], asked: string | undefined): Facet[] => {
  const named = facets.map((facet) => ({ ...facet, name: apiNameOf(facet.name) }))
  const wanted = facetsAsked(
    asked,
    named.map(({ name }) => name),
  )
  return named.filter(({ name }) => wanted.includes(name))
}

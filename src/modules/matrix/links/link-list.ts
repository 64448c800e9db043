import { z } from 'zod'
import { code, cursorText, limitText } from '#platform/web/list-parameters.ts'
import type { FacetCount } from '#platform/web/listing.ts'
import { isValidOn, linkSources, linkStates, type Link } from './link.ts'

/** The source of links that somebody has proposed here. */
export const proposedHere = 'here'

/** Filters of lists of links. Lines, goals, targets and objectives are called as everywhere else. */
const linkFilters = {
  'action-line': code.optional(),
  sdg: code.optional(),
  target: code.optional(),
  gdc: code.optional(),
  state: z.enum(linkStates).optional(),
  source: z.enum([...linkSources, proposedHere]).optional(),
  /** Only what holds today. */
  valid: z.enum(['now']).optional(),
}

export const linkQuery = z.strictObject({
  ...linkFilters,
  after: cursorText.optional(),
  limit: limitText.optional(),
})

export type LinkFilters = z.infer<z.ZodObject<typeof linkFilters>>

export const facetNames = ['state', 'source', 'action-line', 'sdg', 'gdc'] as const

export type FacetName = (typeof facetNames)[number]

type Test = (link: Link, value: string, day: string) => boolean

const tests: Record<keyof LinkFilters, Test> = {
  'action-line': ({ line }, value) => line === value,
  sdg: ({ sdg }, value) => String(sdg) === value,
  target: ({ target }, value) => target === value,
  gdc: ({ objective }, value) => objective === value,
  state: ({ state }, value) => state === value,
  source: ({ source }, value) => (source ?? proposedHere) === value,
  valid: (link, _value, day) => isValidOn(link, day),
}

const names = Object.keys(tests) as (keyof LinkFilters)[]

/** The links that fit, with counts for every value of every filter; the counts of a filter ignore that filter itself. */
export function filtered(
  links: readonly Link[],
  asked: LinkFilters,
  day: string,
): { rows: Link[]; counts: Record<FacetName, FacetCount[]> } {
  const fits = (link: Link, without?: string) =>
    names.every((name) => {
      const value = asked[name]
      return value === undefined || name === without || tests[name](link, value, day)
    })
  const counts = facetNames.map((name) => {
    const values = links.filter((link) => fits(link, name)).flatMap((link) => valueOf[name](link) ?? [])
    return [name, countsOf(values)] as const
  })
  return {
    rows: links.filter((link) => fits(link)),
    counts: Object.fromEntries(counts) as Record<FacetName, FacetCount[]>,
  }
}

const valueOf: Record<FacetName, (link: Link) => string | null> = {
  state: ({ state }) => state,
  source: ({ source }) => source ?? proposedHere,
  'action-line': ({ line }) => line,
  sdg: ({ sdg }) => (sdg === null ? null : String(sdg)),
  gdc: ({ objective }) => objective,
}

/** In the order in which they come, which is that of the Matrix. */
const countsOf = (values: readonly string[]): FacetCount[] =>
  [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({
    value,
    label: null,
    count: all.length,
  }))

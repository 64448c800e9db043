import type { ActivityCodes } from '../codes-queries.ts'
import type { OpenEntry } from '../open-data/open-entry.ts'

export type OaiSet = { spec: string; name: string }

/** The regions of ITU and the action lines: an entry may be in several. */
export const setsOf = (codes: ActivityCodes): OaiSet[] =>
  kinds.flatMap(({ prefix, tree }) =>
    [...codes[tree].values()].map(({ code, label }) => ({
      spec: specOf(prefix, code),
      name: label.en ?? code,
    })),
  )

const kinds = [
  { prefix: 'region', tree: 'itu-regions' },
  { prefix: 'line', tree: 'action-lines' },
] as const

/** 2.6: a spec has neither spaces nor other signs that mean something in an address. */
const specOf = (prefix: string, code: string): string => `${prefix}:${code.replaceAll(/[^\w-]+/g, '_')}`

/** The code that a spec stands for; null when there is no such set. */
export function codeOfSet(
  spec: string,
  codes: ActivityCodes,
): { tree: (typeof kinds)[number]['tree']; code: string } | null {
  for (const { prefix, tree } of kinds)
    for (const code of codes[tree].keys()) if (specOf(prefix, code) === spec) return { tree, code }
  return null
}

export function specsOf(
  { countries, regions, organization, actionLines }: OpenEntry,
  codes: ActivityCodes,
): string[] {
  const seat = organization?.country ?? null
  const places = countries.length > 0 || seat === null ? countries : [seat]
  const all = [...regions, ...places.flatMap((country) => codes.regionOf.get(country) ?? [])]
  return [
    ...new Set([
      ...all.filter((region) => codes['itu-regions'].has(region)).map((region) => specOf('region', region)),
      ...actionLines.map(({ code }) => specOf('line', code)),
    ]),
  ]
}

import { z } from 'zod'
import { activityFacets, findingNames, refuseUnknownValues } from '#modules/activities/index.ts'
import { badRequest } from '#platform/errors.ts'
import type { FoundKind } from '#platform/search/feeding/search-source.ts'
import { tagShape } from '#platform/web/shapes.ts'
import type { Facet } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { rule } from '#platform/web/problem.ts'
import type { CellCodes } from '../links/cell-codes-queries.ts'
import type { CellLink, CountedCell } from './cells.ts'
import { countedEvidence, evidenceFilters, type CountedEvidence, type EvidenceFilters } from './evidence.ts'

/** What a grid writes into its cells. */
export const measures = ['links', 'evidence', 'share', 'expectation'] as const

export type Measure = (typeof measures)[number]

/** How links and evidence are asked for; `version` holds the evidence of today against a matrix that was published. */
export const gridQuery = (kinds: ReadonlyMap<string, FoundKind>) =>
  z.strictObject({
    measure: z.enum(measures).optional(),
    version: z
      .string()
      .regex(/^[1-9]\d{0,5}$/, rule('rule.whole-number'))
      .optional(),
    ...evidenceFilters(kinds),
  })

export type GridQuery = z.infer<ReturnType<typeof gridQuery>>

const count = z.int().nonnegative()

const cellCounts = {
  /** Agreed links that hold. */
  agreed: count,
  proposed: count,
  /** Published records that carry both codes. */
  evidence: count,
  /** Of all evidence of the line; null where it has none. */
  share: z.number().nullable(),
  /** 'shown': agreed and shown. 'not-shown': agreed and nothing shows it. 'not-linked': evidence without an agreed link. */
  verdict: z.enum(['shown', 'not-shown', 'not-linked', 'empty']),
}

export const countsShape = z.object(cellCounts)

const facetShape = z.object({
  name: z.string(),
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int(), chosen: z.boolean() })),
})

export const gridShape = z.object({
  measure: z.enum(measures),
  /** Number of the version whose links are shown; null for the links that hold today. */
  version: z.int().nullable(),
  /** How many records were counted, whatever they carry. */
  total: count,
  lines: z.array(tagShape),
  goals: z.array(tagShape),
  objectives: z.array(tagShape),
  /** Every line with every goal. */
  cells: z.array(z.object({ line: z.string(), goal: z.string(), ...cellCounts })),
  /** How many cells there are of each verdict. */
  verdicts: z.object({ shown: count, notShown: count, notLinked: count }),
  facets: z.array(facetShape),
})

export type GridRecord = z.infer<typeof gridShape>

/** The links that a cell is made of, and the day on which they must hold. */
export type GridLinks = { links: readonly CellLink[]; day: string }

export const countsOf = ({ agreed, proposed, evidence, share, verdict }: CountedCell) => ({
  agreed,
  proposed,
  evidence,
  share,
  verdict,
})

export type Counted = CountedEvidence & { shownFacets: Facet[] }

/** Counts evidence under the filters of an address; codes that stand for nothing are refused, with those that do. */
export async function countedFor(
  visit: Visit,
  kinds: ReadonlyMap<string, FoundKind>,
  codes: CellCodes,
  asked: EvidenceFilters,
): Promise<Counted> {
  const unknown = asked.kind?.split(',').some((kind) => !kinds.has(kind)) ?? false
  if (unknown) throw unknownValue('kind', [...kinds.keys()])
  const counted = await countedEvidence(visit, kinds, [...codes.lines.keys()], asked)
  const { region, country, year } = asked
  const filters = { region, country, year }
  const names = await findingNames(visit)
  if (counted.total === 0) refuseUnknownValues(names, filters)
  const chosen = new Set(asked.kind?.split(',') ?? [])
  const ofKind = new Map((counted.facets['kind'] ?? []).map(({ value, count: many }) => [value, many]))
  const kindFacet = {
    name: 'kind',
    values: [...kinds].map(([value, { many }]) => ({
      value,
      label: visit.t(many),
      count: ofKind.get(value) ?? 0,
      chosen: chosen.has(value),
    })),
  }
  const others = activityFacets(visit, names, {
    asked: filters,
    counts: counted.counts,
    wanted: ['region', 'country', 'year'],
  })
  return { ...counted, shownFacets: [...others, kindFacet] }
}

/** A version that was never published is refused by its number. */
export const unknownVersion = (known: readonly number[]) => unknownValue('version', known.map(String))

const unknownValue = (field: string, validValues: string[]) =>
  badRequest([{ field, key: 'error.parameter.value', values: { field }, validValues }])

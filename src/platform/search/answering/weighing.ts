import type { Clause } from '../asking/plan.ts'
import type { PartClause, WeighedTerms } from './matching.ts'
import type { Part } from './part.ts'
import { partTerms, type PartTerms } from './part-terms.ts'

/** The terms of each segment that meet each clause: one list for each segment. */
export const termsInParts = (parts: readonly Part[], clauses: readonly Clause[]): PartTerms[][] =>
  parts.map((part) => clauses.map((clause) => partTerms(part, clause)))

/**
 * What the terms of a clause weigh: more the fewer documents of the whole index meet it, so that scores of different segments
 * can be compared. Whole numbers, so that a sum does not depend on its order.
 */
export function weighed(terms: readonly PartTerms[][], clauseCount: number, total: number): PartClause[][] {
  const rarity = Array.from({ length: clauseCount }, (_, clause) => {
    const direct = terms.reduce((sum, part) => sum + part[clause]!.postings, 0)
    const widened = terms.reduce((sum, part) => sum + part[clause]!.widenedPostings, 0)
    return rarityOf(Math.min(total, direct || widened), total)
  })
  return terms.map((part) =>
    part.map((one, clause) => ({
      direct: weighedTerms(one.direct, rarity[clause]!, one.postings),
      widened: weighedTerms(one.widened, rarity[clause]!, one.widenedPostings),
    })),
  )
}

/** As in BM25, in parts of four thousand. */
const rarityOf = (holders: number, total: number): number =>
  4096 * Math.log(1 + (total - holders + 0.5) / (holders + 0.5))

const weighedTerms = (
  terms: ReadonlyMap<number, number>,
  rarity: number,
  postings: number,
): WeighedTerms => ({
  terms: [...terms.keys()],
  weights: [...terms.values()].map((quality) => Math.max(1, Math.round((rarity * quality) / 100))),
  postings,
})

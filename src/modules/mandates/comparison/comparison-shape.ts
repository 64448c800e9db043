import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Comparable, PairKind, ProvisionPair, RevisionComparison } from './comparison.ts'
import { addressName, type SectionHeads } from '../instruments/provision-names.ts'
import { coded, codedShape, revisionRef, revisionRefShape, type Reader } from '../shapes.ts'

export const pairKinds = ['kept', 'renumbered', 'changed', 'new', 'dropped'] as const

export const pairKeys = {
  kept: 'status.kept',
  renumbered: 'status.renumbered',
  changed: 'status.changed',
  new: 'status.new',
  dropped: 'status.dropped',
} satisfies Record<PairKind, MessageKey>

const sideShape = z.object({
  address: z.string(),
  name: z.string(),
  label: z.string().nullable(),
  text: z.string(),
})

/** A provision before and after. */
const pairShape = z.object({
  kind: codedShape(pairKinds),
  before: sideShape.nullable(),
  after: sideShape.nullable(),
  /** 0 to 1: how alike the two are; null for what is new or dropped. */
  score: z.number().min(0).max(1).nullable(),
  renumbered: z.boolean(),
  segments: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
  alsoLike: z.array(z.object({ address: z.string(), name: z.string() })),
})

export type PairRecord = z.infer<typeof pairShape>

const comparisonShape = z.object({
  before: revisionRefShape,
  after: revisionRefShape,
  basis: z.object({
    code: z.enum(['official-text', 'paraphrase']),
    label: z.string(),
    language: z.enum(languageCodes),
  }),
  score: z.number().min(0).max(1),
  counts: z.record(z.enum(pairKinds), z.int().nonnegative()),
  pairs: z.array(pairShape),
})

export type ComparisonRecord = z.infer<typeof comparisonShape>

/** What can be compared, and the comparison of the two that were chosen. */
export const comparePageShape = z.object({
  language: z.enum(languageCodes),
  choices: z.array(revisionRefShape),
  comparison: comparisonShape.nullable(),
})

export type ComparePageRecord = z.infer<typeof comparePageShape>

export const basisKeys = {
  'official-text': 'compare.basis-official',
  paraphrase: 'compare.basis-paraphrase',
} as const

export function comparisonRecord(
  reader: Reader,
  heads: SectionHeads,
  comparison: RevisionComparison,
): ComparisonRecord {
  const { before, after, basis, score, counts, pairs } = comparison
  return {
    before: revisionRef(reader, before),
    after: revisionRef(reader, after),
    basis: { ...coded(reader, basis.kind, basisKeys), language: basis.language },
    score,
    counts,
    pairs: pairs.map((pair) => pairRecord(reader, heads, [before.id, after.id], pair)),
  }
}

function pairRecord(
  reader: Reader,
  heads: SectionHeads,
  [before, after]: [string, string],
  pair: ProvisionPair,
): PairRecord {
  const name = (revision: string, address: string) => addressName(reader, heads, revision, address)
  const side = (revision: string, one: Comparable | null) =>
    one === null
      ? null
      : { address: one.address, name: name(revision, one.address), label: one.label, text: one.text }
  // What a dropped provision is also like stands after; what any other is also like stands before.
  const other = pair.kind === 'dropped' ? after : before
  return {
    kind: coded(reader, pair.kind, pairKeys),
    before: side(before, pair.before),
    after: side(after, pair.after),
    score: pair.score,
    renumbered: pair.renumbered,
    segments: pair.segments,
    alsoLike: pair.alsoLike.map((address) => ({ address, name: name(other, address) })),
  }
}

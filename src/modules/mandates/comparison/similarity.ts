import { folded } from '#platform/search/analysis/folding.ts'
import { tokensOf } from '#platform/word-difference.ts'

/** A text as it is compared: how often each word and each pair of neighbours stands in it. */
export type Profile = {
  words: Map<string, number>
  pairs: Map<string, number>
  length: number
  plain: string
}

export function profileOf(text: string): Profile {
  const words = tokensOf(folded(text)).filter((token) => /[\p{L}\p{N}]/u.test(token))
  return {
    words: counted(words),
    pairs: counted(words.slice(1).map((word, place) => `${words[place]} ${word}`)),
    length: words.length,
    plain: plainOf(text),
  }
}

/** The same words in the same order: white space, and the sign that ends a clause, do not count. */
export const plainOf = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[\s;,.；，。،؛]+$/u, '')
    .trim()

function counted(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** How rare each word is in both texts: what stands in every clause says little about which is which. */
export function weightsOf(profiles: Profile[]): Map<string, number> {
  const holding = new Map<string, number>()
  for (const { words } of profiles)
    for (const word of words.keys()) holding.set(word, (holding.get(word) ?? 0) + 1)
  return new Map([...holding].map(([word, count]) => [word, 0.2 + Math.log((profiles.length + 1) / count)]))
}

/** 0 to 1: shared words, weighted, and shared neighbours. */
export function similarity(a: Profile, b: Profile, weights: Map<string, number>): number {
  if (a.plain === b.plain) return 1
  if (a.length === 0 || b.length === 0) return 0
  const weight = (word: string) => weights.get(word) ?? 1
  const words = dice(a.words, b.words, weight)
  if (words < 0.1) return words
  const pairs = a.length > 1 && b.length > 1 ? dice(a.pairs, b.pairs, () => 1) : words
  return Math.min(0.99, 0.65 * words + 0.35 * pairs)
}

function dice(a: Map<string, number>, b: Map<string, number>, weight: (key: string) => number): number {
  let shared = 0
  let all = 0
  for (const [key, count] of a) {
    const value = weight(key)
    all += count * value
    shared += Math.min(count, b.get(key) ?? 0) * value
  }
  for (const [key, count] of b) all += count * weight(key)
  return all === 0 ? 0 : (2 * shared) / all
}

/** How much of a text, weighted, stands in another: near 1 for a part that was split off. */
export function heldIn(part: Profile, whole: Profile, weights: Map<string, number>): number {
  let all = 0
  let shared = 0
  for (const [word, count] of part.words) {
    const value = weights.get(word) ?? 1
    all += count * value
    shared += Math.min(count, whole.words.get(word) ?? 0) * value
  }
  return all === 0 ? 0 : shared / all
}

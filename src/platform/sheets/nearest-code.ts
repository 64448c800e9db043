import type { Translated } from '../languages.ts'
import { editDistance, mostWrong } from './edit-distance.ts'
import { folded } from './folded.ts'

/** `knownAs`: what people call it beside its official label. */
export type Code = { code: string; labels: Translated; knownAs?: Translated }

/** The code itself, or the one whose code or label in some language is written so but for case, accents and signs. */
export const codeOf = (value: string, codes: readonly Code[]): string | null =>
  wordsOf(codes).exact.get(value) ?? wordsOf(codes).folded.get(folded(value)) ?? null

/** The code that somebody most likely meant: by its own letters or by its label in any language; null when none is near. */
export function nearestCode(value: string, codes: readonly Code[]): string | null {
  const known = codeOf(value, codes)
  const wanted = folded(value)
  if (known !== null || wanted === '') return known
  const words = wordsOf(codes)
  const found = words.nearest.get(wanted)
  if (found !== undefined) return found
  const nearest = nearestWord(wanted, words.folded) ?? longestPart(wanted, words.folded)
  // The same few mistakes stand in thousands of rows.
  if (words.nearest.size < mostRemembered) words.nearest.set(wanted, nearest)
  return nearest
}

type Words = {
  exact: Map<string, string>
  /** Codes by their words, codes before labels; null for a word that several codes share. */
  folded: Map<string, string | null>
  nearest: Map<string, string | null>
}

const mostRemembered = 10_000
const known = new WeakMap<readonly Code[], Words>()

function wordsOf(codes: readonly Code[]): Words {
  const before = known.get(codes)
  if (before) return before
  const byWord = new Map<string, string | null>()
  for (const { code } of codes) byWord.set(folded(code), byWord.has(folded(code)) ? null : code)
  const ofCodes = new Set(byWord.keys())
  for (const { code, labels, knownAs = {} } of codes) {
    for (const label of [...Object.values(labels), ...Object.values(knownAs)]) {
      const word = folded(label)
      if (word === '' || ofCodes.has(word)) continue
      byWord.set(word, byWord.has(word) && byWord.get(word) !== code ? null : code)
    }
  }
  const words = { exact: new Map(codes.map(({ code }) => [code, code])), folded: byWord, nearest: new Map() }
  known.set(codes, words)
  return words
}

function nearestWord(wanted: string, words: Map<string, string | null>): string | null {
  let most = mostWrong(wanted)
  let nearest: string | null = null
  for (const [word, code] of words) {
    if (code === null) continue
    const distance = editDistance(wanted, word, most)
    if (distance > most) continue
    nearest = code
    most = distance - 1
    if (most < 0) break
  }
  return nearest
}

const shortestPart = 4

/** For “Kenya (Republic of)” and “Republic of Kenya”: the longest word that stands in what was written, or the other way round. */
function longestPart(wanted: string, words: Map<string, string | null>): string | null {
  let longest = shortestPart - 1
  let found: string | null = null
  for (const [word, code] of words) {
    const shared = Math.min(word.length, wanted.length)
    if (code === null || shared <= longest || !(word.includes(wanted) || wanted.includes(word))) continue
    found = code
    longest = shared
  }
  return found
}

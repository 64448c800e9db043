import { termText, termsBeginning } from '../segment/dictionary.ts'
import { wordSpace } from '../segment/spaces.ts'
import type { AskedWords } from './asked-words.ts'
import type { Lexicon } from './lexicon.ts'

const chinese = wordSpace('zh')

/**
 * One wrong character among Chinese ones: it makes the pair before it and the pair after it stand nowhere. The character
 * that was probably meant stands in texts between the same two neighbours, or at the end of a word after the same one.
 */
export function hanCorrection(
  { places }: AskedWords,
  unmet: ReadonlySet<number>,
  lexicon: Lexicon,
): { place: number; used: string } | null {
  const [first, second, ...others] = [...unmet].sort((a, b) => a - b)
  if (first === undefined || others.length > 0) return null
  const wrong = first + 1
  if (second !== undefined && second !== wrong) return null
  const characterAt = (place: number) => {
    const form = places[place]?.form
    return form?.isHan && places[place]!.chunk === places[first]!.chunk ? form.surface : null
  }
  const after = characterAt(wrong + 1)
  // Two characters alone tell too little of what was meant; and where a pair holds, neither of the two is wrong.
  if (second === undefined && (after !== null || characterAt(first - 1) === null)) return null
  const used = likeliest(characterAt(first)!, after, lexicon)
  return used === null ? null : { place: wrong, used }
}

/** What stands in most texts after the one character, and before the other if there is one. */
function likeliest(before: string, after: string | null, lexicon: Lexicon): string | null {
  let best: { character: string; texts: number } | null = null
  for (const character of followers(before, lexicon)) {
    const pairs = [before + character, ...(after === null ? [] : [character + after])]
    const texts = Math.min(...pairs.map((pair) => lexicon.frequency(chinese, pair)))
    if (texts > (best?.texts ?? 0)) best = { character, texts }
  }
  return best?.character ?? null
}

function followers(before: string, { segments }: Lexicon): Set<string> {
  const found = new Set<string>()
  for (const { dictionary } of segments) {
    const [from, to] = termsBeginning(dictionary, chinese, before)
    for (let term = from; term < to; term++) {
      const [, character] = Array.from(termText(dictionary, term))
      if (character !== undefined) found.add(character)
    }
  }
  return found
}

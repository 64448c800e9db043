import { termText, termsBeginning } from '../segment/dictionary.ts'
import { wordSpace } from '../segment/spaces.ts'
import type { AskedWords } from './asked-words.ts'
import type { Lexicon } from './lexicon.ts'

const chinese = wordSpace('zh')

/**
 * One wrong character among Chinese ones. The character that was probably meant stands in texts between the same two
 * neighbours, or at the end of a word after the same one. `unmet`: places of characters, and where pairs begin, that stand
 * nowhere.
 */
export function hanCorrection(
  { places }: AskedWords,
  unmet: { characters: readonly number[]; pairs: readonly number[] },
  lexicon: Lexicon,
): { place: number; used: string } | null {
  const wrong = wrongPlace(unmet)
  if (wrong === null) return null
  const characterAt = (place: number) => {
    const form = places[place]?.form
    return form?.isHan && places[place]!.chunk === places[wrong]!.chunk ? form.surface : null
  }
  const [before, after] = [characterAt(wrong - 1), characterAt(wrong + 1)]
  // Two characters alone tell too little of what was meant.
  if (before === null || (after === null && characterAt(wrong - 2) === null)) return null
  const used = likeliest(before, after, lexicon)
  return used === null ? null : { place: wrong, used }
}

/** The character itself, or that which two pairs share, or the second of one pair. */
function wrongPlace({
  characters,
  pairs,
}: {
  characters: readonly number[]
  pairs: readonly number[]
}): number | null {
  const [first, second, ...others] = pairs.toSorted((a, b) => a - b)
  if (characters.length > 0) return characters.length === 1 && first === undefined ? characters[0]! : null
  if (first === undefined || others.length > 0) return null
  return second === undefined || second === first + 1 ? first + 1 : null
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

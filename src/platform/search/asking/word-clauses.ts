import type { LanguageCode } from '#platform/languages.ts'
import { isCodeLike, keptCode } from '../analysis/codes.ts'
import type { Chunk } from '../analysis/words.ts'
import { codeSpace, wordSpace, wordSpaces } from '../segment/spaces.ts'
import { emptyWords, languagesOfLetters, type AskedWords } from './asked-words.ts'
import type { Lexicon } from './lexicon.ts'
import type { Asked, Clause, Way } from './plan.ts'

/** How near a way is to what was typed, in hundredths. */
export const quality = {
  own: 100,
  other: 92,
  stem: 70,
  otherStem: 55,
  ownBeginning: 50,
  beginning: 45,
  widened: 30,
  widenedByStem: 18,
}

/** The words of a part as clauses: codes and compounds where they are known as such, otherwise word by word. */
export function wordClauses(asked: Asked, lastWord: 'whole' | 'begun'): Clause[] {
  const { words, language, lexicon } = asked
  const empty = emptyWords(words, language, lexicon)
  const clauses: Clause[] = []
  for (let place = 0; place < words.chunks.length; place++) {
    const chunk = words.chunks[place]!
    const isBegun = lastWord === 'begun' && place === words.chunks.length - 1
    const run = codeRun(asked, place)
    if (run !== null) {
      clauses.push(run.clause)
      place = run.last
    } else if (words.places[chunk.first]!.form.isHan) clauses.push(...hanClauses(asked, chunk))
    else clauses.push(...chunkClauses(asked, chunk, empty, isBegun))
  }
  return clauses
}

const longestRun = 6

/** Several words with a number among them that are a code: 'ODD 4', 'action line C7', 'resolves 6 i'. The longest counts. */
function codeRun(asked: Asked, first: number): { clause: Clause; last: number } | null {
  const { words, lexicon } = asked
  const begin = words.chunks[first]!
  for (let last = Math.min(first + longestRun, words.chunks.length) - 1; last > first; last--) {
    const run = words.chunks.slice(first, last + 1)
    if (!run.slice(1).some(({ text }) => /\p{N}/u.test(text))) continue
    const end = run.at(-1)!.first + run.at(-1)!.count
    const written = words.text.slice(words.places[begin.first]!.from, words.places[end - 1]!.to)
    const code = [run.map(({ text }) => text).join(' '), written]
      .map(keptCode)
      .find((one) => lexicon.frequency(codeSpace, one) > 0)
    if (code !== undefined) return { clause: codeClause(asked, code, begin.first, end), last }
  }
  return null
}

const codeClause = ({ part }: Asked, code: string, first: number, end: number): Clause => ({
  ways: [codeWay(code)],
  concepts: [],
  part,
  first,
  end,
  isWord: false,
})

const codeWay = (code: string): Way => ({ by: 'term', space: codeSpace, text: code, quality: quality.own })

function chunkClauses(asked: Asked, chunk: Chunk, empty: ReadonlySet<number>, isBegun: boolean): Clause[] {
  const { words, lexicon } = asked
  const end = chunk.first + chunk.count
  const code = keptCode(chunk.text)
  if (chunk.count > 1 && isCodeLike(chunk.text) && lexicon.frequency(codeSpace, code) > 0) {
    return [codeClause(asked, code, chunk.first, end)]
  }
  if (chunk.joined) {
    const ways = joinedWays(words, chunk, lexicon)
    if (ways.length > 0)
      return [{ ways, concepts: [], part: asked.part, first: chunk.first, end, isWord: false }]
  }
  const clauses: Clause[] = []
  for (let place = chunk.first; place < end; place++) {
    if (empty.has(place)) continue
    const ways = waysOf(asked, place, isBegun && place === end - 1)
    if (chunk.count === 1) ways.push(codeWay(code))
    clauses.push({ ways, concepts: [], part: asked.part, first: place, end: place + 1, isWord: true })
  }
  return clauses
}

function waysOf({ words, lexicon, language, begun }: Asked, place: number, isBegun: boolean): Way[] {
  const { surface } = words.places[place]!.form
  const own = wordSpace(language)
  const ways = wordSpaces.map((space) => termWay(space, surface, space === own ? quality.own : quality.other))
  const possible = languagesOfLetters(surface)
  for (const one of possible) {
    const near = one === language || !possible.includes(language) ? quality.stem : quality.otherStem
    ways.push(...stemWays(one, surface, words.in(one).words[place]!.form.stem, lexicon, near))
  }
  if ((isBegun || begun.has(surface)) && canBegin(surface)) {
    for (const space of wordSpaces) {
      const near = space === own ? quality.ownBeginning : quality.beginning
      ways.push({ by: 'beginning', space, text: surface, quality: near })
    }
  }
  return ways
}

/** Of one letter or two nearly everything is a beginning; of numbers none is meant. */
export const canBegin = (surface: string): boolean => surface.length >= 3 && !/\d/.test(surface)

const termWay = (space: number, text: string, near: number): Way => ({
  by: 'term',
  space,
  text,
  quality: near,
})

/** By the endings as they are typed, and as the texts have them with their accents. */
function stemWays(
  language: LanguageCode,
  surface: string,
  stem: string,
  lexicon: Lexicon,
  near: number = quality.stem,
): Way[] {
  const space = wordSpace(language)
  return [...new Set([stem, ...lexicon.stemsOf(space, surface)])].map((text) => ({
    by: 'stem',
    space,
    text,
    quality: near,
    ...(language === 'ar' ? {} : { like: surface }),
  }))
}

/** 'e-health' as 'ehealth', if any text has it so. */
function joinedWays(words: AskedWords, chunk: Chunk, lexicon: Lexicon): Way[] {
  const { surface } = chunk.joined!
  const terms = wordSpaces.filter((space) => lexicon.frequency(space, surface) > 0)
  const stems = languagesOfLetters(surface).flatMap((language) => {
    const { stem } = words.in(language).chunks[words.chunks.indexOf(chunk)]!.joined!
    return stemWays(language, surface, stem, lexicon)
  })
  return terms.length === 0 ? [] : [...terms.map((space) => termWay(space, surface, quality.own)), ...stems]
}

/**
 * Chinese by pairs of characters: those of each word, so that words may stand apart in the text. A single character is
 * joined to the word beside it, since dictionaries differ about where a word ends.
 */
function hanClauses({ words, part, lexicon }: Asked, chunk: Chunk): Clause[] {
  const groups: { first: number; end: number }[] = []
  const end = chunk.first + chunk.count
  const isAlone = (place: number) =>
    words.places[place]!.isStart && (place + 1 === end || words.places[place + 1]!.isStart)
  let last: { first: number; end: number } | null = null
  for (let place = chunk.first; place < end; place++) {
    if (isAlone(place) && words.places[place]!.form.isStop && chunk.count > 1) last = null
    else if (last && (!words.places[place]!.isStart || isAlone(place) || last.end - last.first === 1)) {
      last.end = place + 1
    } else groups.push((last = { first: place, end: place + 1 }))
  }
  return groups.flatMap((group) => {
    if (group.end - group.first === 1) return [hanClause(words, part, group.first, 1)]
    const pairs = Array.from({ length: group.end - group.first - 1 }, (_, place) => group.first + place)
    return pairs.flatMap((place) => {
      const isJoint = words.places[place + 1]!.isStart
      if (!isJoint || isPairHeld(words, place, lexicon)) return [hanClause(words, part, place, 2)]
      // Together they are no word after all.
      return [place, place + 1].filter(isAlone).map((one) => hanClause(words, part, one, 1))
    })
  })
}

const isPairHeld = ({ places }: AskedWords, first: number, { frequency }: Lexicon): boolean => {
  const pair = places[first]!.form.surface + places[first + 1]!.form.surface
  return wordSpaces.some((space) => frequency(space, pair) > 0)
}

/** One character is found in every pair that begins with it, and alone at the end of a run. */
function hanClause({ places }: AskedWords, part: number, first: number, length: 1 | 2): Clause {
  const text = places
    .slice(first, first + length)
    .map(({ form }) => form.surface)
    .join('')
  const ways = wordSpaces.map((space): Way => ({
    by: length === 1 ? 'beginning' : 'term',
    space,
    text,
    quality: quality.own,
  }))
  return { ways, concepts: [], part, first, end: first + length, isWord: false }
}

import type { LanguageCode } from '#platform/languages.ts'
import { arabicForms, askedCode, codeOf, pairs, wordsOf } from './search-analysis.ts'
import type { MatchRange, SearchHit, SearchKind } from './search.ts'

/** A row that was found, before the words are marked. */
export type FoundText = {
  kind: SearchKind
  id: string
  revision: string | null
  address: string | null
  language: LanguageCode
  title: string
  body: string
  exact: boolean
}

/** A word of a text that the database takes for one that was asked for. */
export type StemmedWord = { language: LanguageCode; word: string }

const stemmed: LanguageCode[] = ['en', 'fr', 'ru', 'es']

/** The different words of the results in the languages whose endings the database knows. */
export function wordsToAsk(rows: FoundText[]): StemmedWord[] {
  const words = new Map<string, StemmedWord>()
  for (const { language, title, body } of rows.filter((row) => stemmed.includes(row.language))) {
    for (const { word } of wordsOf(`${title}\n${body}`)) words.set(`${language} ${word}`, { language, word })
  }
  return [...words.values()]
}

/** A result with the words that were found marked, and the part of its text in which most of them stand. */
export function markHit(row: FoundText, query: string, stems: StemmedWord[]): SearchHit {
  const isWanted = wantedIn(row.language, query, stems)
  const whole = marksIn(row.body, isWanted)
  const { from, to } = windowOf(row.body, whole)
  const lead = from > 0 ? '… ' : ''
  const inside = whole.filter(([start, end]) => start >= from && end <= to)
  return {
    kind: row.kind,
    id: row.id,
    revision: row.revision,
    address: row.address,
    language: row.language,
    title: row.title,
    titleMatches: marksIn(row.title, isWanted),
    snippet: `${lead}${row.body.slice(from, to)}${to < row.body.length ? ' …' : ''}`,
    snippetMatches: inside.map(([start, end]) => [start - from + lead.length, end - from + lead.length]),
    exact: row.exact,
  }
}

type Wanted = (word: string) => MatchRange[]

/** For a word of a text: which parts of it were asked for. */
function wantedIn(language: LanguageCode, query: string, stems: StemmedWord[]): Wanted {
  const asked = wordsOf(query).map(({ word }) => word)
  const code = askedCode(query)
  const known = new Set(stems.filter((one) => one.language === language).map(({ word }) => word))
  const chinese = asked.filter((word) => /\p{Script=Han}/u.test(word))
  const arabic = language === 'ar' ? asked.flatMap(arabicForms) : []
  const plain = stemmed.includes(language)
    ? []
    : asked.filter((word) => !/\p{Script=Han}|\p{Script=Arabic}/u.test(word))
  return (word) => {
    if (/\p{Script=Han}/u.test(word)) return chineseParts(word, chinese)
    const whole = known.has(word) || codeOf(word) === code || plain.some((one) => begins(word, one))
    const found =
      whole ||
      (arabic.length > 0 && arabicForms(word).some((form) => arabic.some((one) => form.startsWith(one))))
    return found ? [[0, word.length]] : []
  }
}

const begins = (word: string, asked: string) =>
  word === asked || (asked.length >= 4 && word.startsWith(asked))

function chineseParts(word: string, asked: string[]): MatchRange[] {
  const whole = asked.filter((one) => word.includes(one))
  const wanted = whole.length > 0 ? whole : asked.flatMap(pairs)
  const ranges: MatchRange[] = []
  for (const one of wanted) {
    for (let at = word.indexOf(one); at >= 0; at = word.indexOf(one, at + 1))
      ranges.push([at, at + one.length])
  }
  return merged(ranges)
}

function marksIn(text: string, wanted: Wanted): MatchRange[] {
  const ranges = wordsOf(text).flatMap(({ word, from, to }) => {
    const parts = wanted(word)
    // Folding may change how long a word is (œ): then the whole word is marked.
    if (word.length !== to - from) return parts.length > 0 ? [[from, to] as MatchRange] : []
    return parts.map(([start, end]): MatchRange => [from + start, from + end])
  })
  return merged(ranges)
}

function merged(ranges: MatchRange[]): MatchRange[] {
  const joined: MatchRange[] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

const snippetLength = 240

/** The stretch of a text that holds most marks, cut at white space where there is any. */
function windowOf(text: string, marks: MatchRange[]): { from: number; to: number } {
  if (text.length <= snippetLength) return { from: 0, to: text.length }
  const held = (start: number) =>
    marks.filter(([from, to]) => from >= start && to <= start + snippetLength).length
  const starts = marks.map(([from]) => Math.max(0, from - 40))
  const best = starts.toSorted((a, b) => held(b) - held(a) || a - b)[0] ?? 0
  const from = best === 0 ? 0 : wordEdge(text, best)
  const to = Math.min(text.length, from + snippetLength)
  return { from, to: to === text.length ? to : Math.max(wordEdgeBefore(text, to), from + snippetLength / 2) }
}

function wordEdge(text: string, at: number): number {
  const space = text.slice(at, at + 25).search(/\s/)
  return space < 0 ? whole(text, at) : at + space + 1
}

function wordEdgeBefore(text: string, at: number): number {
  const space = text.slice(at - 25, at).search(/\s\S*$/)
  return space < 0 ? whole(text, at) : at - 25 + space
}

/** Never in the middle of a character that takes two places. */
const whole = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at)

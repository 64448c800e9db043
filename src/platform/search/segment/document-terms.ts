import type { LanguageCode } from '#platform/languages.ts'
import { goalWords, isCodeLike, keptCode } from '../analysis/codes.ts'
import { textWords, type TextWords } from '../analysis/words.ts'
import type { DocumentText, SearchDocument } from '../search-document.ts'
import { conceptMatches } from '../thesaurus/concept-finder.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { codeSpace, conceptSpace, wordSpace } from './spaces.ts'

/** Under which terms a document is found, how much each says of it (1 to 255), and where it stands. */
export type DocumentTerm = { space: number; text: string; impact: number; positions: readonly number[] }

export type DocumentStem = { space: number; stem: string; surface: string }

export function documentTerms(
  document: SearchDocument,
  thesaurus: Thesaurus,
): { terms: DocumentTerm[]; stems: DocumentStem[] } {
  const found = new Map<string, Found>()
  const stems = new Map<string, DocumentStem>()
  for (const text of document.texts) addText(found, stems, text, thesaurus)
  for (const code of document.codes) occurs(found, codeSpace, keptCode(code)).isGiven = true
  return {
    terms: [...found.values()].map((one) => ({
      space: one.space,
      text: one.text,
      impact: impactOf(one),
      positions: one.positions.sort((a, b) => a - b),
    })),
    stems: [...stems.values()],
  }
}

type Field = 'title' | 'summary' | 'body' | 'names'

/** How often a term stands in each field, all languages of a space together. */
type Found = Record<Field, number> & {
  space: number
  text: string
  positions: number[]
  titleLength: number
  bodyLength: number
  isGiven: boolean
}

const fields: readonly Field[] = ['title', 'summary', 'body', 'names']

/** Between fields, so that no phrase runs from one into the next. */
const gap = 16

function addText(
  found: Map<string, Found>,
  stems: Map<string, DocumentStem>,
  text: DocumentText,
  thesaurus: Thesaurus,
): void {
  const space = wordSpace(text.language)
  const analysed = fields.map((field) => textWords(text[field] ?? '', text.language))
  const lengths = { title: analysed[0]!.words.length, body: analysed[2]!.words.length }
  let position = 0
  for (const [place, field] of fields.entries()) {
    const words = analysed[place]!
    addWords({ found, stems, space, field, lengths, position }, words)
    addCodes(found, field, words)
    addConcepts(found, field, words, text.language, thesaurus)
    position += words.words.length + gap
  }
}

const chinese = wordSpace('zh')

type Where = {
  found: Map<string, Found>
  stems: Map<string, DocumentStem>
  space: number
  field: Field
  lengths: { title: number; body: number }
  position: number
}

function addWords(where: Where, { words, chunks }: TextWords): void {
  for (const [place, word] of words.entries()) {
    if (word.isHan) {
      const next = words[place + 1]
      const inRun = next?.isHan === true && next.chunk === word.chunk
      // A pair that runs over the edge of a word counts half; the last character stands alone, so that each is found.
      if (inRun) add(where, word.surface + next.surface, place, next.isStart ? 0.5 : 1)
      else add(where, word.surface, place, 1)
    } else if (!word.isStop) {
      add(where, word.surface, place, 1)
      addStem(where, word)
    }
  }
  for (const { joined, first } of chunks) {
    if (!joined) continue
    add(where, joined.surface, first, 1)
    addStem(where, joined)
  }
}

function add(where: Where, text: string, place: number, weight: number): void {
  const one = occurs(where.found, where.space, text)
  one[where.field] += weight
  one.titleLength = where.lengths.title
  one.bodyLength = where.lengths.body
  one.positions.push(where.position + place)
}

function addStem({ stems, space }: Where, { surface, stem }: { surface: string; stem: string }): void {
  if (space === chinese) return
  const name = `${space} ${stem} ${surface}`
  if (!stems.has(name)) stems.set(name, { space, stem, surface })
}

/** Codes that stand in the text: with a sign inside ('A/RES/70/125', '9.c'), or a goal with its number. */
function addCodes(found: Map<string, Found>, field: Field, { chunks }: TextWords): void {
  for (const [place, { text, count }] of chunks.entries()) {
    if (count > 1 && isCodeLike(text)) occurs(found, codeSpace, keptCode(text))[field]++
    const next = chunks[place + 1]
    if (!next || !/^\p{N}/u.test(next.text)) continue
    const code = keptCode(`${text} ${next.text}`)
    if (code.startsWith(`${goalWords[0]} `)) occurs(found, codeSpace, code)[field]++
  }
}

function addConcepts(
  found: Map<string, Found>,
  field: Field,
  words: TextWords,
  language: LanguageCode,
  thesaurus: Thesaurus,
): void {
  for (const { concept } of conceptMatches(thesaurus, words, language, 'as-written')) {
    occurs(found, conceptSpace(language), concept)[field]++
  }
}

function occurs(found: Map<string, Found>, space: number, text: string): Found {
  const name = String.fromCharCode(space) + text
  let one = found.get(name)
  if (!one) {
    one = {
      space,
      text,
      title: 0,
      summary: 0,
      body: 0,
      names: 0,
      positions: [],
      titleLength: 0,
      bodyLength: 0,
      isGiven: false,
    }
    found.set(name, one)
  }
  return one
}

const usualBody = 80

/**
 * How much a term says of the document. As in BM25 each further occurrence adds less, and less in a long text; but a title
 * outweighs any number of occurrences below it. It depends on nothing but the document, so that it never grows stale.
 */
function impactOf(one: Found): number {
  if (one.isGiven) return 255
  const title = one.title > 0 ? 130 + 40 * Math.min(1, 6 / Math.max(1, one.titleLength)) : 0
  const summary = 45 * (one.summary / (one.summary + 0.8))
  const length = 0.6 + (0.4 * one.bodyLength) / usualBody
  const body = 70 * (one.body / (one.body + 1.2 * length))
  const names = one.names > 0 ? 20 : 0
  return Math.max(1, Math.min(255, Math.round(title + summary + body + names)))
}

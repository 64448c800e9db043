import type { LanguageCode } from '#platform/languages.ts'
import { goalWords, isCodeLike, keptCode } from '../analysis/codes.ts'
import { textWords, type Form, type TextWords } from '../analysis/words.ts'
import type { DocumentText, SearchDocument } from '../search-document.ts'
import { conceptMatches } from '../thesaurus/concept-finder.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { codeSpace, conceptSpace, spaceCount, wordSpace } from './spaces.ts'

/** A term with the documents that hold it, how much it says of each (1 to 255), and where it stands in each. */
export type HeldTerm = {
  text: string
  documents: number[]
  impacts: number[]
  /** The positions in all documents, one after the other, and where those of each document end. */
  positions: number[]
  ends: number[]
}

export type GatheredTerms = {
  /** For each space its terms. */
  terms: ReadonlyMap<string, HeldTerm>[]
  /** For each space the words that have stems. */
  forms: ReadonlySet<Pick<Form, 'surface' | 'stem'>>[]
}

/** Under which terms documents are found. They are numbered as they stand. */
export function gatherTerms(documents: readonly SearchDocument[], thesaurus: Thesaurus): GatheredTerms {
  const gathered: Gathered = {
    terms: Array.from({ length: spaceCount }, () => new Map()),
    forms: Array.from({ length: codeSpace }, () => new Set()),
    document: 0,
    lengths: { title: 0, body: 0 },
  }
  for (const [place, document] of documents.entries()) {
    gathered.document = place
    for (const text of document.texts) addText(gathered, text, thesaurus)
    for (const tag of document.tags ?? []) occurs(gathered, codeSpace, keptCode(tag)).given = tagImpact
    for (const code of document.codes) occurs(gathered, codeSpace, keptCode(code)).given = codeImpact
  }
  for (const terms of gathered.terms) for (const term of terms.values()) close(term)
  return gathered
}

type Field = 'title' | 'summary' | 'body' | 'names'

/** A term while documents are gathered: how often it stands in the fields of the present one. */
type OpenTerm = HeldTerm &
  Record<Field, number> & {
    form: Form | null
    given: number
    titleLength: number
    bodyLength: number
  }

type Gathered = {
  terms: Map<string, OpenTerm>[]
  forms: Set<Pick<Form, 'surface' | 'stem'>>[]
  document: number
  lengths: { title: number; body: number }
}

const fields: readonly Field[] = ['title', 'summary', 'body', 'names']

/** Between fields, so that no phrase runs from one into the next. */
const gap = 16

function addText(gathered: Gathered, text: DocumentText, thesaurus: Thesaurus): void {
  const analysed = fields.map((field) => textWords(text[field] ?? '', text.language))
  gathered.lengths = { title: analysed[0]!.words.length, body: analysed[2]!.words.length }
  let position = 0
  for (const [place, field] of fields.entries()) {
    const words = analysed[place]!
    if (words.words.length === 0) continue
    addWords(gathered, words, text.language, field, position)
    addCodes(gathered, words, field)
    for (const { concept } of conceptMatches(thesaurus, words, text.language, 'as-written')) {
      occurs(gathered, conceptSpace(text.language), concept)[field]++
    }
    position += words.words.length + gap
  }
}

function addWords(
  gathered: Gathered,
  { words, chunks }: TextWords,
  language: LanguageCode,
  field: Field,
  position: number,
): void {
  const space = wordSpace(language)
  const forms = gathered.forms[space]!
  for (let place = 0; place < words.length; place++) {
    const { form, chunk } = words[place]!
    if (form.isHan) {
      const next = words[place + 1]
      const isRun = next !== undefined && next.chunk === chunk
      const term = occurs(gathered, space, isRun ? form.surface + next.form.surface : form.surface)
      // A pair that runs over the edge of a word counts half. The last character stands alone, so that it is found too.
      term[field] += isRun && next.isStart ? 0.5 : 1
      term.positions.push(position + place)
    } else if (!form.isStop) {
      const term = occurs(gathered, space, form.surface)
      term[field]++
      term.positions.push(position + place)
      if (term.form !== form) forms.add((term.form = form))
    }
  }
  for (const { joined, first } of chunks) {
    if (!joined) continue
    const term = occurs(gathered, space, joined.surface)
    term[field]++
    term.positions.push(position + first)
    forms.add(joined)
  }
}

/** Codes that stand in the text: with a sign inside ('A/RES/70/125', '9.c'), or a goal with its number. */
function addCodes(gathered: Gathered, { chunks }: TextWords, field: Field): void {
  for (let place = 0; place < chunks.length; place++) {
    const { text, count } = chunks[place]!
    if (count > 1 && isCodeLike(text)) occurs(gathered, codeSpace, keptCode(text))[field]++
    const next = chunks[place + 1]
    if (!next || !/^\p{N}/u.test(next.text)) continue
    const code = keptCode(`${text} ${next.text}`)
    if (code.startsWith(`${goalWords[0]} `)) occurs(gathered, codeSpace, code)[field]++
  }
}

function occurs({ terms, document, lengths }: Gathered, space: number, text: string): OpenTerm {
  const ofSpace = terms[space]!
  let term = ofSpace.get(text)
  if (!term) ofSpace.set(text, (term = newTerm(text)))
  else if (term.documents.at(-1) === document) return term
  else close(term)
  term.documents.push(document)
  term.titleLength = lengths.title
  term.bodyLength = lengths.body
  return term
}

const newTerm = (text: string): OpenTerm => ({
  text,
  documents: [],
  impacts: [],
  positions: [],
  ends: [],
  form: null,
  title: 0,
  summary: 0,
  body: 0,
  names: 0,
  given: 0,
  titleLength: 0,
  bodyLength: 0,
})

/** Ends the present document of a term. */
function close(term: OpenTerm): void {
  term.impacts.push(impactOf(term))
  sortTail(term.positions, term.ends.at(-1) ?? 0)
  term.ends.push(term.positions.length)
  term.title = term.summary = term.body = term.names = 0
  term.given = 0
}

/** Positions come in their order but for words that are also part of others. */
function sortTail(positions: number[], from: number): void {
  for (let place = from + 1; place < positions.length; place++) {
    if (positions[place]! >= positions[place - 1]!) continue
    const sorted = positions.slice(from).sort((a, b) => a - b)
    positions.splice(from, sorted.length, ...sorted)
    return
  }
}

const usualBody = 80
const codeImpact = 255
const tagImpact = 200

/**
 * How much a term says of the document. As in BM25 each further occurrence adds less, and less in a long text; but a title
 * outweighs any number of occurrences below it. It depends on nothing but the document, so that it never grows stale.
 */
function impactOf(term: OpenTerm): number {
  if (term.given > 0) return term.given
  const title = term.title > 0 ? 130 + 40 * Math.min(1, 6 / Math.max(1, term.titleLength)) : 0
  const summary = 45 * (term.summary / (term.summary + 0.8))
  const length = 0.6 + (0.4 * term.bodyLength) / usualBody
  const body = 70 * (term.body / (term.body + 1.2 * length))
  const names = term.names > 0 ? 20 : 0
  return Math.max(1, Math.min(255, Math.round(title + summary + body + names)))
}

import type { LanguageCode } from '#platform/languages.ts'
import { goalWords, isCodeLike, keptCode } from '../analysis/codes.ts'
import { textWords, type Form, type TextWords } from '../analysis/words.ts'
import type { DocumentText, SearchDocument } from '../search-document.ts'
import { conceptMatches } from '../thesaurus/concept-finder.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { fields, occurrences, type Occurrences, type SortedOccurrences } from './occurrences.ts'
import { codeSpace, conceptSpace, spaceCount, wordSpace } from './spaces.ts'

export type GatheredTerms = {
  /** For each space the numbers of its terms. */
  terms: readonly ReadonlyMap<string, number>[]
  /** For each space the words that have stems, with the numbers of their terms. */
  forms: readonly ReadonlyMap<Form, number>[]
  occurrences: SortedOccurrences
}

/** Under which terms documents are found. They are numbered as they stand. */
export function gatherTerms(documents: readonly SearchDocument[], thesaurus: Thesaurus): GatheredTerms {
  const gathered: Gathered = {
    terms: Array.from({ length: spaceCount }, () => new Map()),
    forms: Array.from({ length: codeSpace }, () => new Map()),
    pairs: Array.from({ length: codeSpace }, () => new Map()),
    count: 0,
    occurrences: occurrences(),
  }
  for (const [place, document] of documents.entries()) {
    for (const text of document.texts) addText(gathered, place, text, thesaurus)
    gathered.occurrences.beginText(place, 0, 0)
    for (const tag of document.tags ?? []) give(gathered, tag, tagImpact)
    for (const code of document.codes) give(gathered, code, codeImpact)
  }
  const { terms, forms, count } = gathered
  return { terms, forms, occurrences: gathered.occurrences.sorted(count) }
}

const codeImpact = 255
const tagImpact = 200

type Gathered = {
  terms: Map<string, number>[]
  forms: Map<Form, number>[]
  /** For each space the pairs of Chinese characters that have been met, by the first and the second. */
  pairs: Map<Form, Map<Form, number>>[]
  count: number
  occurrences: Occurrences
}

/** Between fields, so that no phrase runs from one into the next. */
const gap = 16

function addText(gathered: Gathered, document: number, text: DocumentText, thesaurus: Thesaurus): void {
  const analysed = fields.map((field) => textWords(text[field] ?? '', text.language))
  gathered.occurrences.beginText(document, analysed[0]!.words.length, analysed[2]!.words.length)
  let position = 0
  for (const [field, words] of analysed.entries()) {
    if (words.words.length === 0) continue
    addWords(gathered, words, text.language, field, position)
    addCodes(gathered, words, field)
    for (const { concept } of conceptMatches(thesaurus, words, text.language, 'as-written')) {
      gathered.occurrences.add(termOf(gathered, conceptSpace(text.language), concept), field, 0)
    }
    position += words.words.length + gap
  }
}

function addWords(
  gathered: Gathered,
  { words, chunks }: TextWords,
  language: LanguageCode,
  field: number,
  position: number,
): void {
  const space = wordSpace(language)
  for (let place = 0; place < words.length; place++) {
    const { form, chunk } = words[place]!
    if (form.isHan) {
      const next = words[place + 1]
      const pair = next !== undefined && next.chunk === chunk ? next : null
      const term = pair ? termOfPair(gathered, space, form, pair.form) : termOf(gathered, space, form.surface)
      // A pair that runs over the edge of a word counts half. The last character stands alone, so that it is found too.
      gathered.occurrences.add(term, field, position + place, pair?.isStart ? 'half' : undefined)
    } else if (!form.isStop) {
      gathered.occurrences.add(termOfForm(gathered, space, form), field, position + place)
    }
  }
  for (const { joined, first } of chunks) {
    if (joined) gathered.occurrences.add(termOfForm(gathered, space, joined), field, position + first)
  }
}

/** Codes that stand in the text: with a sign inside ('A/RES/70/125', '9.c'), or a goal with its number. */
function addCodes(gathered: Gathered, { chunks }: TextWords, field: number): void {
  for (let place = 0; place < chunks.length; place++) {
    const { text, count } = chunks[place]!
    if (count > 1 && isCodeLike(text)) addCode(gathered, keptCode(text), field)
    const next = chunks[place + 1]
    if (!next || !/^\p{N}/u.test(next.text)) continue
    const code = keptCode(`${text} ${next.text}`)
    if (code.startsWith(`${goalWords[0]} `)) addCode(gathered, code, field)
  }
}

const addCode = (gathered: Gathered, code: string, field: number): void =>
  gathered.occurrences.add(termOf(gathered, codeSpace, code), field, 0)

const give = (gathered: Gathered, code: string, impact: number): void =>
  gathered.occurrences.give(termOf(gathered, codeSpace, keptCode(code)), impact)

function termOf(gathered: Gathered, space: number, text: string): number {
  const terms = gathered.terms[space]!
  const known = terms.get(text)
  if (known !== undefined) return known
  terms.set(text, gathered.count)
  return gathered.count++
}

/** Forms are looked up without reading their letters again. */
function termOfForm(gathered: Gathered, space: number, form: Form): number {
  const forms = gathered.forms[space]!
  const known = forms.get(form)
  if (known !== undefined) return known
  const term = termOf(gathered, space, form.surface)
  forms.set(form, term)
  return term
}

function termOfPair(gathered: Gathered, space: number, first: Form, second: Form): number {
  const pairs = gathered.pairs[space]!
  let seconds = pairs.get(first)
  if (!seconds) pairs.set(first, (seconds = new Map()))
  const known = seconds.get(second)
  if (known !== undefined) return known
  const term = termOf(gathered, space, first.surface + second.surface)
  seconds.set(second, term)
  return term
}

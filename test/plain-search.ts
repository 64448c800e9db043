import { keptCode } from '#platform/search/analysis/codes.ts'
import { folded } from '#platform/search/analysis/folding.ts'
import { stemOf } from '#platform/search/analysis/stems.ts'
import { textWords, type TextWords } from '#platform/search/analysis/words.ts'
import { languagesOfLetters } from '#platform/search/asking/asked-words.ts'
import type { SearchAnswer, SearchDocument, SearchRequest } from '#platform/search/search-document.ts'
import type { LanguageCode } from '#platform/languages.ts'

/** A part of a query before it is written out. */
export type PlainPart = { kind: 'words' | 'phrase' | 'not'; words: readonly string[] }

export const writtenQuery = (parts: readonly PlainPart[]): string =>
  parts
    .map(({ kind, words }) => {
      if (kind === 'phrase') return `"${words.join(' ')}"`
      return kind === 'not' ? words.map((word) => `-${word}`).join(' ') : words.join(' ')
    })
    .join(' ')

/**
 * The same questions answered by reading every document: slow, and plain enough to be seen to be right. It knows no
 * thesaurus, no stop words in queries and no typing errors.
 */
export function plainAnswer(
  documents: readonly SearchDocument[],
  parts: readonly PlainPart[],
  request: Omit<SearchRequest, 'words'>,
): { keys: string[]; facets: SearchAnswer['facets'] } {
  const read = documents.map(readDocument)
  const matched = read
    .filter((one) => meets(read, one, parts, request.lastWord))
    .map(({ document }) => document)
  const passes = (document: SearchDocument, but: string | null) =>
    Object.entries(request.filters).every(
      ([name, wanted]) => name === but || valuesOf(document, name).some((value) => wanted.includes(value)),
    )
  const found = matched.filter((document) => passes(document, null))
  const names = request.facets === 'all' ? facetNames(documents, request.filters) : request.facets
  const facets = names.map((name) => {
    const counts = new Map((request.filters[name] ?? []).map((value) => [value, 0]))
    for (const document of matched.filter((one) => passes(one, name))) {
      for (const value of valuesOf(document, name)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
    return [name, sorted.map(([value, count]) => ({ value, count }))] as const
  })
  return { keys: found.toSorted(inOrder(request)).map(({ key }) => key), facets: Object.fromEntries(facets) }
}

const facetNames = (documents: readonly SearchDocument[], filters: SearchRequest['filters']) =>
  [
    ...new Set([
      ...documents.flatMap(({ facets }) => ['kind', ...Object.keys(facets)]),
      ...Object.keys(filters),
    ]),
  ].sort()

const valuesOf = (document: SearchDocument, name: string): readonly string[] =>
  name === 'kind' ? [document.kind] : (document.facets[name] ?? [])

type ReadField = TextWords & { language: LanguageCode }
type ReadDocument = { document: SearchDocument; fields: ReadField[] }

const readDocument = (document: SearchDocument): ReadDocument => ({
  document,
  fields: document.texts.flatMap(({ language, title, body }) =>
    [title, body].map((text) => ({ language, ...textWords(text, language) })),
  ),
})

function meets(
  all: readonly ReadDocument[],
  one: ReadDocument,
  parts: readonly PlainPart[],
  lastWord: SearchRequest['lastWord'],
): boolean {
  return parts.every(({ kind, words }, part) => {
    if (kind === 'phrase') return one.fields.some((field) => hasPhrase(field, words.join(' ')))
    if (kind === 'not') return words.every((word) => !hasWord(all, one, word))
    return words.every((word, place) => {
      const isBegun = lastWord === 'begun' && part === parts.length - 1 && place === words.length - 1
      return hasWord(all, one, word) || (isBegun && hasBeginning(one, word))
    })
  })
}

function hasWord(all: readonly ReadDocument[], { document, fields }: ReadDocument, word: string): boolean {
  if (document.codes.some((code) => keptCode(code) === keptCode(word))) return true
  if (/\p{Script=Han}/u.test(word)) return hasPairs(fields, word)
  const surface = /\d/.test(word) ? keptCode(word) : folded(word.replace('-', ''))
  return fields.some(({ language, words, chunks }) => {
    const forms = [
      ...words.map(({ form }) => form).filter(({ isStop }) => !isStop),
      ...chunks.flatMap(({ joined }) => joined ?? []),
    ]
    const stems = languagesOfLetters(surface).includes(language) ? stemsOf(all, word, surface, language) : []
    return forms.some((form) => form.surface === surface || stems.includes(form.stem))
  })
}

/** As it is typed, and as any text has it with its accents. */
function stemsOf(
  all: readonly ReadDocument[],
  word: string,
  surface: string,
  language: LanguageCode,
): string[] {
  const written = all
    .flatMap(({ fields }) => fields)
    .filter((field) => field.language === language)
    .flatMap(({ words }) => words.filter(({ form }) => form.surface === surface).map(({ form }) => form.stem))
  return [stemOf(word.replace('-', '').toLowerCase(), language), ...written]
}

function hasPairs(fields: readonly ReadField[], word: string): boolean {
  const text = fields.map(({ chunks }) => chunks.map((chunk) => chunk.text).join(' ')).join(' ')
  return Array.from(word).every(
    (character, place, all) => place === 0 || text.includes(`${all[place - 1]}${character}`),
  )
}

function hasBeginning({ fields }: ReadDocument, word: string): boolean {
  if (word.length < 3 || /\d|-|\p{Script=Han}/u.test(word)) return false
  return fields.some(({ words, chunks }) =>
    [
      ...words.map(({ form }) => form).filter(({ isStop, isHan }) => !isStop && !isHan),
      ...chunks.flatMap(({ joined }) => joined ?? []),
    ].some(({ surface }) => surface.startsWith(folded(word))),
  )
}

function hasPhrase({ language, words }: ReadField, phrase: string): boolean {
  const wanted = textWords(phrase, language).words.map(({ form }) => form)
  return words.some((_, from) =>
    wanted.every(({ surface, isStop }, place) => {
      const there = words[from + place]?.form
      return (isStop && there !== undefined) || (there?.surface === surface && !there.isStop)
    }),
  )
}

function inOrder({ order, language }: Omit<SearchRequest, 'words'>) {
  const byKey = (a: SearchDocument, b: SearchDocument) => (a.key < b.key ? -1 : 1)
  const newest = (a: SearchDocument, b: SearchDocument) => b.date - a.date || byKey(a, b)
  const collator = new Intl.Collator(language)
  const title = ({ texts, original }: SearchDocument) => {
    const own = (wanted: LanguageCode | null) => texts.find((text) => text.language === wanted)
    return (own(language) ?? own(original) ?? texts[0]!).title
  }
  if (order === 'title') {
    return (a: SearchDocument, b: SearchDocument) => collator.compare(title(a), title(b)) || byKey(a, b)
  }
  return order === 'oldest' ? (a: SearchDocument, b: SearchDocument) => newest(b, a) : newest
}

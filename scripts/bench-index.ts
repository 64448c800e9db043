import fs from 'node:fs'
import path from 'node:path'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { SearchRequest } from '#platform/search/search-document.ts'
import { openIndex, type SearchIndex } from '#platform/search/search-index.ts'
import { readSegment, writeSegment } from '#platform/search/segment/segment-file.ts'
import { thesaurusOf, type ThesaurusFile } from '#platform/search/thesaurus/thesaurus.ts'
import { chanceOf, inventedDocument, usualWord, vocabularyOf } from './search/invented-documents.ts'

/** `node scripts/bench-index.ts [SIZE]`: how fast the index answers, by itself, without server and database. */
const size = Number(process.argv[2] ?? 100_000)
const file = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, '../reference/thesaurus.json'), 'utf8'),
) as ThesaurusFile
const thesaurus = thesaurusOf(file)
const vocabulary = vocabularyOf(file, chanceOf(1))
const chance = chanceOf(7)
const rounds = 400
const batch = 1000

const before = process.memoryUsage()
let index = build()
tellStore()
tellMemory()
warmUp()
for (const language of languageCodes) {
  tell(`one word, ${language}`, () => request(language, 1, 0))
  tell(`two words and two filters, ${language}`, () => request(language, 2, 2))
}
tell('a word while typing', () => ({ ...request('en', 1, 0), lastWord: 'begun' }))
tell('a phrase', () => phraseRequest())
tell('a word with an error', () => misspelt())
tell('one filter', () => request('en', 0, 1))
tell('three filters', () => request('en', 0, 3))
tell('by title', () => ({ ...request('fr', 1, 1), order: 'title' }))
tell('everything', () => request('en', 0, 0))
tell('everything, just after a change', () => {
  index.put([inventedDocument(Math.floor(chance() * size), vocabulary, chance)])
  return request('en', 0, 0)
})
tellChanges()

function build(): SearchIndex {
  const began = performance.now()
  const made = openIndex({ thesaurus })
  const slow: number[] = []
  for (let number = 0; number < size; number += batch) {
    const documents = Array.from({ length: Math.min(batch, size - number) }, (_, place) =>
      inventedDocument(number + place, vocabulary, chance),
    )
    const start = performance.now()
    made.put(documents)
    slow.push(performance.now() - start)
    while (made.tidy(10));
  }
  const compacting = performance.now()
  made.compact()
  const seconds = (performance.now() - began) / 1000
  const put = slow.reduce((a, b) => a + b, 0) / 1000
  console.log(
    `built ${size} in ${seconds.toFixed(1)} s (${Math.round(size / put)} a second put, last merge ${((performance.now() - compacting) / 1000).toFixed(1)} s)`,
  )
  return made
}

function tellStore(): void {
  const [whole] = index.segments()
  const wrote = performance.now()
  const bytes = writeSegment(whole!.segment, whole!.dead, { fingerprint: 'bench', note: '' })
  const written = performance.now()
  const stored = readSegment(bytes, 'bench')
  index = openIndex({ thesaurus, segments: [stored] })
  const opened = performance.now()
  console.log(
    `stored ${(bytes.length / 2 ** 20).toFixed(0)} MiB in ${(written - wrote).toFixed(0)} ms, opened in ${(opened - written).toFixed(0)} ms`,
  )
}

function tellMemory(): void {
  const [whole] = index.segments()
  const all = sizeOf(whole!.segment)
  const cards = whole!.segment.cards.bytes.length
  const now = process.memoryUsage()
  console.log(
    `${((all - cards) / size / 1024).toFixed(2)} KiB a document without cards; resident ${((now.rss - before.rss) / 2 ** 20).toFixed(0)} MiB more`,
  )
}

function sizeOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, one) => sum + sizeOf(one), 0)
}

function request(language: LanguageCode, words: number, filters: number): SearchRequest {
  const all: [string, () => string][] = [
    ['country', () => `c${Math.floor(200 * chance() ** 2)}`],
    ['action-line', () => `C${Math.floor(18 * chance())}`],
    ['status', () => 'published'],
  ]
  return {
    words: Array.from({ length: words }, () => usualWord(vocabulary[language].slice(0, 3000), chance)).join(
      ' ',
    ),
    language,
    lastWord: 'whole',
    filters: Object.fromEntries(all.slice(0, filters).map(([name, value]) => [name, [value()]])),
    facets: 'all',
    order: words > 0 ? 'relevance' : 'newest',
    limit: 20,
    after: null,
  }
}

function phraseRequest(): SearchRequest {
  const one = request('en', 2, 0)
  return { ...one, words: `"${one.words}"` }
}

function misspelt(): SearchRequest {
  const one = request('en', 1, 0)
  const at = 1 + Math.floor(chance() * 3)
  return { ...one, words: `${one.words.slice(0, at)}q${one.words.slice(at + 1)}` }
}

function warmUp(): void {
  for (let round = 0; round < 300; round++) {
    const language = languageCodes[round % languageCodes.length]!
    index.search(request(language, round % 3, round % 4))
  }
}

function tell(name: string, next: () => SearchRequest): void {
  const times: number[] = []
  let total = 0
  for (let round = 0; round < rounds; round++) {
    const asked = next()
    const began = performance.now()
    total += index.search(asked).total
    times.push(performance.now() - began)
  }
  console.log(
    `${name.padEnd(36)} p50 ${at(times, 0.5)} ms  p95 ${at(times, 0.95)} ms  found ${Math.round(total / rounds)}`,
  )
}

function tellChanges(): void {
  const times: number[] = []
  const tidying: number[] = []
  for (let round = 0; round < 1000; round++) {
    const document = inventedDocument(Math.floor(chance() * size * 1.1), vocabulary, chance)
    const began = performance.now()
    index.put([document])
    times.push(performance.now() - began)
    const tidied = performance.now()
    index.tidy(5)
    tidying.push(performance.now() - tidied)
  }
  console.log(`one document replaced or added       p50 ${at(times, 0.5)} ms  p95 ${at(times, 0.95)} ms`)
  console.log(
    `tidying after each                   p50 ${at(tidying, 0.5)} ms  p95 ${at(tidying, 0.95)} ms  most ${at(tidying, 1)} ms; ${index.segments().length} segments`,
  )
}

function at(times: number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(2).padStart(6)
}

import { languageCodes } from '#platform/languages.ts'
import type { Place, SearchRequest } from '../search-document.ts'
import { documentOf } from '../segment/key-slots.ts'
import { textAt } from '../segment/packed-texts.ts'
import { collators, compareKeys, compareKeysAt, shownTitle } from '../segment/segment.ts'
import { wordSpace } from '../segment/spaces.ts'
import { isWidened, type Room } from './matching.ts'
import type { Part } from './part.ts'

/** A document that was found, with what its place among others depends on. */
export type Found = { part: Part; document: number; score: number; isWidened: boolean }

type Order = Pick<SearchRequest, 'order' | 'language' | 'limit' | 'after'>

/** The first documents of one segment in the order asked for, after the place where the last answer ended. */
export function firstOf(
  part: Part,
  documents: Uint32Array,
  hasScores: boolean,
  order: Order,
  room: Room,
): Found[] {
  const count = documents.length
  const found = (document: number) => foundAt(part, document, hasScores, room)
  if (order.order === 'newest') {
    const from = order.after ? placeOf(documents, firstAfter(part, order.after)) : 0
    return Array.from(documents.subarray(from, Math.min(count, from + order.limit)), found)
  }
  if (order.order === 'oldest') {
    const to = order.after ? placeOf(documents, firstNotBefore(part, order.after)) : count
    return Array.from(documents.subarray(Math.max(0, to - order.limit), to), found).reverse()
  }
  const best =
    order.order === 'title'
      ? byTitle(part, documents, order)
      : byScore(part, documents, hasScores, order, room)
  return best.map(found)
}

/** The order of documents of several segments. Equal ones follow by date and key, so that it is always the same. */
export function compareFound({ order, language }: Order): (a: Found, b: Found) => number {
  const byKey = (a: Found, b: Found) =>
    compareKeysAt(a.part.segment.keys, a.document, b.part.segment.keys, b.document)
  const newest = (a: Found, b: Found) => dateOf(b) - dateOf(a) || byKey(a, b)
  if (order === 'newest') return newest
  if (order === 'oldest') return (a, b) => newest(b, a)
  if (order === 'relevance') return (a, b) => b.score - a.score || newest(a, b)
  const collator = collators[language]
  return (a, b) => collator.compare(titleOf(a, language), titleOf(b, language)) || byKey(a, b)
}

export function placeAt(found: Found, { order, language }: Order): Place {
  const title = order === 'title' ? titleOf(found, language) : ''
  return { key: keyOf(found), date: dateOf(found), score: found.score, title }
}

export const keyOf = ({ part, document }: Found): string => textAt(part.segment.keys, document)
const dateOf = ({ part, document }: Found): number => part.segment.dates[document]!
const titleOf = ({ part, document }: Found, language: Order['language']): string =>
  shownTitle(part.segment.titles, document, wordSpace(language))

/** What is found by its own words always stands before what only the thesaurus found. */
const directly = 1e12

/** A year of age costs less than half a hundredth. */
const finalScore = (part: Part, document: number, room: Room): number =>
  room.scores[document]! * (1000 + part.ages[document]!) +
  ((room.stages[document]! & isWidened) === 0 ? directly : 0)

function foundAt(part: Part, document: number, hasScores: boolean, room: Room): Found {
  if (!hasScores) return { part, document, score: 0, isWidened: false }
  return {
    part,
    document,
    score: finalScore(part, document, room),
    isWidened: (room.stages[document]! & isWidened) !== 0,
  }
}

function byScore(part: Part, documents: Uint32Array, hasScores: boolean, order: Order, room: Room): number[] {
  const { after, limit } = order
  const from = after ? firstAfter(part, after) : 0
  const best = leastOf(limit)
  for (let place = 0; place < documents.length; place++) {
    const document = documents[place]!
    const score = hasScores ? finalScore(part, document, room) : 0
    if (after && (score > after.score || (score === after.score && document < from))) continue
    if (-score < best.bound()) best.add(-score, document)
  }
  return best.documents()
}

function byTitle(part: Part, documents: Uint32Array, order: Order): number[] {
  const { titles, count: all } = part.segment
  const language = wordSpace(order.language)
  const ranks = titles.ranks.subarray(language * all, (language + 1) * all)
  const from = order.after ? rankAfter(part, ranks, order.after, order.language) : 0
  const best = leastOf(order.limit)
  for (let place = 0; place < documents.length; place++) {
    const document = documents[place]!
    const rank = ranks[document]!
    if (rank >= from && rank < best.bound()) best.add(rank, document)
  }
  return best.documents()
}

/** Keeps the documents with the least values; of equal values those that came first. */
function leastOf(limit: number) {
  const values: number[] = []
  const documents: number[] = []
  return {
    bound: () => (values.length < limit ? Infinity : (values[limit - 1] ?? -Infinity)),
    documents: () => documents,
    add(value: number, document: number): void {
      let low = 0
      let high = values.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if (values[middle]! <= value) low = middle + 1
        else high = middle
      }
      values.splice(low, 0, value)
      documents.splice(low, 0, document)
      if (values.length > limit) {
        values.pop()
        documents.pop()
      }
    },
  }
}

/** The first document of a segment that comes after a place, the newest first. */
function firstAfter(part: Part, after: Place): number {
  return firstWhere(part.segment.count, (document) => compareWith(part, document, after) > 0)
}

function firstNotBefore(part: Part, after: Place): number {
  return firstWhere(part.segment.count, (document) => compareWith(part, document, after) >= 0)
}

const compareWith = ({ segment }: Part, document: number, { date, key }: Place): number =>
  date - segment.dates[document]! || compareKeys(textAt(segment.keys, document), key)

/** The rank from which titles come after a place. */
function rankAfter(part: Part, ranks: Uint32Array, after: Place, language: Order['language']): number {
  const { segment } = part
  const own = documentOf(segment.slots, segment.keys, after.key)
  if (own >= 0 && shownTitle(segment.titles, own, wordSpace(language)) === after.title) return ranks[own]! + 1
  const inOrder = new Uint32Array(ranks.length)
  for (const [document, rank] of ranks.entries()) inOrder[rank] = document
  return firstWhere(ranks.length, (rank) => {
    const document = inOrder[rank]!
    const title = shownTitle(segment.titles, document, languageCodes.indexOf(language))
    const order = collators[language].compare(title, after.title)
    return (order || compareKeys(textAt(segment.keys, document), after.key)) > 0
  })
}

function placeOf(documents: Uint32Array, document: number): number {
  return firstWhere(documents.length, (place) => documents[place]! >= document)
}

function firstWhere(count: number, isThere: (place: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isThere(middle)) high = middle
    else low = middle + 1
  }
  return low
}

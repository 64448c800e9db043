import { languageCodes } from '#platform/languages.ts'
import { endWriter, type Cards } from './cards.ts'
import { facetWriter, valuesOfSet, type FacetColumn } from './facet-columns.ts'
import { keySlotsInSteps } from './key-slots.ts'
import { gone, mergeTerms } from './merge-terms.ts'
import { packedLength, textAt, type PackedTexts } from './packed-texts.ts'
import {
  collators,
  compareDocuments,
  compareKeysAt,
  shownTitle,
  type Segment,
  type Titles,
} from './segment.ts'

/** A segment with the documents in it that are no more (1) as they were when the merge began. */
export type MergeSource = { segment: Segment; dead: Uint8Array }

/** One segment of several, and for each of them where its documents have gone: `gone` if nowhere. */
export type Merged = { segment: Segment; moved: Uint32Array[] }

/** Which document of which source stands at each place. */
export type Origin = { sources: Uint16Array; documents: Uint32Array }

/** How much is done between two pauses. */
const stepSize = 2000

/**
 * Merges segments with pauses, so that whoever calls can let others have their turn. What dies meanwhile is found by
 * `moved`.
 */
export function* mergeSegments(sources: readonly MergeSource[]): Generator<void, Merged> {
  const { origin, moved } = yield* newOrder(sources)
  const segments = sources.map(({ segment }) => segment)
  const keys = yield* gather(
    segments.map((one) => one.keys),
    origin,
  )
  const cards = yield* gatherCards(
    segments.map((one) => one.cards),
    origin,
  )
  const dates = new Float64Array(origin.documents.length)
  for (let place = 0; place < dates.length; place++) {
    dates[place] = segments[origin.sources[place]!]!.dates[origin.documents[place]!]!
  }
  yield
  const slots = yield* keySlotsInSteps(keys)
  const titles = yield* mergeTitles(segments, origin, moved)
  const facets = yield* mergeFacets(segments, origin)
  const terms = yield* mergeTerms(segments, moved)
  return { segment: { count: dates.length, dates, keys, slots, cards, titles, facets, ...terms }, moved }
}

function* newOrder(
  sources: readonly MergeSource[],
): Generator<void, { origin: Origin; moved: Uint32Array[] }> {
  const moved = sources.map(({ segment }) => new Uint32Array(segment.count).fill(gone))
  const next = sources.map((source) => firstAlive(source, 0))
  const count = sources.reduce((sum, { dead }) => sum + dead.length - dead.reduce((a, b) => a + b, 0), 0)
  const origin = { sources: new Uint16Array(count), documents: new Uint32Array(count) }
  for (let place = 0; place < count; place++) {
    if (place % stepSize === 0) yield
    let first = -1
    for (const [source, { segment }] of sources.entries()) {
      if (next[source]! >= segment.count) continue
      if (first >= 0) {
        const best = sources[first]!.segment
        if (compareDocuments(best, next[first]!, segment, next[source]!) <= 0) continue
      }
      first = source
    }
    origin.sources[place] = first
    origin.documents[place] = next[first]!
    moved[first]![next[first]!] = place
    next[first] = firstAlive(sources[first]!, next[first]! + 1)
  }
  return { origin, moved }
}

function firstAlive({ segment, dead }: MergeSource, from: number): number {
  let document = from
  while (document < segment.count && dead[document] === 1) document++
  return document
}

function* gather(texts: readonly PackedTexts[], origin: Origin): Generator<void, PackedTexts> {
  const count = origin.documents.length
  const starts = new Uint32Array(count + 1)
  for (let place = 0; place < count; place++) {
    starts[place + 1] =
      starts[place]! + packedLength(texts[origin.sources[place]!]!, origin.documents[place]!)
  }
  const bytes = Buffer.alloc(starts[count]!)
  for (let place = 0; place < count; place++) {
    if (place % (stepSize * 4) === 0) yield
    const document = origin.documents[place]!
    const from = texts[origin.sources[place]!]!
    bytes.set(from.bytes.subarray(from.starts[document], from.starts[document + 1]), starts[place])
  }
  return { bytes, starts }
}

/** Each end of each source is looked up once. */
function* gatherCards(cards: readonly Cards[], origin: Origin): Generator<void, Cards> {
  const own = yield* gather(cards, origin)
  const ends = endWriter()
  const endOf = new Uint32Array(origin.documents.length)
  const known = cards.map((from) => new Uint32Array(from.ends.starts.length - 1).fill(gone))
  for (let place = 0; place < endOf.length; place++) {
    if (place % (stepSize * 4) === 0) yield
    const source = origin.sources[place]!
    const { endOf: from, ends: texts } = cards[source]!
    const end = from[origin.documents[place]!]!
    if (known[source]![end] === gone) known[source]![end] = ends.number(textAt(texts, end))
    endOf[place] = known[source]![end]!
  }
  return { ...own, ends: ends.done(), endOf }
}

function* mergeTitles(
  segments: readonly Segment[],
  origin: Origin,
  moved: readonly Uint32Array[],
): Generator<void, Titles> {
  const count = origin.documents.length
  const all = segments.map(({ titles }) => titles)
  const starts = new Uint32Array(count + 1)
  for (let place = 0; place < count; place++) {
    const document = origin.documents[place]!
    const from = all[origin.sources[place]!]!.starts
    starts[place + 1] = starts[place]! + from[document + 1]! - from[document]!
  }
  // Each text by itself, as the origins of documents are.
  const textOrigin = {
    sources: new Uint16Array(starts[count]!),
    documents: new Uint32Array(starts[count]!),
  }
  const languages = new Uint8Array(starts[count]!)
  const originals = new Uint8Array(count)
  for (let place = 0; place < count; place++) {
    if (place % (stepSize * 4) === 0) yield
    const document = origin.documents[place]!
    const source = origin.sources[place]!
    const from = all[source]!
    originals[place] = from.originals[document]!
    for (let text = starts[place]!; text < starts[place + 1]!; text++) {
      textOrigin.sources[text] = source
      textOrigin.documents[text] = from.starts[document]! + text - starts[place]!
      languages[text] = from.languages[textOrigin.documents[text]!]!
    }
  }
  const texts = yield* gather(
    all.map((titles) => titles.texts),
    textOrigin,
  )
  const ranks = yield* mergeRanks(segments, origin, moved)
  return { starts, languages, texts, originals, ranks }
}

function* mergeRanks(
  segments: readonly Segment[],
  origin: Origin,
  moved: readonly Uint32Array[],
): Generator<void, Uint32Array> {
  const count = origin.documents.length
  const ranks = new Uint32Array(languageCodes.length * count)
  for (const [language, code] of languageCodes.entries()) {
    const compare = (a: Named, b: Named) =>
      collators[code].compare(a.title, b.title) ||
      compareKeysAt(
        segments[origin.sources[a.place]!]!.keys,
        origin.documents[a.place]!,
        segments[origin.sources[b.place]!]!.keys,
        origin.documents[b.place]!,
      )
    const title = (place: number) =>
      shownTitle(segments[origin.sources[place]!]!.titles, origin.documents[place]!, language)
    let runs = segments.map((segment, source) => titleOrder(segment, moved[source]!, language))
    while (runs.length > 1) {
      const joined: Uint32Array[] = []
      for (let run = 0; run < runs.length; run += 2) {
        joined.push(runs[run + 1] ? yield* joinRuns(runs[run]!, runs[run + 1]!, title, compare) : runs[run]!)
      }
      runs = joined
    }
    const [order] = runs
    for (let rank = 0; rank < count; rank++) ranks[language * count + order![rank]!] = rank
    yield
  }
  return ranks
}

type Named = { place: number; title: string }

/** The new places of a segment's documents in the order of their titles. */
function titleOrder({ count, titles }: Segment, moved: Uint32Array, language: number): Uint32Array {
  const order = new Uint32Array(count).fill(gone)
  for (let document = 0; document < count; document++) {
    order[titles.ranks[language * count + document]!] = moved[document]!
  }
  return order.filter((place) => place !== gone)
}

function* joinRuns(
  a: Uint32Array,
  b: Uint32Array,
  title: (place: number) => string,
  compare: (a: Named, b: Named) => number,
): Generator<void, Uint32Array> {
  const joined = new Uint32Array(a.length + b.length)
  const named = (run: Uint32Array, at: number): Named | null =>
    at < run.length ? { place: run[at]!, title: title(run[at]!) } : null
  let atA = 0
  let atB = 0
  let fromA = named(a, 0)
  let fromB = named(b, 0)
  for (let place = 0; place < joined.length; place++) {
    if (place % stepSize === 0) yield
    if (fromA && (!fromB || compare(fromA, fromB) < 0)) {
      joined[place] = fromA.place
      fromA = named(a, ++atA)
    } else if (fromB) {
      joined[place] = fromB.place
      fromB = named(b, ++atB)
    }
  }
  return joined
}

function* mergeFacets(segments: readonly Segment[], origin: Origin): Generator<void, FacetColumn[]> {
  const names = new Set(segments.flatMap(({ facets }) => facets.map(({ name }) => name)))
  const columns: FacetColumn[] = []
  for (const name of names) {
    const writer = facetWriter(name)
    const from = segments.map(({ facets }) => facets.find((facet) => facet.name === name))
    const sets = new Uint32Array(origin.documents.length)
    // Each set of each source is looked up once.
    const known = from.map((column) => new Map<number, number>(column ? [] : [[0, writer.setOf([])]]))
    for (let place = 0; place < sets.length; place++) {
      if (place % (stepSize * 4) === 0) yield
      const document = origin.documents[place]!
      const source = origin.sources[place]!
      const column = from[source]
      const set = column ? column.sets[document]! : 0
      let number = known[source]!.get(set)
      if (number === undefined) known[source]!.set(set, (number = writer.setOf(valuesOfSet(column!, set))))
      sets[place] = number
    }
    columns.push(writer.done(sets))
  }
  return columns
}

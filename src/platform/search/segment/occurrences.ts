import { numberWriter } from './postings.ts'

export type Field = 'title' | 'summary' | 'body' | 'names'

/** Fields in the order in which they are numbered. */
export const fields: readonly Field[] = ['title', 'summary', 'body', 'names']

/** One document under one term. */
export type Holder = {
  document: number
  /** How much the term says of it: 1 to 255. */
  impact: number
  /** Where the positions stand that were given, in their order. */
  from: number
  to: number
}

/**
 * Where terms stand, written down in the order in which they are met and sorted by term afterwards. Terms are known by numbers
 * here; a term meets the documents in their order.
 */
export type Occurrences = {
  /** What follows stands in the next document, or in another text of it, with so many words in its title and its body. */
  beginText: (document: number, titleLength: number, bodyLength: number) => void
  /** `half`: it counts half. */
  add: (term: number, field: number, position: number, half?: 'half') => void
  /** The term says so much of the document, wherever it stands. */
  give: (term: number, impact: number) => void
  sorted: (terms: number) => SortedOccurrences
}

export type SortedOccurrences = {
  positions: Uint32Array
  /** Hands over the documents of a term in their order; the holder is used again for the next. */
  eachHolder: (term: number, take: (holder: Holder) => void) => void
}

/** The parts of a mark: its field, whether it counts half, whether the impact was given, and its position or that impact. */
const fieldMask = 3
const halfBit = 4
const givenBit = 8
const valueShift = 4

export function occurrences(): Occurrences {
  const texts = { documents: numberWriter(), titles: numberWriter(), bodies: numberWriter() }
  const met = { terms: numberWriter(), texts: numberWriter(), marks: numberWriter() }
  const add = (term: number, mark: number) => {
    met.terms.push(term)
    met.texts.push(texts.documents.length() - 1)
    met.marks.push(mark)
  }
  return {
    beginText(document, titleLength, bodyLength) {
      texts.documents.push(document)
      texts.titles.push(titleLength)
      texts.bodies.push(bodyLength)
    },
    add: (term, field, position, half) =>
      add(term, field | (half === undefined ? 0 : halfBit) | (position << valueShift)),
    give: (term, impact) => add(term, givenBit | (impact << valueShift)),
    sorted: (terms) =>
      sortedOccurrences(
        { documents: texts.documents.done(), titles: texts.titles.done(), bodies: texts.bodies.done() },
        byTerm(terms, met.terms.done(), met.texts.done(), met.marks.done()),
      ),
  }
}

type Texts = { documents: Uint32Array; titles: Uint32Array; bodies: Uint32Array }
type ByTerm = { starts: Uint32Array; texts: Uint32Array; marks: Uint32Array }

/** Sorted by counting, which leaves the occurrences of a term in the order in which they were met. */
function byTerm(count: number, terms: Uint32Array, texts: Uint32Array, marks: Uint32Array): ByTerm {
  const starts = new Uint32Array(count + 1)
  for (const term of terms) starts[term + 1]!++
  for (let term = 0; term < count; term++) starts[term + 1]! += starts[term]!
  const next = starts.slice()
  const sorted: ByTerm = {
    starts,
    texts: new Uint32Array(terms.length),
    marks: new Uint32Array(terms.length),
  }
  for (let at = 0; at < terms.length; at++) {
    const place = next[terms[at]!]!++
    sorted.texts[place] = texts[at]!
    sorted.marks[place] = marks[at]!
  }
  return sorted
}

function sortedOccurrences(texts: Texts, { starts, texts: textOf, marks }: ByTerm): SortedOccurrences {
  const positions = marks.map((mark) => mark >>> valueShift)
  const holder: Holder = { document: 0, impact: 0, from: 0, to: 0 }
  const counts = new Float64Array(fields.length)
  return {
    positions,
    eachHolder(term, take) {
      const end = starts[term + 1]!
      for (let at = starts[term]!; at < end; at = holder.to) {
        const text = textOf[at]!
        holder.document = texts.documents[text]!
        holder.from = at
        let given = 0
        counts.fill(0)
        do {
          const mark = marks[at]!
          if ((mark & givenBit) !== 0) given = positions[at]!
          else counts[mark & fieldMask]! += (mark & halfBit) === 0 ? 1 : 0.5
          at++
        } while (at < end && texts.documents[textOf[at]!] === holder.document)
        holder.to = at
        holder.impact = given || impactOf(counts, texts.titles[text]!, texts.bodies[text]!)
        sortTail(positions, holder.from, holder.to)
        take(holder)
      }
    },
  }
}

/** Positions come in their order but for words that are also part of others. */
function sortTail(positions: Uint32Array, from: number, to: number): void {
  for (let place = from + 1; place < to; place++) {
    if (positions[place]! >= positions[place - 1]!) continue
    positions.subarray(from, to).sort()
    return
  }
}

const usualBody = 80

/**
 * How much a term says of the document. As in BM25 each further occurrence adds less, and less in a long text; but a title
 * outweighs any number of occurrences below it. It depends on nothing but the document, so that it never grows stale.
 */
function impactOf(counts: Float64Array, titleLength: number, bodyLength: number): number {
  const [inTitle, inSummary, inBody, inNames] = [counts[0]!, counts[1]!, counts[2]!, counts[3]!]
  const title = inTitle > 0 ? 130 + 40 * Math.min(1, 6 / Math.max(1, titleLength)) : 0
  const summary = 45 * (inSummary / (inSummary + 0.8))
  const length = 0.6 + (0.4 * bodyLength) / usualBody
  const body = 70 * (inBody / (inBody + 1.2 * length))
  const names = inNames > 0 ? 20 : 0
  return Math.max(1, Math.min(255, Math.round(title + summary + body + names)))
}

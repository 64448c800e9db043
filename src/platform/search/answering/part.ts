import type { FacetColumn } from '../segment/facet-columns.ts'
import { blockRoom, readBlock } from '../segment/postings.ts'
import type { Segment } from '../segment/segment.ts'
import type { FacetRegister } from './facet-register.ts'
import type { FilteredSet } from './filtered-sets.ts'
import type { FacetGroup } from './set-counts.ts'

/** A segment in use: which of its documents are still there, and what is computed from it once. */
export type Part = {
  /** By which all who follow the same index know it. */
  number: number
  segment: Segment
  /** 1 for each document that was replaced or removed. */
  dead: Uint8Array
  deadCount: number
  /** Every document that is still there, in order. */
  everyone: Uint32Array
  /** Quarters of a year since 2000, for the small favour to what is new. */
  ages: Uint8Array
  facets: ReadonlyMap<string, PartFacet>
  /** Facets that are counted together; made when first asked for. */
  groups: readonly FacetGroup[] | null
  /** What passed filters lately, by their keys, the latest last. */
  filtered: Map<string, FilteredSet>
}

export type GivenPart = Pick<Part, 'number' | 'segment' | 'dead'>

/** A column with the numbers that its values have in the whole index. */
export type PartFacet = FacetColumn & {
  common: Uint32Array
  /** How many documents that are still there have each set. */
  overall: Uint32Array
  /** For each value, by its number in the whole index, the sets that hold it; made when first asked for. */
  setsWith: ReadonlyMap<number, readonly number[]> | null
  /** The highest of the numbers of its values. */
  highest: number
  /** The documents of each set; made when first asked for. */
  documents: { starts: Uint32Array; documents: Uint32Array } | null
}

export function partOf({ number, segment, dead }: GivenPart, register: FacetRegister): Part {
  const everyone = aliveOf(dead)
  return {
    ...{ number, segment, dead },
    deadCount: dead.length - everyone.length,
    everyone,
    ages: agesOf(segment.dates),
    facets: new Map(segment.facets.map((column) => [column.name, partFacet(column, everyone, register)])),
    groups: null,
    filtered: new Map(),
  }
}

function partFacet(column: FacetColumn, everyone: Uint32Array, register: FacetRegister): PartFacet {
  const known = Uint32Array.from(column.values, (value) => register.number(column.name, value))
  const overall = countSets(column, everyone)
  return {
    ...column,
    common: column.numbers.map((number) => known[number]!),
    overall,
    setsWith: null,
    highest: known.reduce((highest, number) => Math.max(highest, number), 0),
    documents: null,
  }
}

/** How many of these documents have each set. */
export function countSets({ sets, starts }: FacetColumn, documents: Uint32Array): Uint32Array {
  const counted = new Uint32Array(starts.length - 1)
  for (let place = 0; place < documents.length; place++) counted[sets[documents[place]!]!]!++
  return counted
}

const quarter = (365.25 / 4) * 86_400_000
const from2000 = Date.UTC(2000, 0, 1)

function agesOf(dates: Float64Array): Uint8Array {
  const ages = new Uint8ClampedArray(dates.length)
  for (let document = 0; document < dates.length; document++) {
    ages[document] = Math.floor((dates[document]! - from2000) / quarter)
  }
  return new Uint8Array(ages.buffer)
}

function aliveOf(dead: Uint8Array): Uint32Array {
  const documents = new Uint32Array(dead.length)
  let count = 0
  for (let document = 0; document < dead.length; document++) {
    if (dead[document] === 0) documents[count++] = document
  }
  return documents.subarray(0, count)
}

/** Takes a document out of what is counted. */
export function markDead(part: Part, document: number): void {
  if (part.dead[document] === 1) return
  part.dead[document] = 1
  part.deadCount++
  part.filtered.clear()
  const { everyone } = part
  everyone.copyWithin(placeOf(everyone, document), placeOf(everyone, document) + 1)
  part.everyone = everyone.subarray(0, everyone.length - 1)
  for (const { sets, overall } of part.facets.values()) overall[sets[document]!]!--
}

function placeOf(documents: Uint32Array, document: number): number {
  let low = 0
  let high = documents.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (documents[middle]! < document) low = middle + 1
    else high = middle
  }
  return low
}

const room = blockRoom()

/** Whether any document that is still there holds a term. */
export function isAlive({ segment: { postings }, dead, deadCount }: Part, term: number): boolean {
  if (deadCount === 0) return true
  for (let block = postings.blocks[term]!; block < postings.blocks[term + 1]!; block++) {
    const count = readBlock(postings, term, block, room)
    for (let place = 0; place < count; place++) if (dead[room.documents[place]!] === 0) return true
  }
  return false
}

export const aliveCount = ({ everyone }: Part): number => everyone.length

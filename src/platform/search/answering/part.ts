import type { FacetColumn } from '../segment/facet-columns.ts'
import type { Segment } from '../segment/segment.ts'
import { blockRoom, readBlock } from '../segment/postings.ts'
import type { FacetRegister } from './facet-register.ts'

/** A segment in use: with the documents that are no more, and what is computed from it once. */
export type Part = {
  segment: Segment
  /** 1 for each document that was replaced or removed. */
  dead: Uint8Array
  deadCount: number
  /** Every document that is still there; null when it must be made again. */
  everyone: Uint32Array | null
  /** Quarters of a year since 2000, for the small favour to what is new. */
  ages: Uint8Array
  facets: ReadonlyMap<string, PartFacet>
}

/** A column with the numbers that its values have in the whole index. */
export type PartFacet = FacetColumn & { common: Uint32Array }

export function partOf(segment: Segment, dead: Uint8Array, register: FacetRegister): Part {
  return {
    segment,
    dead,
    deadCount: dead.reduce((sum, one) => sum + one, 0),
    everyone: null,
    ages: Uint8Array.from(segment.dates, quarters),
    facets: new Map(
      segment.facets.map((column) => {
        const known = Uint32Array.from(column.values, (value) => register.number(column.name, value))
        return [column.name, { ...column, common: column.numbers.map((number) => known[number]!) }]
      }),
    ),
  }
}

const quarter = (365.25 / 4) * 86_400_000
const from2000 = Date.UTC(2000, 0, 1)
const quarters = (date: number) => Math.max(0, Math.min(255, Math.floor((date - from2000) / quarter)))

export function everyone(part: Part): Uint32Array {
  if (part.everyone) return part.everyone
  const { dead } = part
  const documents = new Uint32Array(part.segment.count - part.deadCount)
  let count = 0
  for (let document = 0; document < dead.length; document++) {
    if (dead[document] === 0) documents[count++] = document
  }
  part.everyone = documents
  return documents
}

export function markDead(part: Part, document: number): void {
  if (part.dead[document] === 1) return
  part.dead[document] = 1
  part.deadCount++
  part.everyone = null
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

export const aliveCount = ({ segment, deadCount }: Part): number => segment.count - deadCount

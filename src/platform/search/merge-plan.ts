import { aliveCount, type Part } from './answering/part.ts'

/** So many segments of about the same size become one. */
const fan = 6
const largestBytes = 2 ** 31

/** The segments to be merged next: the smallest that are many, or one that is mostly of documents that are no more. */
export function mergeDue(parts: readonly Part[]): Part[] {
  const worn = parts.find((part) => part.deadCount > 0 && part.deadCount * 3 > part.segment.count)
  const tiers = new Map<number, Part[]>()
  for (const part of parts) {
    const tier = Math.floor(Math.log(Math.max(1, aliveCount(part))) / Math.log(fan))
    tiers.set(tier, [...(tiers.get(tier) ?? []), part])
  }
  const full = [...tiers].filter(([, of]) => of.length >= fan).toSorted(([a], [b]) => a - b)
  for (const [, due] of full) if (canMerge(due)) return due
  return worn ? [worn] : []
}

/** What is off the heap has its bounds too: places in it are counted with 32 bits. */
export const canMerge = (parts: readonly Part[]): boolean =>
  parts.reduce((sum, { segment }) => sum + segment.cards.bytes.length, 0) < largestBytes

import type { LanguageCode } from '#platform/languages.ts'
import type { PlanLevel } from './plan-types/plan-type.ts'

/** Split into others, or dropped with a reason: such items stay where they were, and count no more. */
export const itemStates = ['active', 'split', 'dropped'] as const

export type ItemState = (typeof itemStates)[number]

/** What is written of an item in six languages. */
export const itemFields = ['title', 'text', 'result', 'risks'] as const

export type ItemField = (typeof itemFields)[number]

export const itemFieldLetters = { title: 300, text: 10_000, result: 5000, risks: 5000 } as const

/** Trees with whose codes items are marked. */
export const itemTrees = [
  'action-lines',
  'sdgs',
  'sdg-targets',
  'gdc-objectives',
  'countries',
  'itu-regions',
] as const

export type ItemTree = (typeof itemTrees)[number]

export type ItemCode = { tree: ItemTree; code: string }

/** A record that an item answers, or that belongs to it: a provision, a duty, an activity. */
export type ItemLink = { kind: string; record: string }

export const partyRoles = ['contributor', 'partner'] as const

export type PartyRole = (typeof partyRoles)[number]

export type Party = { role: PartyRole; kind: 'body' | 'organization'; party: string }

/** Start and deadline; the time in the zone of the plan, null for the end of the day. */
export type ItemDates = { startsOn: string | null; deadlineOn: string | null; deadlineTime: string | null }

export type ItemResources = { amount: number | null; currency: string | null; staffMonths: number | null }

/** An item as it is stored, with what stands in other tables about it. */
export type Item = ItemDates &
  ItemResources & {
    id: string
    plan: string
    parent: string | null
    level: string
    place: number
    code: string
    /** The same through all plans of a series. */
    lineage: string
    carriedFrom: string | null
    splitFrom: string | null
    state: ItemState
    language: LanguageCode
    /** Id of the body that leads; null: that of the plan. */
    lead: string | null
    revision: number
    parties: Party[]
    codes: ItemCode[]
    links: ItemLink[]
  }

export const mostItems = 500
export const mostLinks = 200

type Placed = Pick<Item, 'id' | 'parent' | 'place' | 'state'>

/** Items as they are read: each followed by those below it. */
export function inReadingOrder<Of extends Placed>(items: readonly Of[]): Of[] {
  const below = Map.groupBy(items, ({ parent }) => parent)
  const from = (parent: string | null): Of[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => a.place - b.place || endedLast(a, b) || (a.id < b.id ? -1 : 1))
      .flatMap((item) => [item, ...from(item.id)])
  return from(null)
}

const endedLast = (a: Placed, b: Placed): number =>
  Number(a.state !== 'active') - Number(b.state !== 'active')

/** The levels that may stand below an item; below none: at the top. */
export const levelsBelow = (levels: readonly PlanLevel[], above: string | null): PlanLevel[] =>
  levels.filter(({ parent }) => parent === above)

/** What an item is called where it stands: '2' at the top, '2.1' below it. */
export const codeAt = (above: string | null, place: number): string =>
  above === null ? String(place) : `${above}.${place}`

/** How deep an item stands; 0 at the top. */
export function depthsOf(items: readonly Pick<Item, 'id' | 'parent'>[]): Map<string, number> {
  const parents = new Map(items.map(({ id, parent }) => [id, parent]))
  const depth = (id: string): number => {
    const parent = parents.get(id) ?? null
    return parent === null ? 0 : depth(parent) + 1
  }
  return new Map(items.map(({ id }) => [id, depth(id)]))
}

/** Codes anew after items were moved or taken away, in the order in which they stand; those that keep theirs are left out. */
export function renumbered(
  items: readonly Pick<Item, 'id' | 'parent' | 'place' | 'code' | 'state'>[],
): { id: string; place: number; code: string }[] {
  const active = items.filter(({ state }) => state === 'active')
  const below = Map.groupBy(active, ({ parent }) => parent)
  const from = (parent: string | null, above: string | null): { id: string; place: number; code: string }[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => a.place - b.place)
      .flatMap(({ id }, index) => {
        const code = codeAt(above, index + 1)
        return [{ id, place: index + 1, code }, ...from(id, code)]
      })
  const before = new Map(items.map((item) => [item.id, item]))
  return from(null, null).filter(({ id, place, code }) => {
    const was = before.get(id)
    return was?.place !== place || was.code !== code
  })
}

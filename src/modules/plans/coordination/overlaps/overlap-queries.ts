import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { plansSeenBy } from '../../plan-queries.ts'
import { inPlans, type PlannedItem } from '../whole-queries.ts'
import { likenedItems, type Compared } from './likened-queries.ts'
import { pairName, type LikelyPair } from './likely-pairs.ts'
import { isAcrossUnits, overlapOf, type Overlap, type OverlapReason } from './overlap.ts'
import type { OverlapState } from './overlap-workflow.ts'
import '../tables.ts'

/** What was decided of a pair, as it is stored. */
export type SettledOverlap = {
  id: string
  first: string
  second: string
  state: OverlapState
  reason: string | null
  kept: string | null
  firstRevision: number
  secondRevision: number
  score: number
  reasons: OverlapReason[]
  settledAt: Date | null
  revision: number
}

/** A pair as the task force sees it now. */
export type PairSeen = Overlap & {
  id: string
  first: string
  second: string
  state: OverlapState
  settled: SettledOverlap | null
  /** Whether it was decided before one of its items changed. */
  isAskedAnew: boolean
  units: string[]
  lines: string[]
}

/** All pairs that were suggested or decided, drafts among them: for the staff only. Kept until something changes. */
export const allPairs = (db: Db): Promise<PairSeen[]> =>
  whileUnchanged(db, 'plan-overlaps', async () => {
    const settled = await settledOverlaps(db)
    const { items, index } = await likenedItems(db)
    const found = index.pairs()
    const names = new Set(found.map(({ first, second }) => pairName(first, second)))
    const known = new Map(settled.map((one) => [one.id, one]))
    const suggested = found.map((one) => {
      const decided = known.get(pairName(one.first, one.second))
      return decided === undefined ? undecided(items, one) : seenPair(items, one, decided)
    })
    const others = settled
      .filter(({ id }) => !names.has(id))
      .map((one) => asDecided(seenPair(items, one, one)))
    return [...suggested, ...others].filter((one) => one !== null)
  })

/** A pair is found anew when one of its items changes, so what is seen of it holds as long as it is there. */
const seenBefore = new WeakMap<LikelyPair, PairSeen | null>()

function undecided(items: ReadonlyMap<string, Compared>, pair: LikelyPair): PairSeen | null {
  const known = seenBefore.get(pair)
  if (known !== undefined) return known
  const seen = seenPair(items, pair, null)
  seenBefore.set(pair, seen)
  return seen
}

/** What looks alike no more is not asked anew. */
const asDecided = (pair: PairSeen | null): PairSeen | null =>
  pair === null || pair.settled === null ? pair : { ...pair, state: pair.settled.state, isAskedAnew: false }

/** Any two items of different units, whether they look alike or not; null where they are not two such items. */
export async function pairSeen(db: Db, id: string): Promise<PairSeen | null> {
  const known = (await allPairs(db)).find((one) => one.id === id)
  if (known !== undefined) return known
  const [first = '', second = ''] = id.split('-')
  const { items } = await likenedItems(db)
  const [one, other] = [items.get(first), items.get(second)]
  if (one === undefined || other === undefined || pairName(first, second) !== id) return null
  if (!one.isCurrent || !other.isCurrent || !isAcrossUnits(one.likened, other.likened)) return null
  return seenPair(items, { first, second, ...overlapOf(one.likened, other.likened) }, null)
}

/** Once one of two items has changed, what was decided of them is asked anew; but never of those that were merged. */
function seenPair(
  items: ReadonlyMap<string, Compared>,
  { first, second, score, reasons }: Overlap & { first: string; second: string },
  settled: SettledOverlap | null,
): PairSeen | null {
  const [one, other] = [items.get(first), items.get(second)]
  if (one === undefined || other === undefined) return null
  const isChanged =
    settled !== null &&
    (settled.firstRevision !== one.item.revision || settled.secondRevision !== other.item.revision)
  const isAskedAnew = isChanged && settled.state !== 'merged' && settled.state !== 'suggested'
  return {
    id: pairName(first, second),
    first,
    second,
    score,
    reasons,
    settled,
    isAskedAnew,
    state: settled === null || isAskedAnew ? 'suggested' : settled.state,
    units: [...new Set([one, other].flatMap(({ likened, plan }) => [likened.lead, plan.lead]))],
    lines: [...new Set([one, other].flatMap(linesOf))],
  }
}

const linesOf = ({ item, plan }: Compared): string[] => [
  ...(plan.actionLine === null ? [] : [plan.actionLine]),
  ...item.codes.filter(({ tree }) => tree === 'action-lines').map(({ code }) => code),
]

export async function settledOverlaps(db: Db, where = sql`true`): Promise<SettledOverlap[]> {
  const found = await sql<SettledOverlap>`
    select o.id, o.first, o.second, o.state, o.reason, o.kept, o.first_revision as "firstRevision",
      o.second_revision as "secondRevision", o.score::float8 as score, o.reasons, o.settled_at as "settledAt", o.revision
    from plan_overlaps o where ${where} order by o.updated_at desc, o.id`.execute(db)
  return found.rows
}

/** Both items of some pairs with their plans and words, in any order. */
export const itemsOfPairs = (
  db: Db,
  pairs: readonly Pick<PairSeen, 'first' | 'second'>[],
  language: LanguageCode,
): Promise<PlannedItem[]> =>
  inPlans(db, [...new Set(pairs.flatMap(({ first, second }) => [first, second]))], language)

/** What was decided of an item and others, as far as the reader may see their plans. */
export async function decidedOf(
  db: Db,
  actor: Actor,
  item: string,
  language: LanguageCode,
): Promise<{ settled: SettledOverlap; other: PlannedItem }[]> {
  const settled = await settledOverlaps(
    db,
    sql`o.state <> 'suggested' and ${item} in (o.first, o.second) and not exists (
      select from plan_items i join plans p on p.id = i.plan where i.id in (o.first, o.second) and not ${plansSeenBy(actor)})`,
  )
  if (settled.length === 0) return []
  const items = new Map((await itemsOfPairs(db, settled, language)).map((one) => [one.item.id, one] as const))
  return settled.flatMap((one) => {
    const other = items.get(one.first === item ? one.second : one.first)
    return other === undefined ? [] : [{ settled: one, other }]
  })
}

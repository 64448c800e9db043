import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { following } from '#platform/following.ts'
import { languageCodes } from '#platform/languages.ts'
import { shippedThesaurus } from '#platform/search/thesaurus/shipped-thesaurus.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import { itemsWhere } from '../../item-queries.ts'
import type { Item } from '../../item.ts'
import { plansWhere } from '../../plan-queries.ts'
import { leadAmong } from '../../lead.ts'
import type { Plan } from '../../plan.ts'
import { touchedItems } from '../../touched-queries.ts'
import { likened, type ItemTexts } from './likened.ts'
import { PairIndex } from './likely-pairs.ts'
import type { Likened } from './overlap.ts'
import '../tables.ts'

/** An item taken apart, with its plan; `isCurrent` unless it has ended. */
export type Compared = { item: Item; plan: Plan; likened: Likened; isCurrent: boolean }

type LikenedItems = { items: Map<string, Compared>; index: PairIndex }

/** All items that are compared with each other, and those of which something was decided though they ended. */
export const likenedItems = following<LikenedItems>({
  begin: async (db) => {
    const items = new Map<string, Compared>()
    const read = await comparedItems(db, items, sql`true`)
    for (const [id, one] of read) items.set(id, one)
    const index = new PairIndex()
    index.replace([], currentOf(read))
    return { items, index }
  },
  follow: async (db, state, lines) => {
    const touched = await touchedItems(db, lines)
    if (touched.length === 0) return state
    const ids = withBelow(state.items, touched)
    const read = await comparedItems(db, state.items, sql`i.id = any(${ids}::text[])`)
    for (const id of ids) state.items.delete(id)
    for (const [id, one] of read) state.items.set(id, one)
    state.index.replace(ids, currentOf(read))
    return state
  },
})

/** Those below are led by whom those above name. */
const withBelow = (items: ReadonlyMap<string, Compared>, ids: readonly string[]): string[] => {
  const above = new Set(ids)
  const below = [...items.values()].filter((one) => one.likened.above.some((id) => above.has(id)))
  return [...new Set([...ids, ...below.map(({ item }) => item.id)])]
}

const currentOf = (read: ReadonlyMap<string, Compared>): Likened[] =>
  [...read.values()].filter(({ isCurrent }) => isCurrent).map((one) => one.likened)

/** Items with their plans and texts; three questions. `known`: where those above are looked for that are not read now. */
async function comparedItems(
  db: Db,
  known: ReadonlyMap<string, Compared>,
  asked: ReturnType<typeof sql>,
): Promise<Map<string, Compared>> {
  const plans = new Map((await plansWhere(db, sql`p.state <> 'discarded'`)).map((plan) => [plan.id, plan]))
  const items = await itemsWhere(
    db,
    sql`${asked} and (i.state = 'active' or exists (select from plan_overlaps o where i.id in (o.first, o.second)))
      and exists (select from plans p where p.id = i.plan and p.state <> 'discarded')`,
  )
  const translations = await translationsFor(
    db,
    items.map(({ id }) => ({ kind: 'plan-item', id })),
  )
  const leadOf = leadAmong([...[...known.values()].map(({ item }) => item), ...items])
  const parents = new Map(items.map(({ id, parent }) => [id, parent]))
  const above = (id: string): string[] => {
    const parent = parents.get(id) ?? known.get(id)?.item.parent ?? null
    return parent === null ? [] : [...above(parent), parent]
  }
  const thesaurus = shippedThesaurus()
  const compared = items.flatMap((item): [string, Compared][] => {
    const plan = plans.get(item.plan)
    if (plan === undefined) return []
    const texts = textsOf(translations('plan-item', item.id))
    const lead = leadOf(item, plan)
    const isCurrent = item.state === 'active' && plan.state !== 'superseded'
    return [
      [
        item.id,
        {
          item,
          plan,
          isCurrent,
          likened: likened(thesaurus, { item, lead, plan, texts, above: above(item.id) }),
        },
      ],
    ]
  })
  return new Map(compared)
}

const textsOf = (translations: ReturnType<Awaited<ReturnType<typeof translationsFor>>>): ItemTexts =>
  Object.fromEntries(
    languageCodes.flatMap((code) => {
      const own = translations?.[code]
      return own === undefined
        ? []
        : [[code, { title: own['title']?.text ?? '', text: own['text']?.text ?? '' }]]
    }),
  )

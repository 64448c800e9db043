import { itemColumnsOf } from '#modules/plans/item-row-commands.ts'
import { codeAt, itemFields } from '#modules/plans/item.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { newShortId } from '#platform/short-id.ts'
import { otherLanguages } from './words.ts'
import type { InventedItem, InventedPlan } from './invented-plans.ts'
import { inParts, putWords } from './put.ts'

/** The items of a draft with what stands beside them and their words; resolves to their ids in the order of the list. */
export async function putItems(
  tx: Tx,
  plan: string,
  { language, items }: InventedPlan,
  at: Date,
): Promise<string[]> {
  const placed = placedItems(items)
  await inParts(placed, (some) =>
    tx
      .insertInto('plan_items')
      .values(
        some.map(({ item, id, parent, place, code }) => ({
          ...{ id, plan, parent, type: 'road-map', level: item.level, place, code, lineage: id },
          ...{ carried_from: null, split_from: null, state: 'active' as const, language },
          ...itemColumnsOf(item.content),
          ...{ revision: item.links.length > 0 ? 2 : 1, created_at: at, updated_at: at },
        })),
      )
      .execute(),
  )
  const beside = <Row>(rows: (item: InventedItem) => readonly Row[]) =>
    placed.flatMap(({ item, id }) => rows(item).map((row) => ({ item: id, ...row })))
  await inParts(
    beside(({ content }) => content.parties),
    (some) =>
      tx
        .insertInto('plan_parties')
        .values(some.map((row) => ({ plan, ...row })))
        .execute(),
  )
  await inParts(
    beside(({ content }) => content.codes),
    (some) => tx.insertInto('plan_item_codes').values(some).execute(),
  )
  await inParts(
    beside(({ links }) => links),
    (some) => tx.insertInto('plan_item_links').values(some).execute(),
  )
  await putWords(
    tx,
    placed.flatMap(({ item, id }) => wordsOf(item, id, language)),
    at,
  )
  return placed.map(({ id }) => id)
}

type PlacedItem = { item: InventedItem; id: string; parent: string | null; place: number; code: string }

/** Each with its id and number; the list has what is above before what is below. */
function placedItems(items: readonly InventedItem[]): PlacedItem[] {
  const placed: PlacedItem[] = []
  const beside = new Map<string | null, number>()
  for (const item of items) {
    const above = item.above === null ? null : (placed[item.above] ?? null)
    const parent = above?.id ?? null
    const place = (beside.get(parent) ?? 0) + 1
    beside.set(parent, place)
    placed.push({ item, id: newShortId(), parent, place, code: codeAt(above?.code ?? null, place) })
  }
  return placed
}

const wordsOf = ({ words }: InventedItem, id: string, language: LanguageCode) =>
  itemFields.map((field) => ({
    ...{ kind: 'plan-item', id, field, language, text: words[language][field] },
    alsoIn: otherLanguages(words, language, field),
    visibility: 'secretariat' as const,
  }))

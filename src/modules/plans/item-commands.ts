import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { Refusal, type Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { holdTexts } from '#platform/texts/texts.ts'
import { changeItem, lockItem, lockPlan, noteItem, type By } from './held-plan-commands.ts'
import { itemsOf } from './item-queries.ts'
import { insertItem, itemColumnsOf, putBeside, type ItemContent } from './item-row-commands.ts'
import {
  levelsBelow,
  mostItems,
  renumbered,
  type Item,
  type ItemDates,
  type ItemField,
  type ItemResources,
} from './item.ts'
import { planRights } from './plan-rights.ts'
import { planThing, type Plan } from './plan.ts'
import { planType } from './plan-types/type-queries.ts'
import { writeItemWords, type InOthers } from './word-commands.ts'

export type NewItem = By & {
  plan: string
  /** The item above; null at the top. */
  parent: string | null
  level: string
  language: LanguageCode
  words: Record<ItemField, string>
  /** The same in further languages, where those who lead the plan give them at once. */
  alsoIn?: InOthers<ItemField>
  content: ItemContent
}

type Made = { issues: Issue[] } | { id: string }

/** Puts a new item at the end of those that stand at the same place. */
export const addItem = (db: Db, asked: NewItem): Promise<Made> =>
  db.transaction().execute((tx) => addItemIn(tx, asked))

export async function addItemIn(tx: Tx, asked: NewItem): Promise<Made> {
  const { actor, at, language, words, alsoIn = {}, content } = asked
  const plan = await lockPlan(tx, actor, asked.plan)
  permit(planRights, 'edit', actor, planThing(plan))
  const items = await itemsOf(tx, plan.id)
  const issues = [...issuesOfPlace(items, asked), ...issuesOfContent(content, plan)]
  if (issues.length > 0) return { issues }
  const levels = await levelsAt(tx, plan, items, asked)
  if (!levels.includes(asked.level))
    return { issues: [{ field: 'level', key: 'form.value.choice', validValues: levels }] }
  const above = items.find(({ id }) => id === asked.parent) ?? null
  const row = await insertItem(tx, { plan, above, items, level: asked.level, language, content }, at)
  await noteItem(tx, row, { actor, at, act: 'add-item' }, { from: null, to: 'active' })
  await writeItemWords(tx, plan, { id: row.id, language }, { language, words, alsoIn }, { actor, at })
  return { id: row.id }
}

const issuesOfPlace = (items: readonly Item[], { parent }: NewItem): Issue[] => [
  ...(items.length >= mostItems
    ? [{ field: 'plan', key: 'plans.too-many-items' as const, values: { most: mostItems } }]
    : []),
  ...(parent !== null && !items.some(({ id, state }) => id === parent && state === 'active')
    ? [{ field: 'parent', key: 'form.value.choice' as const }]
    : []),
]

/** Codes of the levels that an item may have there. */
async function levelsAt(
  tx: Tx,
  plan: Plan,
  items: readonly Item[],
  { parent }: Pick<NewItem, 'parent'>,
): Promise<string[]> {
  const above = items.find(({ id }) => id === parent)?.level ?? null
  const type = await planType(tx, plan.type)
  return levelsBelow(type?.levels ?? [], above).map(({ code }) => code)
}

/** What is wrong with dates and resources of an item of this plan. */
export const issuesOfContent = (
  { startsOn, deadlineOn, deadlineTime, amount, currency }: ItemDates & ItemResources,
  plan: Pick<Plan, 'startsOn' | 'endsOn'>,
): Issue[] => [
  ...(startsOn !== null && deadlineOn !== null && deadlineOn < startsOn
    ? [{ field: 'deadline-on', key: 'plans.deadline-before-start' as const }]
    : []),
  ...(deadlineOn !== null && (deadlineOn < plan.startsOn || deadlineOn > plan.endsOn)
    ? [
        {
          field: 'deadline-on',
          key: 'plans.deadline-outside' as const,
          values: { from: plan.startsOn, to: plan.endsOn },
        },
      ]
    : []),
  ...(deadlineTime !== null && deadlineOn === null
    ? [{ field: 'deadline-on', key: 'form.value.wrong' as const, rule: 'rule.required' as const }]
    : []),
  ...((amount === null) !== (currency === null)
    ? [
        {
          field: amount === null ? 'amount' : 'currency',
          key: 'form.value.wrong' as const,
          rule: 'rule.required' as const,
        },
      ]
    : []),
]

export type ChangedItem = By & {
  id: string
  revision: number | undefined
  content: ItemContent
  words: Record<ItemField, string>
}

/** All that is typed of an item, in the language in which it was written first. */
export const changeItemContent = (db: Db, asked: ChangedItem): Promise<Made> =>
  db.transaction().execute((tx) => changeItemIn(tx, asked))

export async function changeItemIn(
  tx: Tx,
  { actor, at, id, revision, content, words }: ChangedItem,
): Promise<Made> {
  const { plan, item } = await lockItem(tx, actor, id, revision)
  permit(planRights, 'edit', actor, planThing(plan))
  refuseEnded(item)
  const issues = issuesOfContent(content, plan)
  if (issues.length > 0) return { issues }
  await holdTexts(tx, [{ kind: 'plan-item', id }])
  await putBeside(tx, item, content)
  await changeItem(tx, item, itemColumnsOf(content), { actor, at, act: 'edit-item' })
  await writeItemWords(tx, plan, item, { language: item.language, words }, { actor, at })
  return { id }
}

/** The words of an item in a further language. */
export const changeItemWords = (
  db: Db,
  {
    actor,
    at,
    id,
    revision,
    ...given
  }: By & { id: string; revision?: number; language: LanguageCode; words: Record<ItemField, string> },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { plan, item } = await lockItem(tx, actor, id, revision)
    permit(planRights, 'edit', actor, planThing(plan))
    await holdTexts(tx, [{ kind: 'plan-item', id }])
    await changeItem(tx, item, {}, { actor, at, act: 'word-item', facts: { language: given.language } })
    await writeItemWords(tx, plan, item, given, { actor, at })
  })

export type Direction = 'up' | 'down'

/** Moves an item past the one before or after it. In a draft the numbers follow; later they stay, since others cite them. */
export const moveItem = (
  db: Db,
  { actor, at, id, direction }: By & { id: string; direction: Direction },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { plan, item } = await lockItem(tx, actor, id)
    permit(planRights, 'edit', actor, planThing(plan))
    const items = await itemsOf(tx, plan.id)
    const beside = items.filter(({ parent, state }) => parent === item.parent && state === 'active')
    const index = beside.findIndex((one) => one.id === id)
    const other = beside[direction === 'up' ? index - 1 : index + 1]
    if (other === undefined) return
    const swapped = items.map((one) => {
      if (one.id === id) return { ...one, place: other.place }
      return one.id === other.id ? { ...one, place: item.place } : one
    })
    await tx.updateTable('plan_items').set({ place: item.place }).where('id', '=', other.id).execute()
    await changeItem(tx, item, { place: other.place }, { actor, at, act: 'move-item', facts: { direction } })
    if (plan.state === 'draft') await renumber(tx, swapped, { actor, at }, item)
  })

/** Gives the items of a draft their numbers anew. */
export async function renumber(
  tx: Tx,
  items: readonly Pick<Item, 'id' | 'parent' | 'place' | 'code' | 'state'>[],
  { actor, at }: By,
  item: Pick<Item, 'id' | 'plan'>,
): Promise<void> {
  const changed = renumbered(items)
  if (changed.length === 0) return
  // Numbers are unique, so none may stand for two on the way.
  for (const { id } of changed)
    await tx
      .updateTable('plan_items')
      .set({ code: `(${id})` })
      .where('id', '=', id)
      .execute()
  for (const { id, place, code } of changed)
    await tx.updateTable('plan_items').set({ place, code }).where('id', '=', id).execute()
  await noteItem(tx, item, { actor, at, act: 'renumber-items', facts: { items: changed.length } })
}

export function refuseEnded({ state }: Item): void {
  if (state !== 'active') throw new Refusal(409, 'plans.item-ended')
}

import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { holdTexts, translationsFor } from '#platform/texts/texts.ts'
import { freeze } from './editions/edition-commands.ts'
import { changeItem, lockItem, noteItem, type By } from './held-plan-commands.ts'
import { issuesOfContent, refuseEnded, renumber } from './item-commands.ts'
import { insertItem } from './item-row-commands.ts'
import { handOnIndicators } from './indicators/indicator-commands.ts'
import { itemsOf } from './item-queries.ts'
import { itemFields, type Item, type ItemDates, type ItemField } from './item.ts'
import { planRights } from './plan-rights.ts'
import { isPublicPlan, planThing, type Plan } from './plan.ts'
import { writeItemWords } from './word-commands.ts'

type Adjusted = By & { id: string; revision: number; reason: string }

/** Moves the dates of an item while its plan is carried out; what they were stays in the history, with the reason. */
export const adjustDates = (
  db: Db,
  { actor, at, id, revision, reason, ...dates }: Adjusted & ItemDates,
): Promise<{ issues: Issue[] }> =>
  db.transaction().execute(async (tx) => {
    const { plan, item } = await lockItem(tx, actor, id, revision)
    permit(planRights, 'adjust', actor, planThing(plan))
    refuseEnded(item)
    const issues = issuesOfContent({ ...item, ...dates }, plan)
    if (issues.length > 0) return { issues }
    const columns = {
      starts_on: dates.startsOn,
      deadline_on: dates.deadlineOn,
      deadline_time: dates.deadlineTime,
    }
    const facts = { from: datesOf(item), to: dates }
    await changeItem(tx, item, columns, { actor, at, act: 'adjust-item', reason, facts })
    await freeze(tx, plan.id, { actor, at })
    return { issues: [] }
  })

const datesOf = ({ startsOn, deadlineOn, deadlineTime }: ItemDates): ItemDates => ({
  startsOn,
  deadlineOn,
  deadlineTime,
})

/** Which right changes an item depends on whether its plan is still written or already carried out. */
export const changeRightOf = ({ state }: Plan) =>
  state === 'draft' || state === 'consultation' || state === 'coordinated' ? 'edit' : 'adjust'

/** Takes an item out, with those below it. In a draft nobody has cited it, but it stays readable all the same. */
export const dropItem = (db: Db, { actor, at, id, revision, reason }: Adjusted): Promise<{ plan: string }> =>
  db.transaction().execute(async (tx) => {
    const { plan, item } = await lockItem(tx, actor, id, revision)
    permit(planRights, changeRightOf(plan), actor, planThing(plan))
    refuseEnded(item)
    const items = await itemsOf(tx, plan.id)
    const gone = new Set([id, ...belowOf(items, id)])
    for (const one of items.filter((each) => gone.has(each.id) && each.state === 'active'))
      await changeItem(tx, one, { state: 'dropped' }, { actor, at, act: 'drop-item', reason })
    const left = items.map((one) => (gone.has(one.id) ? { ...one, state: 'dropped' as const } : one))
    if (plan.state === 'draft') await renumber(tx, left, { actor, at }, item)
    else if (isPublicPlan(plan) && changeRightOf(plan) === 'adjust') await freeze(tx, plan.id, { actor, at })
    return { plan: plan.id }
  })

function belowOf(items: readonly Item[], id: string): string[] {
  return items.filter(({ parent }) => parent === id).flatMap((one) => [one.id, ...belowOf(items, one.id)])
}

/**
 * Splits an item into several, each with a title of its own and all else as it was. The item stays readable where it was; what
 * stood below it goes on below the first part. Each part keeps the lineage, so that the next plan and comparisons find it.
 */
export const splitItem = (
  db: Db,
  { actor, at, id, revision, reason, titles }: Adjusted & { titles: readonly string[] },
): Promise<{ issues: Issue[] } | { ids: string[] }> =>
  db.transaction().execute(async (tx): Promise<{ issues: Issue[] } | { ids: string[] }> => {
    const { plan, item } = await lockItem(tx, actor, id, revision)
    permit(planRights, changeRightOf(plan), actor, planThing(plan))
    refuseEnded(item)
    if (titles.length < 2) return { issues: [{ field: 'titles', key: 'plans.split-into-two' }] }
    await holdTexts(tx, [{ kind: 'plan-item', id }])
    await changeItem(
      tx,
      item,
      { state: 'split' },
      { actor, at, act: 'split-item', reason, facts: { parts: titles.length } },
    )
    const ids = await partsOf(tx, plan, item, titles, { actor, at })
    const [first] = ids
    if (first !== undefined) {
      await tx
        .updateTable('plan_items')
        .set({ parent: first })
        .where('parent', '=', id)
        .where('state', '=', 'active')
        .execute()
      await noteItem(tx, item, { actor, at, act: 'hand-on-items', facts: { to: first } })
      await handOnIndicators(tx, item, first, { actor, at })
    }
    if (changeRightOf(plan) === 'adjust') await freeze(tx, plan.id, { actor, at })
    return { ids }
  })

async function partsOf(tx: Tx, plan: Plan, item: Item, titles: readonly string[], by: By): Promise<string[]> {
  const items = await itemsOf(tx, plan.id)
  const above = items.find((one) => one.id === item.parent) ?? null
  const words = (await translationsFor(tx, [{ kind: 'plan-item', id: item.id }]))('plan-item', item.id)
  const original = words?.[item.language]
  const ids: string[] = []
  const known = items.map((one) => (one.id === item.id ? { ...one, state: 'split' as const } : one))
  for (const title of titles) {
    const row = await insertItem(
      tx,
      {
        plan,
        above,
        items: known,
        level: item.level,
        language: item.language,
        content: item,
        lineage: item.lineage,
        splitFrom: item.id,
      },
      by.at,
    )
    known.push({ ...item, ...row, state: 'active' })
    await copyLinks(tx, item, row.id)
    await noteItem(
      tx,
      row,
      { ...by, act: 'add-item', facts: { from: item.id } },
      { from: null, to: 'active' },
    )
    const given = Object.fromEntries(itemFields.map((field) => [field, original?.[field]?.text ?? '']))
    await writeItemWords(
      tx,
      plan,
      { id: row.id, language: item.language },
      { language: item.language, words: { ...given, title } as Record<ItemField, string> },
      by,
    )
    ids.push(row.id)
  }
  return ids
}

/** What the item answered is answered by each of its parts, until somebody says otherwise. */
export async function copyLinks(tx: Tx, { links }: Pick<Item, 'links'>, to: string): Promise<void> {
  if (links.length === 0) return
  await tx
    .insertInto('plan_item_links')
    .values(links.map((link) => ({ item: to, ...link })))
    .execute()
}

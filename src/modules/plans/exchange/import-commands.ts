import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { Refusal, type Issue } from '#platform/errors.ts'
import { holdTexts, writeSources, type SourceText } from '#platform/texts/texts.ts'
import { changeItem, lockPlan, noteItem, notePlan, type By } from '../held-plan-commands.ts'
import { issuesOfContent } from '../item-commands.ts'
import { insertItem, itemColumnsOf, putBeside } from '../item-row-commands.ts'
import { itemFields, type Item } from '../item.ts'
import { planRights } from '../plan-rights.ts'
import { planThing, type Plan } from '../plan.ts'
import { planType } from '../plan-types/type-queries.ts'
import { dryRun, type PlannedRow, type RowRead } from './dry-run.ts'
import { itemsOut } from './exchange-queries.ts'

/** What would become of the rows if they were taken in now. */
export async function plannedRows(db: Db, plan: Plan, rows: readonly RowRead[]): Promise<PlannedRow[]> {
  const type = await planType(db, plan.type)
  const target = {
    plan,
    levels: type?.levels ?? [],
    items: await itemsOut(db, plan.id),
    issuesOfContent: (content: PlannedRow['content']) => issuesOfContent(content, plan),
  }
  return dryRun(target, rows)
}

/** Takes the rows of a file into a draft: all of them or none. A second time the same rows change nothing. */
export const importItems = (
  db: Db,
  { actor, at, plan: id, rows }: By & { plan: string; rows: readonly RowRead[] },
): Promise<{ issues: Issue[] }> =>
  db.transaction().execute(async (tx) => {
    const plan = await lockPlan(tx, actor, id)
    permit(planRights, 'edit', actor, planThing(plan))
    refuseOpened(plan)
    const planned = await plannedRows(tx, plan, rows)
    const wrong = planned.filter(({ outcome }) => outcome === 'wrong').length
    if (wrong > 0)
      return { issues: [{ field: 'file', key: 'plan-import.wrong-rows', values: { count: wrong } }] }
    const changed = planned.filter(({ outcome }) => outcome === 'changed')
    const made = planned.filter(({ outcome }) => outcome === 'new')
    if (changed.length + made.length === 0) return { issues: [] }
    await holdTexts(
      tx,
      changed.flatMap(({ before }) => (before === null ? [] : [{ kind: 'plan-item', id: before.item.id }])),
    )
    const facts = { made: made.length, changed: changed.length }
    await notePlan(tx, plan, { actor, at, act: 'import-items', facts })
    const texts = [
      ...(await changeItems(tx, changed, { actor, at })),
      ...(await makeItems(tx, plan, made, { actor, at })),
    ]
    await writeSources(tx, { bundle: `plan-header/${id}`, texts }, actor.id, at)
    return { issues: [] }
  })

/** What has been published is changed by hand, a change at a time. */
export function refuseOpened({ state }: Plan): void {
  if (state !== 'draft') throw new Refusal(409, 'plan-import.only-drafts')
}

async function changeItems(tx: Tx, rows: readonly PlannedRow[], by: By): Promise<SourceText[]> {
  const texts: SourceText[] = []
  for (const row of rows) {
    if (row.before === null) continue
    const { item } = row.before
    await putBeside(tx, item, row.content)
    await changeItem(tx, item, itemColumnsOf(row.content), { ...by, act: 'edit-item' })
    texts.push(...textsOf(item.id, row))
  }
  return texts
}

type Known = Pick<Item, 'id' | 'code' | 'parent' | 'place' | 'state'>

async function makeItems(tx: Tx, plan: Plan, rows: readonly PlannedRow[], by: By): Promise<SourceText[]> {
  const items: Known[] = (await itemsOut(tx, plan.id)).map(({ item }) => item)
  const madeBy = new Map<number, Known>()
  const texts: SourceText[] = []
  for (const row of rows) {
    const { above, level, language, content, code } = row
    const isFree = code !== null && !items.some((item) => item.code === code)
    const made = await insertItem(
      tx,
      {
        plan,
        above: above === null ? null : 'item' in above ? above.item.item : (madeBy.get(above.row) ?? null),
        items,
        level,
        language,
        content,
        ...(isFree ? { code } : {}),
      },
      by.at,
    )
    const known: Known = { ...made, state: 'active' }
    items.push(known)
    madeBy.set(row.number, known)
    await noteItem(tx, made, { ...by, act: 'add-item' }, { from: null, to: 'active' })
    texts.push(...textsOf(made.id, row))
  }
  return texts
}

const textsOf = (id: string, { language, words }: PlannedRow): SourceText[] =>
  itemFields.map((field) => ({
    kind: 'plan-item',
    id,
    field,
    language,
    text: words[field],
    visibility: 'secretariat',
  }))

import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { Refusal, type Issue } from '#platform/errors.ts'
import { holdTexts, writeSources } from '#platform/texts/texts.ts'
import { lockPlan, notePlan, type By } from '../held-plan-commands.ts'
import { issuesOfContent } from '../item-commands.ts'
import { planRights } from '../plan-rights.ts'
import { planThing, type Plan } from '../plan.ts'
import { planType } from '../plan-types/type-queries.ts'
import { dryRun, type PlannedRow, type RowRead } from './dry-run.ts'
import { itemsOut } from './exchange-queries.ts'
import type { LinkNames } from './row-links.ts'
import { takeRows } from './row-commands.ts'

/** The rows of a file, and what their links may name. */
export type FileRows = { rows: readonly RowRead[]; names: LinkNames }

/** What would become of the rows if they were taken in now. */
export async function plannedRows(db: Db, plan: Plan, { rows, names }: FileRows): Promise<PlannedRow[]> {
  const type = await planType(db, plan.type)
  const target = {
    plan,
    levels: type?.levels ?? [],
    items: await itemsOut(db, plan.id),
    issuesOfContent: (content: PlannedRow['content']) => issuesOfContent(content, plan),
    names,
  }
  return dryRun(target, rows)
}

/** Takes the rows of a file into a draft: all of them or none. A second time the same rows change nothing. */
export const importItems = (
  db: Db,
  { actor, at, plan: id, ...file }: By & FileRows & { plan: string },
): Promise<{ issues: Issue[] }> =>
  db.transaction().execute(async (tx) => {
    const plan = await lockPlan(tx, actor, id)
    permit(planRights, 'edit', actor, planThing(plan))
    refuseOpened(plan)
    const planned = await plannedRows(tx, plan, file)
    const wrong = planned.filter(({ outcome }) => outcome === 'wrong').length
    if (wrong > 0)
      return { issues: [{ field: 'file', key: 'plan-import.wrong-rows', values: { count: wrong } }] }
    if (planned.every(({ outcome }) => outcome === 'unchanged')) return { issues: [] }
    await holdWords(tx, planned)
    const texts = await takeRows(tx, plan, planned, { actor, at })
    const count = (is: (row: PlannedRow) => boolean) => planned.filter(is).length
    const facts = {
      made: count(({ outcome }) => outcome === 'new'),
      changed: count(({ outcome }) => outcome === 'changed'),
      moved: count(({ moved }) => moved !== null),
    }
    await notePlan(tx, plan, { actor, at, act: 'import-items', facts })
    await writeSources(tx, { bundle: `plan-header/${id}`, texts }, actor.id, at)
    return { issues: [] }
  })

/** What has been published is changed by hand, a change at a time. */
export function refuseOpened({ state }: Plan): void {
  if (state !== 'draft') throw new Refusal(409, 'plan-import.only-drafts')
}

const holdWords = (tx: Tx, planned: readonly PlannedRow[]): Promise<void> =>
  holdTexts(
    tx,
    planned.flatMap(({ outcome, before }) =>
      outcome === 'changed' && before !== null ? [{ kind: 'plan-item', id: before.item.id }] : [],
    ),
  )

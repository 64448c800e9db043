import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { changeItem, lockItem, type By } from './held-plan-commands.ts'
import { refuseEnded } from './item-commands.ts'
import type { ItemLink } from './item.ts'
import { planRights } from './plan-rights.ts'
import { planThing } from './plan.ts'

export type LinkedItem = By & { id: string; revision: number | undefined; links: readonly ItemLink[] }

/** Puts other records in the place of those to which an item is linked. That they are there was checked before. */
export const linkItem = (db: Db, asked: LinkedItem): Promise<void> =>
  db.transaction().execute((tx) => linkItemIn(tx, asked))

export async function linkItemIn(tx: Tx, { actor, at, id, revision, links }: LinkedItem): Promise<void> {
  const { plan, item } = await lockItem(tx, actor, id, revision)
  permit(planRights, 'link', actor, planThing(plan))
  refuseEnded(item)
  await putLinks(tx, id, links)
  await changeItem(tx, item, {}, { actor, at, act: 'link-item', facts: { links: links.length } })
}

/** The records to which an item is linked, in the place of those before. */
export async function putLinks(tx: Tx, item: string, links: readonly ItemLink[]): Promise<void> {
  await tx.deleteFrom('plan_item_links').where('item', '=', item).execute()
  if (links.length === 0) return
  await tx
    .insertInto('plan_item_links')
    .values(links.map((link) => ({ item, ...link })))
    .execute()
}

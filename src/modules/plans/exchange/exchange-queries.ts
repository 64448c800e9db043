import { allBodies } from '#modules/accounts/index.ts'
import { activityCodes } from '#modules/activities/index.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Code } from '#platform/sheets/nearest-code.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import { dayOf } from '#platform/ui/format.ts'
import { itemsOf } from '../item-queries.ts'
import { itemFields, type ItemField } from '../item.ts'
import type { PlanType } from '../plan-types/plan-type.ts'
import type { ItemCodes, ItemOut } from './item-table.ts'

/** The items of a plan that were neither split nor dropped, with their words as they were first written. */
export async function itemsOut(db: Db, plan: string): Promise<ItemOut[]> {
  const items = (await itemsOf(db, plan)).filter(({ state }) => state === 'active')
  const translations = await translationsFor(
    db,
    items.map(({ id }) => ({ kind: 'plan-item', id })),
  )
  const codes = new Map(items.map(({ id, code }) => [id, code]))
  return items.map((item) => {
    const own = translations('plan-item', item.id)?.[item.language]
    const words = Object.fromEntries(itemFields.map((field) => [field, own?.[field]?.text ?? '']))
    return {
      item,
      words: words as Record<ItemField, string>,
      parentCode: codes.get(item.parent ?? '') ?? null,
    }
  })
}

/** The codes that a file may name; organizations only where a file comes in. */
export async function itemCodes(
  db: Db,
  { levels }: Pick<PlanType, 'levels'>,
  now: Date,
  organizations: readonly Code[] = [],
): Promise<ItemCodes> {
  const codes = await activityCodes(db, dayOf(now))
  const bodies = await allBodies(db)
  const tree = (
    name: 'action-lines' | 'sdgs' | 'sdg-targets' | 'gdc-objectives' | 'countries' | 'itu-regions',
  ) =>
    [...codes[name].values()].map(({ code, label }) => ({
      code,
      labels: label,
      ...(name === 'countries' ? { knownAs: codes.knownAs.get(code) ?? {} } : {}),
    }))
  return {
    levels: levels.map(({ code, one }) => ({ code, labels: one })),
    bodies: bodies.map(({ id, name }) => ({ code: id, labels: name })),
    organizations,
    trees: {
      'action-lines': tree('action-lines'),
      sdgs: tree('sdgs'),
      'sdg-targets': tree('sdg-targets'),
      'gdc-objectives': tree('gdc-objectives'),
      countries: tree('countries'),
      'itu-regions': tree('itu-regions'),
    },
  }
}

/** Organizations that everybody sees, by their ids and names. */
export async function organizationCodes(db: Db): Promise<Code[]> {
  const rows = await db
    .selectFrom('organizations')
    .select(['id', 'name'])
    .where('state', '=', 'approved')
    .where('visibility', '=', 'public')
    .execute()
  return rows.map(({ id, name }) => ({ code: id, labels: name }))
}

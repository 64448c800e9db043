import { readDemoActivities } from '#modules/activities/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import { may } from '#platform/access/rights.ts'
import type { By } from '../held-plan-commands.ts'
import { addItem, changeItemContent } from '../item-commands.ts'
import type { ItemContent } from '../item-row-commands.ts'
import { itemsOf } from '../item-queries.ts'
import { itemFields, itemTrees, type ItemLink, type Party } from '../item.ts'
import { linkItem } from '../link-commands.ts'
import { planRights } from '../plan-rights.ts'
import { planThing } from '../plan.ts'
import { wordsIn, type DemoItem, type DemoPlan } from './demo-plans.ts'
import { sound } from './sound.ts'

/** A plan that is there, with the ids of its items, and of all else, by what its file calls them. */
export type MadePlan = {
  id: string
  items: Map<string, string>
  ids: Map<string, string>
  /** Items that name activities which nobody has published yet. */
  waiting: DemoItem[]
}

/** Writes the items of a plan in six languages, or what is new of those that were carried on. */
export async function putItems(db: Db, plan: DemoPlan, own: MadePlan, by: By): Promise<void> {
  const known: Known = { activities: await activityIds(db), organizations: await organizationIds(db) }
  for (const one of plan.items) {
    const made = one.isCarried
      ? await takeUp(db, plan, one, own.items.get(one.key) ?? '', { ...by, known })
      : await add(db, plan, one, own, { ...by, known })
    own.items.set(one.key, made.id)
    const links = linksOf(one, known.activities)
    if (links.length > 0) await linkItem(db, { ...by, ...made, links })
    if (idsIn(known.activities, one.activities).length < one.activities.length) own.waiting.push(one)
  }
}

/** Links items to activities that have been published in the meantime, while links may still be changed. */
export async function linkWaiting(db: Db, plan: DemoPlan, own: MadePlan, by: By): Promise<void> {
  if (own.waiting.length === 0) return
  const known = await activityIds(db)
  const { state } = await db
    .selectFrom('plans')
    .select('state')
    .where('id', '=', own.id)
    .executeTakeFirstOrThrow()
  if (!may(planRights, 'link', by.actor, planThing({ ...plan, state }))) return
  const items = new Map((await itemsOf(db, own.id)).map((item) => [item.id, item]))
  for (const one of own.waiting) {
    const item = items.get(own.items.get(one.key) ?? '')
    if (item?.state !== 'active') continue
    const come = linksOf(one, known).filter(
      ({ record }) => !item.links.some((link) => link.record === record),
    )
    if (come.length === 0) continue
    await linkItem(db, { ...by, id: item.id, revision: item.revision, links: [...item.links, ...come] })
  }
  own.waiting = own.waiting.filter((one) => idsIn(known, one.activities).length < one.activities.length)
}

/** Ids of the invented records that are there, by what the files call them. */
type Known = Record<'activities' | 'organizations', Map<string, string>>

type Made = { id: string; revision: number }

async function add(
  db: Db,
  plan: DemoPlan,
  one: DemoItem,
  made: MadePlan,
  { known, ...by }: By & { known: Known },
): Promise<Made> {
  const { level, above } = one
  const { language } = plan
  const others = languageCodes.filter((code) => code !== language)
  const added = await addItem(db, {
    ...by,
    plan: made.id,
    parent: above === null ? null : (made.items.get(above) ?? ''),
    level,
    language,
    words: wordsIn(one, itemFields, language),
    alsoIn: Object.fromEntries(others.map((code) => [code, wordsIn(one, itemFields, code)])),
    content: contentOf(one, known),
  })
  return { id: sound(`${plan.name}: ${one.key}`, added).id, revision: 1 }
}

/** One that was carried on gets its new dates and resources; its words stay. */
async function takeUp(
  db: Db,
  plan: DemoPlan,
  one: DemoItem,
  id: string,
  { known, ...by }: By & { known: Known },
): Promise<Made> {
  const { plan: within } = await db
    .selectFrom('plan_items')
    .select('plan')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const revision = (await itemsOf(db, within)).find((item) => item.id === id)?.revision ?? 0
  const words = wordsIn(one, itemFields, plan.language)
  const changed = await changeItemContent(db, { ...by, id, revision, content: contentOf(one, known), words })
  sound(`${plan.name}: ${one.key}`, changed)
  return { id, revision: revision + 1 }
}

const contentOf = (one: DemoItem, { organizations }: Known): ItemContent => ({
  lead: one.lead,
  parties: [
    ...one.contributors.map((party): Party => ({ role: 'contributor', kind: 'body', party })),
    ...one.partners.map((party): Party => ({ role: 'partner', kind: 'body', party })),
    ...idsIn(organizations, one.organizations).map((party): Party => ({
      role: 'partner',
      kind: 'organization',
      party,
    })),
  ],
  codes: itemTrees.flatMap((tree) => (one.codes[tree] ?? []).map((code) => ({ tree, code }))),
  startsOn: one.startsOn,
  deadlineOn: one.deadlineOn,
  deadlineTime: one.deadlineTime,
  amount: one.amount,
  currency: one.currency,
  staffMonths: one.staffMonths,
})

const linksOf = ({ provisions, duties, activities }: DemoItem, ids: Map<string, string>): ItemLink[] => [
  ...provisions.map((record) => ({ kind: 'provision', record })),
  ...duties.map((record) => ({ kind: 'duty', record })),
  ...idsIn(ids, activities).map((record) => ({ kind: 'activity', record })),
]

/** Of those that the files name the ones that are there. */
export const idsIn = (ids: ReadonlyMap<string, string>, names: readonly string[]): string[] =>
  names.flatMap((name) => ids.get(name) ?? [])

/** Ids of the invented activities by what their files call them: those that are there and published. */
export async function activityIds(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('activities')
    .select(['id', 'content'])
    .where('is_example', '=', true)
    .where('state', '=', 'published')
    .orderBy('id')
    .execute()
  const byTitle = new Map(rows.map(({ id, content }) => [content.title, id]))
  return new Map(
    readDemoActivities().entries.flatMap(({ key, title }) => {
      const id = byTitle.get(title)
      return id === undefined ? [] : [[key, id] as const]
    }),
  )
}

async function organizationIds(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('organizations')
    .select(['id', 'acronym'])
    .where('is_example', '=', true)
    .where('state', '=', 'approved')
    .execute()
  return new Map(rows.flatMap(({ id, acronym }) => (acronym === null ? [] : [[acronym, id] as const])))
}

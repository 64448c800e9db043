import { z } from 'zod'
import { allBodies, type Body } from '#modules/accounts/index.ts'
import type { ActivityCodes } from '#modules/activities/index.ts'
import { permit } from '#platform/access/rights.ts'
import { isLanguageCode, languageCodes, type LanguageCode } from '#platform/languages.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { addItem, changeItemContent, changeItemWords, moveItem } from '../item-commands.ts'
import { itemRead, type ItemInPlan } from '../item-queries.ts'
import { itemFields, levelsBelow, type ItemField } from '../item.ts'
import { organizationsOf } from '../party-queries.ts'
import { planPaths } from '../paths.ts'
import type { PlanRead } from '../plan-queries.ts'
import { planRights } from '../plan-rights.ts'
import { planThing } from '../plan.ts'
import { planReader } from '../reader-queries.ts'
import type { PlanLevel } from '../plan-types/plan-type.ts'
import { itemContentOf, itemFormFields, itemWordFields, itemWordsOf } from './item-fields.ts'
import { itemFormPage, itemMovePage, itemWordsPage, newItemPage } from './pages/item-form-pages.ts'
import { planForAct } from './plan-form-routes.ts'

/** Where a new item will stand. */
export type NewItemSubject = PlanRead & {
  above: ItemInPlan | null
  level: PlanLevel
  bodies: Body[]
  codes: ActivityCodes
}

export type ItemFormSubject = ItemInPlan & {
  level: PlanLevel
  bodies: Body[]
  codes: ActivityCodes
  original: Record<ItemField, string>
  organizationNames: ReadonlyMap<string, string>
}

/** How items are added, written, worded in other languages and moved. */
export function itemFormRoutes(site: Site): void {
  newItemRoute(site, planPaths.topItem(':plan', ':level'), 'new-item', async (visit, parameters) => {
    const found = await planForAct(visit, parameters, 'edit')
    return found === null ? null : newItemSubject(visit, found, null, parameters['level'] ?? '')
  })
  newItemRoute(site, planPaths.below(':item', ':level'), 'new-item-below', async (visit, parameters) => {
    const above = await itemForAct(visit, parameters, 'edit')
    if (above === null || above.item.state !== 'active') return null
    return newItemSubject(
      visit,
      { plan: above.plan, words: above.planWords },
      above,
      parameters['level'] ?? '',
    )
  })
  editRoute(site)
  wordsRoute(site)
  site.form({
    path: planPaths.move(':item'),
    name: 'item-place',
    summary: 'Moves an item up or down among those beside it.',
    right: 'plan.edit',
    fields: z.strictObject({ direction: z.enum(['up', 'down']) }),
    read: (visit, parameters) => itemForAct(visit, parameters, 'edit'),
    page: itemMovePage,
    act: async ({ db, actor, now: at }, { item, plan }, { fields: { direction } }) => {
      await moveItem(db, { actor, at, id: item.id, direction })
      return { to: planPaths.plan(plan.id), done: 'plans.done.saved' }
    },
  })
}

function newItemRoute(
  site: Site,
  path: string,
  name: string,
  read: (visit: Visit, parameters: PathParameters) => Promise<NewItemSubject | null>,
): void {
  site.form({
    path,
    name,
    summary: 'Adds an item to a plan at the end of its place.',
    right: 'plan.edit',
    fields: itemFormFields.extend({ language: z.enum(languageCodes) }),
    read,
    page: newItemPage,
    act: async ({ db, actor, now: at }, { plan, above, level, codes, bodies }, { fields: typed }) => {
      const typedContent = await itemContentOf({ db, actor }, { codes, bodies }, typed)
      if ('issues' in typedContent) return typedContent
      const made = await addItem(db, {
        actor,
        at,
        plan: plan.id,
        parent: above?.item.id ?? null,
        level: level.code,
        language: typed.language,
        words: itemWordsOf(typed),
        content: typedContent.content,
      })
      return 'issues' in made ? made : { to: planPaths.item(made.id), done: 'plans.done.item-made' }
    },
  })
}

async function newItemSubject(
  visit: Visit,
  found: PlanRead,
  above: ItemInPlan | null,
  level: string,
): Promise<NewItemSubject | null> {
  const { codes, types } = await planReader(visit)
  const levels = types.get(found.plan.type)?.levels ?? []
  const chosen = levelsBelow(levels, above?.item.level ?? null).find(({ code }) => code === level)
  if (chosen === undefined) return null
  return { ...found, above, level: chosen, bodies: await allBodies(visit.db), codes }
}

const editRoute = (site: Site): void =>
  site.form({
    path: planPaths.itemForm(':item'),
    name: 'edit-item',
    summary: 'Changes an item of a plan.',
    right: 'plan.edit',
    fields: itemFormFields,
    read: async (visit, parameters): Promise<ItemFormSubject | null> => {
      const found = await itemForAct(visit, parameters, 'edit')
      if (found === null) return null
      const { codes, types } = await planReader(visit)
      const level = types.get(found.plan.type)?.levels.find(({ code }) => code === found.item.level)
      if (level === undefined) return null
      const organizations = found.item.parties.filter(({ kind }) => kind === 'organization')
      const named = await organizationsOf(
        visit,
        organizations.map(({ party }) => party),
      )
      return {
        ...found,
        level,
        codes,
        bodies: await allBodies(visit.db),
        original: await wordsOfItem(visit, found.item.id, found.item.language),
        organizationNames: new Map([...named].map(([id, { name }]) => [id, name?.text ?? id])),
      }
    },
    page: itemFormPage,
    act: async ({ db, actor, now: at }, { item, codes, bodies }, { fields: typed, version }) => {
      const read = await itemContentOf({ db, actor }, { codes, bodies }, typed)
      if ('issues' in read) return read
      const by = { actor, at, id: item.id, revision: Number(version ?? 0) }
      const changed = await changeItemContent(db, { ...by, content: read.content, words: itemWordsOf(typed) })
      return 'issues' in changed ? changed : { to: planPaths.item(item.id), done: 'plans.done.saved' }
    },
  })

export type ItemWordsSubject = ItemInPlan & { language: LanguageCode; present: Record<ItemField, string> }

const wordsRoute = (site: Site): void =>
  site.form({
    path: planPaths.itemWords(':item', ':language'),
    name: 'item-words',
    summary: 'Writes the words of an item in one of the six languages.',
    right: 'plan.edit',
    fields: z.strictObject(itemWordFields),
    read: async (visit, parameters): Promise<ItemWordsSubject | null> => {
      const { language = '' } = parameters
      const found = isLanguageCode(language) ? await itemForAct(visit, parameters, 'edit') : null
      if (found === null || !isLanguageCode(language)) return null
      return { ...found, language, present: await wordsOfItem(visit, found.item.id, language) }
    },
    page: itemWordsPage,
    act: async ({ db, actor, now: at }, { item: { id }, language }, { fields, version }) => {
      const by = { actor, at, id, revision: Number(version ?? 0) }
      await changeItemWords(db, { ...by, language, words: itemWordsOf(fields) })
      return { to: planPaths.item(id), done: 'plans.done.saved' }
    },
  })

/** The words of an item in one language, empty where there are none. */
async function wordsOfItem(
  { db }: Pick<Visit, 'db'>,
  id: string,
  language: LanguageCode,
): Promise<Record<ItemField, string>> {
  const all = (await translationsFor(db, [{ kind: 'plan-item', id }]))('plan-item', id)?.[language]
  return Object.fromEntries(itemFields.map((field) => [field, all?.[field]?.text ?? ''])) as Record<
    ItemField,
    string
  >
}

/** The item of an address, for whoever may do this with its plan; null for whoever does not see it. */
export async function itemForAct(
  { db, actor, language }: Visit,
  { item: id = '' }: PathParameters,
  act: keyof typeof planRights.actions,
): Promise<ItemInPlan | null> {
  const found = await itemRead(db, actor, id, language)
  if (found !== null) permit(planRights, act, actor, planThing(found.plan))
  return found
}

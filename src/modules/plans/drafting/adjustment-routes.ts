import { z } from 'zod'
import type { Issue } from '#platform/errors.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { adjustDates, changeRightOf, dropItem, splitItem } from '../adjustment-commands.ts'
import { itemRead, type ItemInPlan } from '../item-queries.ts'
import { itemFieldLetters } from '../item.ts'
import { planPaths } from '../paths.ts'
import { dateFields, datesOf } from './item-fields.ts'
import { itemForAct } from './item-form-routes.ts'
import { linesOf } from './plan-fields.ts'
import { adjustPage, dropPage, splitPage } from './pages/adjustment-pages.ts'

const reason = z.string().max(2000, rule('rule.reason'))

/** How dates move, and items are split and dropped, each with a reason that stands in the history. */
export function adjustmentRoutes(site: Site): void {
  site.form({
    path: planPaths.adjustment(':item'),
    name: 'item-dates',
    summary: 'Moves start or deadline of an item of a plan that is carried out.',
    right: 'plan.adjust',
    fields: z.strictObject({ ...dateFields, reason }),
    read: (visit, parameters) => itemForAct(visit, parameters, 'adjust'),
    page: adjustPage,
    act: async ({ db, actor, now: at }, { item }, { fields, version }) => {
      const by = { actor, at, id: item.id, revision: Number(version ?? 0), reason: fields.reason }
      const { issues } = await adjustDates(db, { ...by, ...datesOf(fields) })
      return issues.length > 0 ? { issues } : { to: planPaths.item(item.id), done: 'plans.done.saved' }
    },
  })
  site.form({
    path: planPaths.split(':item'),
    name: 'item-split',
    summary: 'Splits an item into several.',
    right: 'plan.edit',
    fields: z.strictObject({ titles: z.string().max(5000, rule('rule.text-5000')), reason }),
    read: changeable,
    page: splitPage,
    act: async ({ db, actor, now: at }, { item, plan }, { fields, version }) => {
      const titles = linesOf(fields.titles)
      const issues = titlesTooLong(titles)
      if (issues.length > 0) return { issues }
      const by = { actor, at, id: item.id, revision: Number(version ?? 0), reason: fields.reason }
      const made = await splitItem(db, { ...by, titles })
      return 'issues' in made ? made : { to: planPaths.plan(plan.id), done: 'plans.done.split' }
    },
  })
  site.form({
    path: planPaths.drop(':item'),
    name: 'item-drop',
    summary: 'Drops an item with all below it; it stays readable.',
    right: 'plan.edit',
    fields: z.strictObject({ reason }),
    read: changeable,
    page: dropPage,
    act: async ({ db, actor, now: at }, { item }, { fields, version }) => {
      const by = { actor, at, id: item.id, revision: Number(version ?? 0), reason: fields.reason }
      const { plan } = await dropItem(db, by)
      return { to: planPaths.plan(plan), done: 'plans.done.dropped' }
    },
  })
}

const titlesTooLong = (titles: readonly string[]): Issue[] =>
  titles.some((title) => title.length > itemFieldLetters.title)
    ? [{ field: 'titles', key: 'form.value.wrong', rule: 'rule.title' }]
    : []

/** The item of an address, for whoever may change it now: as one that is written, or as one that is carried out. */
async function changeable(visit: Visit, parameters: PathParameters): Promise<ItemInPlan | null> {
  const found = await itemRead(visit.db, visit.actor, parameters['item'] ?? '', visit.language)
  return found === null ? null : itemForAct(visit, parameters, changeRightOf(found.plan))
}

import { z } from 'zod'
import { dutyId, dutySubject, type DutySubject } from '#modules/mandates/index.ts'
import { may, permit } from '#platform/access/rights.ts'
import { code } from '#platform/web/list-parameters.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemRead, itemsRead, type ItemRead } from '../../item-queries.ts'
import { mostLinks } from '../../item.ts'
import { linkItem } from '../../link-commands.ts'
import { planPaths } from '../../paths.ts'
import { plansSeen, withPlanWords, type PlanRead } from '../../plan-queries.ts'
import { planRights } from '../../plan-rights.ts'
import { planThing } from '../../plan.ts'
import { taskForcePaths } from '../task-force-paths.ts'
import { planDutyPage } from './pages/plan-duty-page.ts'

/** A duty that no item answers, and the plans whose items the reader may link to it. */
export type PlanDutySubject = DutySubject & { plans: PlanRead[] }

/** Where a duty without a plan item is given to one. */
export const planDutyRoutes = (site: Site): void =>
  site.form({
    path: taskForcePaths.gapDuty(':revision/:place{.+}'),
    name: 'plan-duty',
    summary: 'Links an item of a plan to the duty that it answers.',
    right: 'plan.link',
    fields: z.strictObject({ plan: code.optional(), item: code.optional() }),
    read,
    page: planDutyPage,
    act: async (visit, { kept, plans }, { fields }) => {
      const { db, actor, now: at, language } = visit
      if (!plans.some(({ plan }) => plan.id === fields.plan))
        return { issues: [{ field: 'plan', key: 'form.value.choice' }] }
      const found = fields.item === undefined ? null : await itemRead(db, actor, fields.item, language)
      if (found === null || found.plan.id !== fields.plan || !isOffered(found))
        return { issues: [{ field: 'item', key: 'form.value.choice' }] }
      const { id, links, revision } = found.item
      const others = links.filter(({ kind, record }) => kind !== 'duty' || record !== kept.id)
      const all = [...others, { kind: 'duty', record: kept.id }]
      if (all.length > mostLinks)
        return { issues: [{ field: 'item', key: 'plans.too-many-links', values: { most: mostLinks } }] }
      await linkItem(db, { actor, at, id, revision, links: all })
      return { to: planPaths.item(id), done: 'plans.done.saved' }
    },
  })

async function read(
  visit: Visit,
  { revision = '', place = '' }: PathParameters,
): Promise<PlanDutySubject | null> {
  const { db, actor, language } = visit
  const subject = await dutySubject(visit, dutyId(revision, place))
  if (subject === null) return null
  const own = (await plansSeen(db, actor)).filter((plan) => may(planRights, 'link', actor, planThing(plan)))
  if (own.length === 0) permit(planRights, 'link', actor, { state: 'draft', within: [] })
  return { ...subject, plans: await withPlanWords(db, own, language) }
}

const isOffered = ({ item }: ItemRead): boolean => item.state === 'active'

/** The items of a plan that may be given the duty, in their order. */
export const offeredItems = async ({ db, language }: Visit, plan: string): Promise<ItemRead[]> =>
  (await itemsRead(db, plan, language)).filter(isOffered)

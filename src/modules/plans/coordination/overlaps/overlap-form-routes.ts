import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemTitle } from '../../item-shape.ts'
import { titleOf } from '../../plan-names.ts'
import type { PlannedItem } from '../whole-queries.ts'
import { taskForcePaths } from '../task-force-paths.ts'
import { settleOverlap } from './overlap-commands.ts'
import { itemsOfPairs, pairSeen, type PairSeen } from './overlap-queries.ts'
import { overlapRights } from './overlap-rights.ts'
import { permitStaff } from './overlap-routes.ts'
import { overlapThing } from './overlap-thing.ts'
import { overlapSteps, type OverlapStep } from './overlap-workflow.ts'
import { overlapStepPage } from './pages/overlap-step-page.ts'

export type PairSubject = { pair: PairSeen; items: readonly [PlannedItem, PlannedItem] }

const reason = z.string().max(2000, rule('rule.reason'))

const fields = {
  merge: z.strictObject({ keep: z.string().max(20), reason }),
  join: z.strictObject({ reason: reason.optional() }),
  distinguish: z.strictObject({ reason }),
  reopen: z.strictObject({ reason: reason.optional() }),
}

/** How people say what becomes of two items that look like one. */
export function overlapFormRoutes(site: Site): void {
  for (const step of overlapSteps) stepRoute(site, step)
}

const stepRoute = (site: Site, step: OverlapStep): void =>
  site.form({
    path: taskForcePaths.overlapStep(':pair', step),
    name: `task-force-overlap-${step}`,
    summary: summaries[step],
    right: `plan-overlap.${step}`,
    fields: fields[step] as z.ZodObject<{
      keep: z.ZodOptional<z.ZodString>
      reason: z.ZodOptional<z.ZodString>
    }>,
    read: (visit, parameters) => pairForStep(visit, parameters, step),
    page: (visit, subject, entered) => overlapStepPage(visit, step, subject, entered),
    act: async (visit, { pair, items }, { fields: typed, version }) => {
      const { db, actor, now: at } = visit
      const kept = items.find(({ item }) => item.id === typed.keep)
      const { issues } = await settleOverlap(db, step, {
        actor,
        at,
        pair,
        version: version ?? undefined,
        reason: typed.reason,
        keep: typed.keep,
        ...(kept === undefined ? {} : { dropReason: dropReason(visit, kept, typed.reason) }),
      })
      return issues.length > 0
        ? { issues }
        : { to: taskForcePaths.overlap(pair.id), done: `task-force.done.${step}` }
    },
  })

/** Why the other item is dropped: it names the one that goes on. */
const dropReason = ({ t }: Visit, kept: PlannedItem, given: string | undefined): string =>
  t('task-force.merged-into', {
    item: `${kept.item.code} ${itemTitle(kept).text}`,
    plan: titleOf(kept.plan).text,
    reason: given ?? '',
  })

const summaries = {
  merge: 'Merges two items: one goes on with the links and partners of both, the other is dropped.',
  join: 'Marks two items as joint: both stay and name each other.',
  distinguish: 'Says why two items are not the same.',
  reopen: 'Asks anew what two items have to do with each other.',
}

async function pairForStep(
  visit: Visit,
  { pair: id = '' }: PathParameters,
  step: OverlapStep,
): Promise<PairSubject | null> {
  permitStaff(visit)
  const pair = await pairSeen(visit.db, id)
  if (pair === null) return null
  const items = new Map(
    (await itemsOfPairs(visit.db, [pair], visit.language)).map((one) => [one.item.id, one] as const),
  )
  const [one, other] = [items.get(pair.first), items.get(pair.second)]
  if (one === undefined || other === undefined) return null
  const both = [one, other].map(({ lead, plan }) => ({ lead, plan: plan.plan }))
  permit(overlapRights, step, visit.actor, overlapThing(pair.state, both))
  return { pair, items: [one, other] }
}

import { take } from '#platform/access/workflow.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { Refusal, notFound, type Issue } from '#platform/errors.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { changeRightOf } from '../../adjustment-commands.ts'
import { freeze } from '../../editions/edition-commands.ts'
import { changeItem, lockItem, type By } from '../../held-plan-commands.ts'
import { renumber } from '../../item-commands.ts'
import { itemsOf } from '../../item-queries.ts'
import { leadsOf } from '../../lead-queries.ts'
import { mostLinks, type Item, type Party } from '../../item.ts'
import { note } from '../../note-commands.ts'
import { planRights } from '../../plan-rights.ts'
import { isPublicPlan, planThing, type Plan } from '../../plan.ts'
import type { PairSeen } from './overlap-queries.ts'
import { overlapRights } from './overlap-rights.ts'
import { overlapThing, pairVersion } from './overlap-thing.ts'
import { overlapWorkflow, type OverlapStep } from './overlap-workflow.ts'
import '../../consultation/tables.ts'
import '../tables.ts'

/** `lead`: the body that leads the item. */
type Held = { plan: Plan; item: Item; lead: string }

export type OverlapDecision = By & {
  /** The pair as it was found: what speaks for it is kept with the decision. */
  pair: Pick<PairSeen, 'id' | 'first' | 'second' | 'state' | 'score' | 'reasons'>
  /** What the form was shown for; see `pairVersion`. */
  version?: string | undefined
  reason?: string | undefined
  /** Of merged items the one that goes on. */
  keep?: string | undefined
  /** The reason with which the other item is dropped: it names the one that goes on. */
  dropReason?: string | undefined
}

/** Says what becomes of two items that look like one. */
export const settleOverlap = (
  db: Db,
  step: OverlapStep,
  asked: OverlapDecision,
): Promise<{ issues: Issue[] }> =>
  db.transaction().execute(async (tx) => {
    const { actor, at, pair, version, reason, keep } = asked
    const [one, other] = await lockPair(tx, asked)
    const row = await tx
      .selectFrom('plan_overlaps')
      .selectAll()
      .where('id', '=', pair.id)
      .forUpdate()
      .executeTakeFirst()
    const now = pairVersion(one.item.revision, other.item.revision, row?.revision ?? 0)
    if (version !== undefined && version !== now) throw new Stale()
    const state = take(overlapWorkflow, overlapRights, step, actor, overlapThing(pair.state, [one, other]))
    const issues = issuesOf(step, pair, { reason, keep })
    if (issues.length > 0) return { issues }
    if (step === 'merge') await merge(tx, keep === one.item.id ? [one, other] : [other, one], asked)
    const revisions = await tx
      .selectFrom('plan_items')
      .select(['id', 'revision'])
      .where('id', 'in', [pair.first, pair.second])
      .execute()
    const revisionOf = (id: string) => revisions.find((item) => item.id === id)?.revision ?? 1
    const columns = {
      state,
      reason: state === 'suggested' ? null : (reason ?? null),
      kept: state === 'merged' ? (keep ?? null) : null,
      first_revision: revisionOf(pair.first),
      second_revision: revisionOf(pair.second),
      score: pair.score,
      reasons: JSON.stringify(pair.reasons),
      settled_at: state === 'suggested' ? null : at,
      revision: (row?.revision ?? 0) + 1,
      updated_at: at,
    }
    await tx
      .insertInto('plan_overlaps')
      .values({ id: pair.id, first: pair.first, second: pair.second, created_at: at, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute()
    await note(
      tx,
      { kind: 'plan-overlap', id: pair.id },
      {
        ...{ actor, at, act: `${step}-overlap` },
        ...(reason === undefined ? {} : { reason }),
        facts: { score: pair.score, ...(keep === undefined ? {} : { kept: keep }) },
      },
      { from: row?.state ?? null, to: state },
    )
    return { issues: [] }
  })

/** Plans are always held in the same order, so that two decisions never wait for each other. */
async function lockPair(tx: Tx, { actor, pair }: OverlapDecision): Promise<[Held, Held]> {
  const found = await tx
    .selectFrom('plan_items')
    .select('id')
    .where('id', 'in', [pair.first, pair.second])
    .orderBy('plan')
    .execute()
  const held: Omit<Held, 'lead'>[] = []
  for (const { id } of found) held.push(await lockItem(tx, actor, id))
  const leads = await leadsOf(tx, [pair.first, pair.second])
  const of = (id: string): Held | undefined => {
    const [one, lead] = [held.find(({ item }) => item.id === id), leads.get(id)]
    return one && lead !== undefined ? { ...one, lead } : undefined
  }
  const [one, other] = [of(pair.first), of(pair.second)]
  if (one === undefined || other === undefined) throw notFound()
  return [one, other]
}

const issuesOf = (
  step: OverlapStep,
  pair: OverlapDecision['pair'],
  { reason, keep }: Pick<OverlapDecision, 'reason' | 'keep'>,
): Issue[] => [
  ...(overlapWorkflow.steps[step].reason === 'required' && !reason
    ? [{ field: 'reason', key: 'form.value.wrong' as const, rule: 'rule.required' as const }]
    : []),
  ...(step === 'merge' && keep !== pair.first && keep !== pair.second
    ? [{ field: 'keep', key: 'form.value.choice' as const }]
    : []),
]

/** One item takes over what belongs to the other, which is dropped and stays readable. */
async function merge(
  tx: Tx,
  [kept, dropped]: [Held, Held],
  { actor, at, reason, dropReason }: OverlapDecision,
): Promise<void> {
  // Giving an item up is for those who may change its plan; taking its links over is what the units agree on.
  permit(planRights, changeRightOf(dropped.plan), actor, planThing(dropped.plan))
  const items = await itemsOf(tx, dropped.plan.id)
  refuseUnmergeable(kept, dropped, items)
  await takeOver(tx, kept, dropped)
  await changeItem(
    tx,
    dropped.item,
    { state: 'dropped' },
    {
      actor,
      at,
      act: 'drop-item',
      reason: dropReason ?? reason ?? '',
      facts: { into: kept.item.id },
    },
  )
  await changeItem(tx, kept.item, {}, { actor, at, act: 'merge-item', facts: { from: dropped.item.id } })
  const left = items.map((one) => (one.id === dropped.item.id ? { ...one, state: 'dropped' as const } : one))
  if (dropped.plan.state === 'draft') await renumber(tx, left, { actor, at }, dropped.item)
  for (const plan of new Map([kept, dropped].map((one) => [one.plan.id, one.plan])).values())
    if (changeRightOf(plan) === 'adjust') await freeze(tx, plan.id, { actor, at })
}

function refuseUnmergeable({ plan, item }: Held, dropped: Held, beside: readonly Item[]): void {
  if (item.state !== 'active' || dropped.item.state !== 'active') throw new Refusal(409, 'plans.item-ended')
  if (beside.some(({ parent, state }) => parent === dropped.item.id && state === 'active'))
    throw new Refusal(409, 'task-force.merge-below')
  const states: readonly string[] = planRights.actions.link.in ?? []
  if (!states.includes(plan.state)) throw new Refusal(409, 'task-force.merge-fixed')
}

/**
 * Links, parties and comments of the dropped item go along, and whoever led it contributes. What everybody reads does not go where
 * nobody would: into a draft.
 */
async function takeOver(tx: Tx, kept: Held, { item, lead }: Held): Promise<void> {
  const links = item.links
    .filter(
      (link) => !kept.item.links.some(({ kind, record: id }) => kind === link.kind && id === link.record),
    )
    .slice(0, mostLinks - kept.item.links.length)
  if (links.length > 0)
    await tx
      .insertInto('plan_item_links')
      .values(links.map((link) => ({ item: kept.item.id, ...link })))
      .execute()
  const leads = [kept.lead, kept.plan.lead]
  const parties = [
    ...item.parties,
    ...(leads.includes(lead) ? [] : [{ role: 'contributor', kind: 'body', party: lead } satisfies Party]),
  ]
  if (parties.length > 0)
    await tx
      .insertInto('plan_parties')
      .values(parties.map((party) => ({ plan: kept.plan.id, item: kept.item.id, ...party })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  if (!isPublicPlan(kept.plan)) return
  await tx
    .updateTable('plan_comments')
    .set({ plan: kept.plan.id, item: kept.item.id })
    .where('item', '=', item.id)
    .execute()
}

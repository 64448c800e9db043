import { sql, type RawBuilder } from 'kysely'
import type { About, Holding } from '#platform/web/holdings.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { MessageKey } from '#platform/messages.ts'
import { itemsLedBy } from '../item-queries.ts'
import { deadlineWords } from '../deadline-words.ts'
import { deadlineOf, itemTitle } from '../item-shape.ts'
import { planPaths } from '../paths.ts'
import { stateKeys, titleOf } from '../plan-names.ts'
import { plansSeenBy, plansWhere, withPlanWords, type PlanRead } from '../plan-queries.ts'
import { taskForcePaths } from './task-force-paths.ts'
import { inPlans, type PlannedItem, type WholeFacet } from './whole-queries.ts'

const mostFirst = 5

/** What plans hold about a record of another module: items, and of a body also plans; what comes next first. */
export async function planHoldings(visit: Visit, { kind, id }: About): Promise<Holding[]> {
  const items = (facet: WholeFacet, label: MessageKey, where: RawBuilder<unknown>) =>
    itemHolding(visit, { facet, id, label, where })
  switch (kind) {
    case 'action-line':
      return [await items('action-line', 'plans.held.line', ofLine(id))]
    case 'body':
      return [
        await ledPlans(visit, id),
        await items('lead', 'plans.held.lead', itemsLedBy(id)),
        await items('contributor', 'plans.held.contributor', contributedBy(id)),
      ]
    case 'country':
      return [await items('country', 'search.kind.plan-item', withCode('countries', id))]
    case 'region':
      return [
        await items(
          'region',
          'search.kind.plan-item',
          sql`(${withCode('itu-regions', id)} or ${inMembers('itu-regions', id)})`,
        ),
      ]
    case 'group':
      return [await items('group', 'search.kind.plan-item', inMembers('country-groups', id))]
    case 'duty':
      return [await items('duty', 'plans.held.answering', answeringDuty(id))]
    case 'activity':
    case 'plan-item':
      return []
    case 'provision':
      return [await items('provision', 'plans.held.answering', answeringProvision(id))]
  }
}

type Asked = { facet: WholeFacet; id: string; label: MessageKey; where: RawBuilder<unknown> }

async function itemHolding(visit: Visit, { facet, id, label, where }: Asked): Promise<Holding> {
  const { db, actor, language } = visit
  const found = await sql<{ id: string; total: number }>`
    select i.id, count(*) over ()::int as total from plan_items i join plans p on p.id = i.plan
    where i.state = 'active' and p.state <> 'superseded' and ${plansSeenBy(actor)} and ${where}
    order by coalesce(i.deadline_on < ${dayOf(visit.now)}::date, false), i.deadline_on, i.id limit ${mostFirst}`.execute(
    db,
  )
  const rows = await inPlans(
    db,
    found.rows.map((row) => row.id),
    language,
  )
  return {
    code: facet,
    label: visit.t(label),
    total: found.rows[0]?.total ?? 0,
    path: taskForcePaths.whole,
    query: { [facet]: id },
    first: rows.map((row) => heldItem(visit, row)),
  }
}

const heldItem = (visit: Visit, one: PlannedItem): Holding['first'][number] => {
  const { item, plan } = one
  const { t } = visit
  const deadline = deadlineOf(plan.plan, item)
  return {
    id: item.id,
    path: planPaths.item(item.id),
    title: itemTitle(one),
    within: titleOf(plan),
    facts: [
      t(stateKeys[plan.plan.state]),
      ...(deadline === null ? [] : [`${t('plans.deadline')} ${deadlineWords(t, deadline)}`]),
      ...exampleFact(visit, plan),
    ],
    example: plan.plan.isExample,
  }
}

/** Led or facilitated, as the list of plans filters them. */
async function ledPlans(visit: Visit, body: string): Promise<Holding> {
  const { db, actor, language, t } = visit
  const led = await plansWhere(
    db,
    sql`${plansSeenBy(actor)} and (p.lead = ${body} or exists (select from plan_parties f
      where f.plan = p.id and f.item = '' and f.role = 'facilitator' and f.party = ${body}))`,
  )
  const read = await withPlanWords(db, led.slice(0, mostFirst), language)
  return {
    code: 'plans',
    label: t('plans.held.plans'),
    total: led.length,
    path: planPaths.plans,
    query: { lead: body },
    first: read.map((one) => ({
      id: one.plan.id,
      path: planPaths.plan(one.plan.id),
      title: titleOf(one),
      within: null,
      facts: [
        t(stateKeys[one.plan.state]),
        t('plans.version', { version: one.plan.version }),
        ...exampleFact(visit, one),
      ],
      example: one.plan.isExample,
    })),
  }
}

const exampleFact = ({ t }: Visit, { plan }: PlanRead): string[] =>
  plan.isExample ? [t('moderation.example')] : []

const withCode = (tree: string, code: string): RawBuilder<unknown> =>
  sql`i.id in (select c.item from plan_item_codes c where c.tree = ${tree} and c.code = ${code})`

const ofLine = (line: string): RawBuilder<unknown> =>
  sql`(p.action_line = ${line} or ${withCode('action-lines', line)})`

const inMembers = (framework: string, group: string): RawBuilder<unknown> => sql`i.id in (
  select c.item from plan_item_codes c
  join framework_memberships m on m.country = c.code and m.group_framework = ${framework} and m.group_code = ${group}
  where c.tree = 'countries' and m.role = 'member' and m.to_date is null)`

const contributedBy = (body: string): RawBuilder<unknown> => sql`i.id in (
  select x.item from plan_parties x where x.kind = 'body' and x.party = ${body} and x.role = 'contributor')`

/** Whoever answers a provision answers each of its duties. */
const answeringDuty = (duty: string): RawBuilder<unknown> => {
  const provision = duty.split('#')[0] ?? duty
  return sql`i.id in (select l.item from plan_item_links l
    where (l.kind = 'duty' and l.record = ${duty}) or (l.kind = 'provision' and l.record = ${provision}))`
}

const answeringProvision = (provision: string): RawBuilder<unknown> => {
  const [revision = '', ...address] = provision.split('/')
  return sql`i.id in (select l.item from plan_item_links l
    where (l.kind = 'provision' and l.record = ${provision}) or (l.kind = 'duty' and l.record in (
      select d.id from duties d where d.revision = ${revision} and d.address = ${address.join('/')})))`
}

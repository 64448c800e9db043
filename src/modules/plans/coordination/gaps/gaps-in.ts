import type { Item, ItemTree } from '../../item.ts'
import { leadAmong } from '../../lead.ts'
import type { PlanType } from '../../plan-types/plan-type.ts'
import { runningPlanStates, type Plan, type PlanState } from '../../plan.ts'
import type { KnownItem } from '../known-items-queries.ts'
import type { GapFacet, GapKind } from './gap.ts'

/** A duty that somebody must do, with its provision, the action lines that it names and those whom it addresses. */
export type Obligation = { id: string; provision: string; lines: string[]; units: string[] }

/** A gap with the values by which it is filtered; the key is the id of a duty or of an item, or the code of an action line or target. */
export type FoundGap = Record<GapFacet, readonly string[]> & { kind: readonly [GapKind]; key: string }

export type LookedAt = {
  /** Plans that somebody sees and that have not ended. */
  plans: readonly Plan[]
  items: readonly KnownItem[]
  types: readonly PlanType[]
  /** All action lines in their order. */
  lines: readonly { code: string; parent: string | null }[]
  /** In the order in which they are read. */
  obligations: readonly Obligation[]
  today: string
}

/** What is missing, in the order in which it is read. */
export function gapsIn({ plans, items, types, ...all }: LookedAt): FoundGap[] {
  const planOf = new Map(plans.map((plan) => [plan.id, plan]))
  const levels = new Map(
    types.flatMap(({ id, levels: own }) => own.map((level) => [`${id} ${level.code}`, level])),
  )
  const leadOf = leadAmong(items.map(({ item }) => item))
  const seen = items.flatMap((known): SeenItem[] => {
    const plan = planOf.get(known.item.plan)
    const level = plan && levels.get(`${plan.type} ${known.item.level}`)
    return plan === undefined || level === undefined
      ? []
      : [
          {
            ...known,
            plan,
            lead: leadOf(known.item, plan),
            isMeasured: level.measured,
            isScheduled: level.scheduled,
          },
        ]
  })
  return [
    ...dutiesWithoutItem(all.obligations, seen),
    ...linesWithoutRoadMap(all.lines, plans, all.today),
    ...targetsWithoutIndicator(seen),
    ...ofItems('measure', seen, inPlace, ({ isMeasured, hasIndicator }) => isMeasured && !hasIndicator),
    ...ofItems('late', seen, byDeadline, (one) => isLateWithoutEvidence(one, all.today)),
    ...ofItems('undated', seen, inPlace, ({ isScheduled, item }) => isScheduled && item.deadlineOn === null),
  ]
}

type SeenItem = KnownItem & { plan: Plan; lead: string; isMeasured: boolean; isScheduled: boolean }

/** Obligations that no item answers, neither themselves nor by their provision. */
function dutiesWithoutItem(obligations: readonly Obligation[], seen: readonly SeenItem[]): FoundGap[] {
  const answered = new Set(
    seen.flatMap(({ item }) => item.links.map(({ kind, record }) => `${kind} ${record}`)),
  )
  return obligations
    .filter(({ id, provision }) => !answered.has(`duty ${id}`) && !answered.has(`provision ${provision}`))
    .map(({ id, lines, units }) => ({ kind: ['duty'], key: id, 'action-line': lines, unit: units }))
}

/** A road map of the line, or of the one above it, that was presented at least and covers the day. */
function linesWithoutRoadMap(lines: LookedAt['lines'], plans: readonly Plan[], today: string): FoundGap[] {
  const above = new Set(lines.map(({ parent }) => parent))
  const covered = new Set(
    plans
      .filter(({ state, startsOn, endsOn }) => isPresented(state) && startsOn <= today && today <= endsOn)
      .map(({ actionLine }) => actionLine),
  )
  return lines
    .filter(({ code }) => !above.has(code) && !covered.has(code))
    .filter(({ parent }) => parent === null || !covered.has(parent))
    .map(({ code }) => ({ kind: ['line'], key: code, 'action-line': [code], unit: [] }))
}

/** Targets of the goals that items serve, where none of these items has an indicator, nor any below them. */
function targetsWithoutIndicator(seen: readonly SeenItem[]): FoundGap[] {
  const measured = measuredAmong(seen)
  const serving = seen.flatMap((one) => codesIn(one, 'sdg-targets').map((target) => ({ target, one })))
  return [...Map.groupBy(serving, ({ target }) => target)]
    .filter(([, items]) => !items.some(({ one }) => measured.has(one.item.id)))
    .toSorted(([a], [b]) => inOrder.compare(a, b))
    .map(([target, items]) => ({
      kind: ['target'],
      key: target,
      'action-line': [...new Set(items.flatMap(({ one }) => linesOf(one)))],
      unit: [...new Set(items.flatMap(({ one }) => unitsOf(one)))],
    }))
}

/** Ids of items that have an indicator, and of all above them. */
function measuredAmong(seen: readonly SeenItem[]): Set<string> {
  const parents = new Map(seen.map(({ item }) => [item.id, item.parent]))
  const measured = new Set<string>()
  for (const { item, hasIndicator } of seen)
    for (let id: string | null = hasIndicator ? item.id : null; id !== null; id = parents.get(id) ?? null)
      measured.add(id)
  return measured
}

const inOrder = new Intl.Collator('en', { numeric: true })

const codesIn = ({ item }: SeenItem, wanted: ItemTree): string[] =>
  item.codes.filter(({ tree }) => tree === wanted).map(({ code }) => code)

const linesOf = (one: SeenItem): string[] => [
  ...(one.plan.actionLine === null ? [] : [one.plan.actionLine]),
  ...codesIn(one, 'action-lines'),
]

const unitsOf = ({ lead, plan }: SeenItem): string[] => [lead, plan.lead]

const isPresented = (state: PlanState): boolean => state === 'presented' || isRunning(state)

const isRunning = (state: PlanState): boolean => (runningPlanStates as readonly PlanState[]).includes(state)

/** Past its deadline in a plan that is carried out, with nothing linked and no report accepted that shows what was done. */
const isLateWithoutEvidence = ({ item, plan, isReported }: SeenItem, today: string): boolean =>
  item.deadlineOn !== null &&
  item.deadlineOn < today &&
  isRunning(plan.state) &&
  !isReported &&
  !item.links.some(({ kind }) => kind === 'activity' || kind === 'session')

const ofItems = (
  kind: GapKind,
  seen: readonly SeenItem[],
  place: (item: Item) => string,
  isMissing: (one: SeenItem) => boolean,
): FoundGap[] =>
  seen
    .filter(isMissing)
    .map((one) => ({ one, place: `${place(one.item)} ${one.item.id}` }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ one }) => ({ kind: [kind], key: one.item.id, 'action-line': linesOf(one), unit: unitsOf(one) }))

const inPlace = ({ plan, code }: Item): string => plan + code

const byDeadline = ({ deadlineOn }: Item): string => deadlineOn ?? ''

import { z } from 'zod'
import { tagOf } from '#modules/activities/index.ts'
import { frameworkPaths } from '#modules/frameworks/index.ts'
import { matrixPaths } from '#modules/matrix/index.ts'
import { mandatePaths, partyShape, type NamedRecord } from '#modules/mandates/index.ts'
import { may } from '#platform/access/rights.ts'
import type { MessageKey } from '#platform/messages.ts'
import { coded, codedShape, named, said, saidShape, tagShape, type Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { indicatorRights, indicatorThing } from '../../indicators/indicator-rights.ts'
import { taskForcePaths } from '../task-force-paths.ts'
import { mayMake } from '../../pages/plans-page.ts'
import { planPaths } from '../../paths.ts'
import { bodyRef, planRefShape, type PlanReader } from '../../plan-names.ts'
import { planRights } from '../../plan-rights.ts'
import { planThing } from '../../plan.ts'
import { plannedRecord, plannedShape } from '../whole-shape.ts'
import { gapKinds, type GapKind } from './gap.ts'
import type { Gap, GapDuty } from './gap-queries.ts'

/** Something that is missing: where, and where whoever may fill it does so. */
export const gapShape = z.object({
  kind: codedShape(gapKinds),
  /** The id of a duty or of an item, or the code of an action line or target. */
  record: z.string(),
  name: saidShape,
  path: z.string(),
  /** What the duty asks for, in short; the name says where. */
  about: saidShape.nullable(),
  /** Of a duty: 'presumed' where a later revision of its text is known that is not here. */
  certainty: codedShape(['stated', 'presumed']).nullable(),
  plan: planRefShape.nullable(),
  units: z.array(partyShape),
  actionLines: z.array(tagShape),
  deadline: plannedShape.shape.deadline,
  closing: z.object({ path: z.string(), query: z.record(z.string(), z.string()) }).nullable(),
})

export type GapRecord = z.infer<typeof gapShape>

type Filled = Omit<GapRecord, 'kind' | 'record'>

export function gapRecord(reader: PlanReader, names: ReadonlyMap<string, NamedRecord>, gap: Gap): GapRecord {
  const kind = coded(reader.visit, gap.kind, gapKindKeys)
  if (gap.item !== null) return { kind, record: gap.key, ...ofItem(reader, gap.kind, gap.item) }
  if (gap.kind === 'target') return { kind, record: gap.key, ...ofTarget(reader, gap) }
  return {
    kind,
    record: gap.key,
    ...(gap.kind === 'duty' ? ofDuty(reader, names, gap) : ofLine(reader, gap)),
  }
}

function ofTarget({ visit, codes }: PlanReader, { key }: Gap): Filled {
  const tag = tagOf(visit, codes, ['sdg-targets'], key)
  return {
    name: { text: [key, tag.label?.text].filter(Boolean).join(' · '), language: visit.language },
    path: matrixPaths.target(key),
    about: null,
    certainty: null,
    plan: null,
    units: [],
    actionLines: [],
    deadline: null,
    closing: null,
  }
}

function ofDuty(
  { visit, codes, ...reader }: PlanReader,
  names: ReadonlyMap<string, NamedRecord>,
  { key, duty }: Gap,
): Filled {
  const kinds = duty?.kinds ?? []
  const answers = kinds.length === 0 || kinds.some((kind) => !withoutPlan.has(kind))
  return {
    name: named(visit, names.get(`duty ${key}`)?.name ?? {}, key),
    path: mandatePaths.duty(key),
    about: duty && aboutDuty(visit, duty),
    certainty: duty && coded(visit, duty.isPresumed ? 'presumed' : 'stated', certaintyKeys),
    plan: null,
    units: (duty?.bodies ?? []).map((body) => bodyRef(reader, body)),
    actionLines: (duty?.actionLines ?? []).map((code) => tagOf(visit, codes, ['action-lines'], code)),
    deadline: null,
    closing: mayMake(visit) && answers ? { path: gapDutyPath(key), query: {} } : null,
  }
}

const gapDutyPath = (duty: string): string =>
  taskForcePaths.gapDuty(mandatePaths.duty(duty).slice('/duties/'.length))

/** Whoever is of these kinds leads no plan, so that no item answers for them alone. */
const withoutPlan: ReadonlySet<string> = new Set([
  'membership',
  'stakeholder-group',
  'country-group',
  'government',
])

/** In our words, or else the act and its result: a result that repeats the act says it alone, an act alone says too little. */
function aboutDuty(visit: Visit, { paraphrase, verb, deliverable }: GapDuty): Said | null {
  const [own, act, result] = [said(visit, paraphrase), said(visit, verb), said(visit, deliverable)]
  if (own !== null || result === null) return own
  const isWhole = act === null || act.language !== result.language || result.text.startsWith(act.text)
  return isWhole ? result : { ...act, text: `${act.text} ${result.text}` }
}

function ofLine({ visit, codes }: PlanReader, { key }: Gap): Filled {
  const tag = tagOf(visit, codes, ['action-lines'], key)
  const within = [`action-line:${key}` as const]
  return {
    name: tag.label ?? { text: key, language: visit.language },
    path: frameworkPaths.actionLine(key),
    about: null,
    certainty: null,
    plan: null,
    units: [],
    actionLines: [tag],
    deadline: null,
    closing: may(planRights, 'make', visit.actor, { state: 'draft', within })
      ? { path: planPaths.new, query: { 'action-line': key } }
      : null,
  }
}

function ofItem(reader: PlanReader, kind: GapKind, item: NonNullable<Gap['item']>): Filled {
  const { code, title, plan, lead, actionLines, deadline, id } = plannedRecord(reader, item)
  const path = closingPath(reader.visit, kind, item)
  return {
    name: { ...title, text: `${code} ${title.text}` },
    path: planPaths.item(id),
    about: null,
    certainty: null,
    plan,
    units: [lead],
    actionLines,
    deadline,
    closing: path === null ? null : { path, query: {} },
  }
}

/** The form that fills the gap, for whoever may fill it now. */
function closingPath(
  { actor }: Visit,
  kind: GapKind,
  { item, plan }: NonNullable<Gap['item']>,
): string | null {
  const can = (act: 'edit' | 'adjust' | 'link') => may(planRights, act, actor, planThing(plan.plan))
  if (kind === 'late') return can('link') ? planPaths.itemLinks(item.id) : null
  if (kind === 'measure')
    return may(indicatorRights, 'edit', actor, indicatorThing(plan.plan))
      ? planPaths.newIndicator(item.id)
      : null
  if (can('edit')) return planPaths.itemForm(item.id)
  return can('adjust') ? planPaths.adjustment(item.id) : null
}

const certaintyKeys = {
  stated: 'certainty.stated',
  presumed: 'status.presumed',
} as const satisfies Record<'stated' | 'presumed', MessageKey>

export const gapKindKeys = {
  duty: 'task-force.gap.duty',
  line: 'task-force.gap.line',
  target: 'task-force.gap.target',
  measure: 'task-force.gap.measure',
  late: 'task-force.gap.late',
  undated: 'task-force.gap.undated',
} as const satisfies Record<GapKind, MessageKey>

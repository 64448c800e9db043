import { z } from 'zod'
import { tagOf } from '#modules/activities/index.ts'
import { partyShape } from '#modules/mandates/index.ts'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { coded, codedShape, named, saidShape, tagShape, type Said } from '#platform/web/shapes.ts'
import { standingOf, standingShape, type CommentFigures } from './consultation/comment.ts'
import type { ItemRead } from './item-queries.ts'
import {
  depthsOf,
  itemStates,
  itemTrees,
  levelsBelow,
  partyRoles,
  type Item,
  type ItemResources,
  type ItemState,
} from './item.ts'
import { decidedShape, type DecidedRecord } from './coordination/overlaps/decided-shape.ts'
import { deadlineInstant } from './deadline.ts'
import { leadAmong } from './lead.ts'
import { bodyRef, planRef, planRefShape, saidOrNull, type PlanReader } from './plan-names.ts'
import type { PlanRecord } from './plan-shape.ts'
import type { PlanRead } from './plan-queries.ts'
import type { Plan } from './plan.ts'
import { indicatorRowShape } from './indicators/indicator-shape.ts'
import { rollUpShape } from './progress/progress-shape.ts'
import { reportShape } from './progress/report-shape.ts'
import type { ItemProgress } from './progress/summary-queries.ts'

/** When something is due: the day, the hour if one was given, and the instant that both are in the zone of the plan. */
export const deadlineShape = z.object({
  on: z.iso.date(),
  time: z.string().nullable(),
  zone: z.string(),
  at: z.iso.datetime(),
})

export const resourcesShape = z.object({
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  /** In months of one person. */
  staffMonths: z.number().nullable(),
})

/** An item where its plan lists it. */
export const itemRowShape = z.object({
  id: z.string(),
  code: z.string(),
  parent: z.string().nullable(),
  /** 0 at the top. */
  depth: z.int(),
  level: z.object({ code: z.string(), label: saidShape }),
  state: codedShape(itemStates),
  title: saidShape,
  /** Whom it names itself. */
  lead: partyShape.nullable(),
  /** The same, or else whoever leads the nearest item above it, or the plan. */
  ledBy: partyShape,
  startsOn: z.iso.date().nullable(),
  deadline: deadlineShape.nullable(),
  resources: resourcesShape.nullable(),
  links: z.int(),
})

export type ItemRow = z.infer<typeof itemRowShape>

/** `mark`: what it and all below it add up to, in a word; null where nobody reports on it yet, or it counts no more. */
export const ratedRowShape = itemRowShape.extend({ mark: rollUpShape.shape.weakest })

export type RatedRow = z.infer<typeof ratedRowShape>

export const linkShape = z.object({
  kind: z.string(),
  record: z.string(),
  name: saidShape.nullable(),
  path: z.string().nullable(),
})

export type LinkRecord = z.infer<typeof linkShape>

export const itemPartyShape = z.object({
  role: z.enum(partyRoles),
  kind: z.enum(['body', 'organization']),
  party: partyShape,
})

export const itemTagShape = z.object({ tree: z.enum(itemTrees), tag: tagShape })

const relatedShape = z.object({ id: z.string(), code: z.string(), title: saidShape, plan: z.string() })

export type RelatedRecord = z.infer<typeof relatedShape>

export const itemShape = itemRowShape.omit({ depth: true, links: true }).extend({
  plan: planRefShape,
  text: saidShape.nullable(),
  result: saidShape.nullable(),
  risks: saidShape.nullable(),
  originalLanguage: z.enum(languageCodes),
  lineage: z.string(),
  parties: z.array(itemPartyShape),
  /** By tree: action lines, goals, targets, objectives, countries, regions. */
  tags: z.array(itemTagShape),
  records: z.array(linkShape),
  comments: standingShape,
  indicators: z.array(indicatorRowShape),
  /** The last report on it that was accepted. */
  report: reportShape.nullable(),
  /** What it and all below it add up to; null where nobody reports on the plan yet. */
  progress: rollUpShape.nullable(),
  above: z.array(relatedShape),
  below: z.array(ratedRowShape),
  /** The same item in other plans of the series, or what it was split from and into. */
  related: z.array(
    relatedShape.extend({
      how: z.enum(['carried-from', 'carried-to', 'split-from', 'split-to']),
      /** Null: of the same plan. */
      planTitle: saidShape.nullable(),
    }),
  ),
  /** Items of other units with which it is joint, merged, or said to be distinct. */
  decided: z.array(decidedShape),
  /** The levels that may stand below it. */
  levelsBelow: z.array(z.object({ code: z.string(), label: saidShape })),
  may: z.array(z.enum(['edit', 'adjust', 'link'])),
  mayAddIndicator: z.boolean(),
  revision: z.int(),
})

export type ItemRecord = z.infer<typeof itemShape>

export function itemRow(
  reader: PlanReader,
  plan: Plan,
  { item, words }: ItemRead,
  all: readonly { item: Pick<Item, 'id' | 'parent' | 'lead'> }[],
): ItemRow {
  const { visit } = reader
  const { depths, leadOf } = knownOf(all)
  return {
    id: item.id,
    code: item.code,
    parent: item.parent,
    depth: depths.get(item.id) ?? 0,
    level: { code: item.level, label: levelLabel(reader, plan, item.level) },
    state: coded(visit, item.state, itemStateKeys),
    title: itemTitle({ item, words }),
    lead: item.lead === null ? null : bodyRef(reader, item.lead),
    ledBy: bodyRef(reader, leadOf(item, plan)),
    startsOn: item.startsOn,
    deadline: deadlineOf(plan, item),
    resources: resourcesIn(item),
    links: item.links.length,
  }
}

export type ItemMarks = ReadonlyMap<string, RatedRow['mark']>

export const ratedRow = (row: ItemRow, marks: ItemMarks): RatedRow => ({
  ...row,
  mark: marks.get(row.id) ?? null,
})

export const resourcesIn = ({ amount, currency, staffMonths }: ItemResources): ItemRow['resources'] =>
  amount === null && staffMonths === null ? null : { amount, currency, staffMonths }

type Known = { depths: Map<string, number>; leadOf: ReturnType<typeof leadAmong> }

const known = new WeakMap<object, Known>()

/** Worked out once for all rows of a plan. */
function knownOf(all: readonly { item: Pick<Item, 'id' | 'parent' | 'lead'> }[]): Known {
  const before = known.get(all)
  if (before !== undefined) return before
  const items = all.map(({ item }) => item)
  const now = { depths: depthsOf(items), leadOf: leadAmong(items) }
  known.set(all, now)
  return now
}

export function deadlineOf(
  { zone }: Pick<Plan, 'zone'>,
  { deadlineOn, deadlineTime }: Pick<Item, 'deadlineOn' | 'deadlineTime'>,
): ItemRow['deadline'] {
  if (deadlineOn === null) return null
  const at = deadlineInstant({ on: deadlineOn, time: deadlineTime, zone }).toISOString()
  return { on: deadlineOn, time: deadlineTime, zone, at }
}

export const levelLabel = ({ visit, types }: PlanReader, { type }: Pick<Plan, 'type'>, level: string): Said =>
  named(visit, types.get(type)?.levels.find(({ code }) => code === level)?.one ?? {}, level)

/** A title is never missing: the number stands in where it is. */
export const itemTitle = ({ item, words }: ItemRead): Said =>
  saidOrNull(words.title) ?? { text: item.code, language: item.language }

export type ItemSubject = ItemRead & {
  plan: Plan
  planWords: PlanRead['words']
  /** All of the plan, in reading order. */
  all: readonly ItemRead[]
  records: LinkRecord[]
  related: ItemRecord['related']
  decided: DecidedRecord[]
  organizations: ReadonlyMap<string, z.infer<typeof partyShape>>
  comments: CommentFigures
  progress: ItemProgress
  marks: ItemMarks
  may: ItemRecord['may']
}

export function itemRecord(reader: PlanReader, subject: ItemSubject): ItemRecord {
  const { plan, planWords, item, words, all, records, related, organizations } = subject
  const { visit } = reader
  const { depth: _depth, links: _links, ...row } = itemRow(reader, plan, subject, all)
  return {
    ...row,
    plan: planRef(visit, { plan, words: planWords }) satisfies Pick<PlanRecord, 'id' | 'title'>,
    text: saidOrNull(words.text),
    result: saidOrNull(words.result),
    risks: saidOrNull(words.risks),
    originalLanguage: item.language,
    lineage: item.lineage,
    parties: partiesOf(reader, item, organizations),
    tags: tagsOf(reader, item),
    records,
    comments: standingOf(plan, subject.comments, visit.now),
    ...subject.progress,
    above: aboveOf(item, all).map((one) => relatedOf(one)),
    below: all
      .filter((one) => one.item.parent === item.id)
      .map((one) => ratedRow(itemRow(reader, plan, one, all), subject.marks)),
    related,
    decided: subject.decided,
    levelsBelow: levelsBelow(reader.types.get(plan.type)?.levels ?? [], item.level).map((level) => ({
      code: level.code,
      label: named(visit, level.one, level.code),
    })),
    may: subject.may,
    mayAddIndicator: subject.may.includes('edit') && isMeasured(reader, plan, item),
    revision: item.revision,
  }
}

/** Those who take part, with their names. */
export const partiesOf = (
  reader: PlanReader,
  { parties }: Pick<Item, 'parties'>,
  organizations: ItemSubject['organizations'],
): ItemRecord['parties'] =>
  parties.map(({ role, kind, party }) => ({
    role,
    kind,
    party:
      kind === 'body'
        ? bodyRef(reader, party)
        : (organizations.get(party) ?? { id: party, acronym: null, name: null }),
  }))

/** Codes with their labels, each tree as people count: 9.c before 17.6. */
export const tagsOf = (
  { visit, codes }: PlanReader,
  { codes: own }: Pick<Item, 'codes'>,
): ItemRecord['tags'] =>
  own
    .map(({ tree, code }) => ({ tree, tag: tagOf(visit, codes, [tree], code) }))
    .toSorted((a, b) => byNumber.compare(`${a.tree} ${a.tag.code}`, `${b.tree} ${b.tag.code}`))

/** Made once: a collator is dear to make. */
const byNumber = new Intl.Collator('en', { numeric: true })

const isMeasured = ({ types }: PlanReader, { type }: Plan, { level }: Item): boolean =>
  types.get(type)?.levels.some(({ code, measured }) => code === level && measured) ?? false

export const relatedOf = (one: ItemRead): RelatedRecord => ({
  id: one.item.id,
  code: one.item.code,
  title: itemTitle(one),
  plan: one.item.plan,
})

/** From the top down. */
function aboveOf({ parent }: Pick<Item, 'parent'>, all: readonly ItemRead[]): ItemRead[] {
  const above = all.find((one) => one.item.id === parent)
  return above === undefined ? [] : [...aboveOf(above.item, all), above]
}

export const itemStateKeys = {
  active: 'state.plan-item.active',
  split: 'state.plan-item.split',
  dropped: 'state.plan-item.dropped',
} as const satisfies Record<ItemState, MessageKey>

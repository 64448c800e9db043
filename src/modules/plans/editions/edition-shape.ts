import { z } from 'zod'
import { tagOf } from '#modules/activities/index.ts'
import { partyShape } from '#modules/mandates/index.ts'
import { coded, codedShape, saidShape, tagShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import {
  deadlineOf,
  deadlineShape,
  itemPartyShape,
  itemTagShape,
  levelLabel,
  linkShape,
  partiesOf,
  resourcesIn,
  resourcesShape,
  tagsOf,
} from '../item-shape.ts'
import { depthsOf } from '../item.ts'
import { leadAmong } from '../lead.ts'
import { bodyRef, stateKeys } from '../plan-names.ts'
import { planStates } from '../plan.ts'
import type { ComparedItem, Comparison, Fate } from './comparison.ts'
import { fates } from './comparison.ts'
import type { Edition, EditionRow } from './edition-queries.ts'
import { frozenIndicator, frozenIndicatorShape } from './frozen-indicator.ts'
import { linkKey, type KeptNames } from './kept-name-queries.ts'
import { keptSaid } from './kept-said.ts'
import type { ContentItem } from './plan-content.ts'

export const editionRowShape = z.object({
  plan: z.string(),
  number: z.int(),
  state: codedShape(planStates),
  publishedAt: z.iso.datetime(),
  items: z.int(),
  /** SHA-256 of the content as it was kept. */
  digest: z.string(),
})

export type EditionRecord = z.infer<typeof editionRowShape>

export const editionRecord = (visit: Pick<Visit, 't'>, row: EditionRow): EditionRecord => ({
  plan: row.plan,
  number: row.number,
  state: coded(visit, row.state, stateKeys),
  publishedAt: row.publishedAt.toISOString(),
  items: row.items,
  digest: row.digest,
})

const contentItemShape = z.object({
  id: z.string(),
  lineage: z.string(),
  parent: z.string().nullable(),
  level: z.string(),
  code: z.string(),
  state: z.string(),
  title: saidShape,
  text: saidShape.nullable(),
  result: saidShape.nullable(),
  risks: saidShape.nullable(),
  lead: z.string().nullable(),
  startsOn: z.iso.date().nullable(),
  deadlineOn: z.iso.date().nullable(),
  deadlineTime: z.string().nullable(),
})

export const editionShape = editionRowShape.extend({
  title: saidShape,
  vision: saidShape.nullable(),
  context: saidShape.nullable(),
  risks: saidShape.nullable(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  actionLine: tagShape.nullable(),
  lead: partyShape,
  facilitators: z.array(partyShape),
  /** The name of the zone in which the days of the plan begin and end. */
  zone: z.string(),
  matrixVersion: z.int().nullable(),
  example: z.boolean(),
  rows: z.array(
    contentItemShape.extend({
      /** 0 at the top. */
      depth: z.int(),
      levelLabel: saidShape,
      /** Whom it named, or whoever led the nearest item above it, or the plan. */
      ledBy: partyShape,
      parties: z.array(itemPartyShape),
      deadline: deadlineShape.nullable(),
      resources: resourcesShape.nullable(),
      tags: z.array(itemTagShape),
      records: z.array(linkShape),
      indicators: z.array(frozenIndicatorShape),
    }),
  ),
})

export type EditionWhole = z.infer<typeof editionShape>

export type ContentItemRecord = z.infer<typeof contentItemShape>

/** An edition in the reader's language, as far as it had words in it then; codes with the names of today. */
export function editionWhole(
  names: KeptNames,
  edition: Edition,
  { isExample }: { isExample: boolean },
): EditionWhole {
  const { plan, words, items } = edition.content
  const { reader } = names
  const { visit } = reader
  const own = (field: 'title' | 'vision' | 'context' | 'risks') =>
    keptSaid(words, field, visit.language, plan.language)
  const depths = depthsOf(items)
  const leadOf = leadAmong(items)
  return {
    ...editionRecord(visit, edition),
    title: own('title') ?? { text: plan.id, language: plan.language },
    vision: own('vision'),
    context: own('context'),
    risks: own('risks'),
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    actionLine:
      plan.actionLine === null ? null : tagOf(visit, reader.codes, ['action-lines'], plan.actionLine),
    lead: bodyRef(reader, plan.lead),
    facilitators: plan.facilitators.map((body) => bodyRef(reader, body)),
    zone: plan.zone,
    matrixVersion: plan.matrixVersion,
    example: isExample,
    rows: items.map((item) => ({
      ...contentItemRecord(visit, item),
      ...itemNames(names, plan, item, leadOf(item, plan)),
      depth: depths.get(item.id) ?? 0,
      indicators: item.indicators.map((one) => frozenIndicator(visit, one)),
    })),
  }
}

const itemNames = (
  { reader, organizations, records }: KeptNames,
  plan: Edition['content']['plan'],
  item: ContentItem,
  lead: string,
): Pick<
  EditionWhole['rows'][number],
  'levelLabel' | 'ledBy' | 'parties' | 'deadline' | 'resources' | 'tags' | 'records'
> => ({
  levelLabel: levelLabel(reader, plan, item.level),
  ledBy: bodyRef(reader, lead),
  parties: partiesOf(reader, item, organizations),
  deadline: deadlineOf(plan, item),
  resources: resourcesIn(item),
  tags: tagsOf(reader, item),
  records: item.links.map(
    ({ kind, record }) =>
      records.get(linkKey({ kind, record })) ?? { ...{ kind, record, name: null, path: null } },
  ),
})

export function contentItemRecord(
  { language }: Pick<Visit, 'language'>,
  item: ContentItem,
): ContentItemRecord {
  const own = (field: 'title' | 'text' | 'result' | 'risks') =>
    keptSaid(item.words, field, language, item.language)
  return {
    id: item.id,
    lineage: item.lineage,
    parent: item.parent,
    level: item.level,
    code: item.code,
    state: item.state,
    title: own('title') ?? { text: item.code, language: item.language },
    text: own('text'),
    result: own('result'),
    risks: own('risks'),
    lead: item.lead,
    startsOn: item.startsOn,
    deadlineOn: item.deadlineOn,
    deadlineTime: item.deadlineTime,
  }
}

const listedNameShape = z.object({ code: z.string(), name: saidShape })

const changeShape = z.object({
  field: z.string(),
  before: z.string(),
  after: z.string(),
  /** For people: the words in one run, those in both, those only before, those only after. Null of a list. */
  words: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })).nullable(),
  /** Of a list, such as partners or linked records: what is there only after, and what was there only before. */
  came: z.array(listedNameShape),
  went: z.array(listedNameShape),
})

export const comparisonShape = z.object({
  before: z.object({ plan: z.string(), version: z.int(), edition: z.int().nullable(), title: saidShape }),
  after: z.object({ plan: z.string(), version: z.int(), edition: z.int().nullable(), title: saidShape }),
  counts: z.object(Object.fromEntries(fates.map((fate) => [fate, z.int()])) as Record<Fate, z.ZodInt>),
  plan: z.array(changeShape),
  items: z.array(
    z.object({
      fate: codedShape(fates),
      before: contentItemShape.nullable(),
      after: contentItemShape.nullable(),
      /** Of a part of what was split since: what was split. */
      partOf: contentItemShape.nullable(),
      changes: z.array(changeShape),
    }),
  ),
})

export type ComparisonRecord = z.infer<typeof comparisonShape>

export const comparisonRecord = (
  visit: Pick<Visit, 't' | 'language'>,
  { plan, items, counts }: Comparison,
  sides: Pick<ComparisonRecord, 'before' | 'after'>,
): ComparisonRecord => ({
  ...sides,
  counts,
  plan,
  items: items.map((item) => comparedRecord(visit, item)),
})

const comparedRecord = (
  visit: Pick<Visit, 't' | 'language'>,
  { fate, before, after, partOf, changes }: ComparedItem,
): ComparisonRecord['items'][number] => ({
  fate: coded(visit, fate, fateKeys),
  before: before && contentItemRecord(visit, before),
  after: after && contentItemRecord(visit, after),
  partOf: partOf && contentItemRecord(visit, partOf),
  changes,
})

export const fateKeys = {
  new: 'plans.fate.new',
  changed: 'plans.fate.changed',
  kept: 'plans.fate.kept',
  split: 'plans.fate.split',
  dropped: 'plans.fate.dropped',
  gone: 'plans.fate.gone',
} as const satisfies Record<Fate, string>

import { z } from 'zod'
import { coded, codedShape, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { stateKeys } from '../plan-names.ts'
import { planStates } from '../plan.ts'
import type { ComparedItem, Comparison, Fate } from './comparison.ts'
import { fates } from './comparison.ts'
import type { Edition, EditionRow } from './edition-queries.ts'
import { frozenIndicator, frozenIndicatorShape } from './frozen-indicator.ts'
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
  rows: z.array(contentItemShape.extend({ indicators: z.array(frozenIndicatorShape) })),
})

export type EditionWhole = z.infer<typeof editionShape>

export type ContentItemRecord = z.infer<typeof contentItemShape>

/** An edition in the reader's language, as far as it had words in it then. */
export function editionWhole(visit: Pick<Visit, 't' | 'language'>, edition: Edition): EditionWhole {
  const { plan, words, items } = edition.content
  const own = (field: 'title' | 'vision' | 'context' | 'risks') =>
    keptSaid(words, field, visit.language, plan.language)
  return {
    ...editionRecord(visit, edition),
    title: own('title') ?? { text: plan.id, language: plan.language },
    vision: own('vision'),
    context: own('context'),
    risks: own('risks'),
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    rows: items.map((item) => ({
      ...contentItemRecord(visit, item),
      indicators: item.indicators.map((one) => frozenIndicator(visit, one)),
    })),
  }
}

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

const changeShape = z.object({
  field: z.string(),
  before: z.string(),
  after: z.string(),
  /** Of prose: the words in one run, those in both, those only before, those only after. */
  words: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })).nullable(),
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
  { fate, before, after, changes }: ComparedItem,
): ComparisonRecord['items'][number] => ({
  fate: coded(visit, fate, fateKeys),
  before: before && contentItemRecord(visit, before),
  after: after && contentItemRecord(visit, after),
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

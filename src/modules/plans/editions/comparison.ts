import type { LanguageCode } from '#platform/languages.ts'
import { wordDifference, type Segment } from '#platform/word-difference.ts'
import { itemFields, type ItemField } from '../item.ts'
import { planFields, type PlanField } from '../plan.ts'
import { valueOf } from '../indicators/indicator.ts'
import type { ContentIndicator, ContentItem, KeptWords, PlanContent } from './plan-content.ts'

/** What became of an item from one content to the other. */
export const fates = ['new', 'changed', 'kept', 'split', 'dropped', 'gone'] as const

export type Fate = (typeof fates)[number]

export type ChangedField = { field: string; before: string; after: string; words: Segment[] | null }

export type ComparedItem = {
  fate: Fate
  before: ContentItem | null
  after: ContentItem | null
  changes: ChangedField[]
}

export type Comparison = { plan: ChangedField[]; items: ComparedItem[]; counts: Record<Fate, number> }

/**
 * Two contents of plans of one series, item by item: those with the same lineage are the same, wherever they stand. An item that was
 * split stands beside its first part; the other parts are new.
 */
export function compareContents(before: PlanContent, after: PlanContent, language: LanguageCode): Comparison {
  const earlier = firstOfLineage(before.items.filter(({ state }) => state === 'active'))
  const taken = new Set<string>()
  const items = after.items.map((item): ComparedItem => {
    const old =
      taken.has(item.lineage) || item.state !== 'active' ? null : (earlier.get(item.lineage) ?? null)
    if (old !== null) taken.add(item.lineage)
    return compared(old, item, earlier.get(item.lineage) ?? null, language)
  })
  const gone = before.items
    .filter(
      ({ state, lineage }) => state === 'active' && !after.items.some((item) => item.lineage === lineage),
    )
    .map((item): ComparedItem => ({ fate: 'gone', before: item, after: null, changes: [] }))
  const all = [...items.filter(isWorthTelling), ...gone]
  return {
    plan: changedFields(headerOf(before, language), headerOf(after, language)),
    items: all,
    counts: Object.fromEntries(
      fates.map((fate) => [fate, all.filter((item) => item.fate === fate).length]),
    ) as Record<Fate, number>,
  }
}

/** What was split or dropped before the first of the two need not be told again. */
const isWorthTelling = ({ fate, before }: ComparedItem): boolean =>
  (fate !== 'split' && fate !== 'dropped') || before !== null

const firstOfLineage = (items: readonly ContentItem[]): Map<string, ContentItem> =>
  new Map(items.toReversed().map((item) => [item.lineage, item]))

function compared(
  old: ContentItem | null,
  item: ContentItem,
  ofLineage: ContentItem | null,
  language: LanguageCode,
): ComparedItem {
  if (item.state !== 'active')
    return {
      fate: item.state,
      before: ofLineage?.id === item.id ? ofLineage : null,
      after: item,
      changes: [],
    }
  if (old === null) return { fate: 'new', before: null, after: item, changes: [] }
  const changes = changedFields(fieldsOf(old, language), fieldsOf(item, language))
  return { fate: changes.length === 0 ? 'kept' : 'changed', before: old, after: item, changes }
}

type Fields = Record<string, { value: string; isProse: boolean }>

/** Each field that differs; prose with the words that do. */
function changedFields(before: Fields, after: Fields): ChangedField[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((field): ChangedField[] => {
    const [old, now] = [before[field]?.value ?? '', after[field]?.value ?? '']
    if (old === now) return []
    const isProse = before[field]?.isProse === true || after[field]?.isProse === true
    return [{ field, before: old, after: now, words: isProse ? wordDifference(old, now) : null }]
  })
}

const plain = (value: string | number | null) => ({
  value: value === null ? '' : String(value),
  isProse: false,
})

const prose = <Field extends string>(
  words: KeptWords<Field>,
  fields: readonly Field[],
  language: LanguageCode,
  original: LanguageCode,
): Fields =>
  Object.fromEntries(
    fields.map((field) => {
      const text = words[language]?.[field]?.text ?? words[original]?.[field]?.text ?? ''
      return [field, { value: text, isProse: true }]
    }),
  )

const headerOf = ({ plan, words }: PlanContent, language: LanguageCode): Fields => ({
  ...prose<PlanField>(words, planFields, language, plan.language),
  lead: plain([plan.lead, ...plan.facilitators].join(', ')),
  startsOn: plain(plan.startsOn),
  endsOn: plain(plan.endsOn),
})

const fieldsOf = (item: ContentItem, language: LanguageCode): Fields => ({
  ...prose<ItemField>(item.words, itemFields, language, item.language),
  code: plain(item.code),
  lead: plain(item.lead),
  startsOn: plain(item.startsOn),
  deadline: plain([item.deadlineOn, item.deadlineTime].filter(Boolean).join(' ')),
  resources: plain([item.amount, item.currency, item.staffMonths].filter((one) => one !== null).join(' ')),
  parties: plain(item.parties.map(({ role, party }) => `${role} ${party}`).join(', ')),
  tags: plain(item.codes.map(({ code }) => code).join(', ')),
  links: plain(item.links.map(({ record }) => record).join(', ')),
  indicators: plain(item.indicators.map((one) => indicatorWords(one, language)).join('; ')),
})

/** What is measured, and where it begins and is to end. */
function indicatorWords(
  { words, baseline, target, per, language: original }: ContentIndicator,
  language: LanguageCode,
) {
  const name = words[language]?.name?.text ?? words[original]?.name?.text ?? ''
  const from = baseline.state === 'none' ? '' : `${rounded(valueOf(baseline, per))} (${baseline.year}) → `
  return `${name}: ${from}${rounded(target.value)} (${target.year})`
}

const rounded = (value: number): number => Math.round(value * 100) / 100

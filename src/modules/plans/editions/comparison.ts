import type { LanguageCode } from '#platform/languages.ts'
import { arrow } from '#platform/ui/format.ts'
import { wordDifference, type Segment } from '#platform/word-difference.ts'
import type { Said } from '#platform/web/shapes.ts'
import type { Deadline } from '../deadline.ts'
import {
  itemFields,
  type ItemCode,
  type ItemField,
  type ItemLink,
  type ItemResources,
  type Party,
} from '../item.ts'
import { planFields, type PlanField } from '../plan.ts'
import { valueOf } from '../indicators/indicator.ts'
import { keptSaid } from './kept-said.ts'
import type { ContentIndicator, ContentItem, KeptWords, PlanContent } from './plan-content.ts'

/** What became of an item from one content to the other. */
export const fates = ['new', 'changed', 'kept', 'split', 'dropped', 'gone'] as const

export type Fate = (typeof fates)[number]

/** One of a list, such as a partner: the code by which it is the same before and after, and its name. */
export type ListedName = { code: string; name: Said }

export type ChangedField = {
  field: string
  /** As it is stored: of lists the codes. */
  before: string
  after: string
  /** The same for people, with what differs. Null of a list, which tells what came and what went instead. */
  words: Segment[] | null
  came: ListedName[]
  went: ListedName[]
}

export type ComparedItem = {
  fate: Fate
  before: ContentItem | null
  after: ContentItem | null
  /** Of what was split since: the item of which this is a part. */
  partOf: ContentItem | null
  changes: ChangedField[]
}

/** How a content is told to a reader: dates and sums in words, and names that stand for codes. */
export type FieldWords = {
  language: LanguageCode
  day: (day: string) => string
  deadline: (deadline: Deadline) => string
  resources: (of: ItemResources) => string
  body: (id: string) => Said
  party: (of: Party) => Said
  tag: (of: ItemCode) => Said
  record: (of: ItemLink) => Said
}

export type Comparison = { plan: ChangedField[]; items: ComparedItem[]; counts: Record<Fate, number> }

/**
 * Two contents of plans of one series, item by item: those with the same lineage are the same, wherever they stand. An item that was
 * split stands beside its first part; the other parts are new.
 */
export function compareContents(before: PlanContent, after: PlanContent, words: FieldWords): Comparison {
  const earlier = firstOfLineage(before.items.filter(isActive))
  const taken = new Set<string>()
  const items = after.items.map((item): ComparedItem => {
    const old =
      taken.has(item.lineage) || item.state !== 'active' ? null : (earlier.get(item.lineage) ?? null)
    if (old !== null) taken.add(item.lineage)
    return compared(old, item, earlier.get(item.lineage) ?? null, { before, after, words })
  })
  const gone = before.items
    .filter((old) => isActive(old) && !after.items.some(({ lineage }) => lineage === old.lineage))
    .map((item): ComparedItem => ({ fate: 'gone', before: item, after: null, partOf: null, changes: [] }))
  const splitNow = new Map(before.items.filter(isActive).map((item) => [item.id, item]))
  const all = [...items.filter(isWorthTelling), ...gone].map((one) => ({
    ...one,
    partOf: splitNow.get(one.after?.splitFrom ?? '') ?? null,
  }))
  return {
    plan: changedFields(headerOf(before, words), headerOf(after, words)),
    items: all,
    counts: Object.fromEntries(
      fates.map((fate) => [fate, all.filter((item) => item.fate === fate).length]),
    ) as Record<Fate, number>,
  }
}

const isActive = ({ state }: ContentItem): boolean => state === 'active'

/** What was split or dropped before the first of the two need not be told again. */
const isWorthTelling = ({ fate, before }: ComparedItem): boolean =>
  (fate !== 'split' && fate !== 'dropped') || before !== null

const firstOfLineage = (items: readonly ContentItem[]): Map<string, ContentItem> =>
  new Map(items.toReversed().map((item) => [item.lineage, item]))

function compared(
  old: ContentItem | null,
  item: ContentItem,
  ofLineage: ContentItem | null,
  { before, after, words }: { before: PlanContent; after: PlanContent; words: FieldWords },
): ComparedItem {
  const told = { after: item, partOf: null }
  if (item.state !== 'active')
    return { ...told, fate: item.state, before: ofLineage?.id === item.id ? ofLineage : null, changes: [] }
  if (old === null) return { ...told, fate: 'new', before: null, changes: [] }
  const changes = changedFields(fieldsOf(old, before, words), fieldsOf(item, after, words))
  return { ...told, fate: changes.length === 0 ? 'kept' : 'changed', before: old, changes }
}

type Field =
  | { kind: 'prose'; text: string }
  /** A day, a number, a sum: as it is stored, and for people. */
  | { kind: 'fact'; text: string; words: string }
  | { kind: 'list'; names: ListedName[] }

type Fields = Record<string, Field>

/** Each field that differs: prose with the words that do, lists with what came and what went. */
function changedFields(before: Fields, after: Fields): ChangedField[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((field): ChangedField[] => {
    const [old, now] = [before[field], after[field]]
    const [oldText, newText] = [storedText(old), storedText(now)]
    if (oldText === newText) return []
    const isList = old?.kind === 'list' || now?.kind === 'list'
    return [
      {
        ...{ field, before: oldText, after: newText },
        words: isList ? null : wordsOf(old, now),
        came: isList ? missingIn(now, old) : [],
        went: isList ? missingIn(old, now) : [],
      },
    ]
  })
}

const storedText = (field: Field | undefined): string => {
  if (field === undefined) return ''
  return field.kind === 'list' ? field.names.map(({ code }) => code).join(', ') : field.text
}

const shownText = (field: Field | undefined): string => {
  if (field === undefined || field.kind === 'list') return ''
  return field.kind === 'fact' ? field.words : field.text
}

function wordsOf(old: Field | undefined, now: Field | undefined): Segment[] {
  const [before, after] = [shownText(old), shownText(now)]
  if (old?.kind === 'prose' || now?.kind === 'prose') return setApart(wordDifference(before, after))
  return setApart([
    ...(before === '' ? [] : [{ kind: 'removed' as const, text: before }]),
    ...(after === '' ? [] : [{ kind: 'added' as const, text: after }]),
  ])
}

/** A word that took the place of another does not run into it. */
const setApart = (segments: readonly Segment[]): Segment[] =>
  segments.flatMap((segment, place): Segment[] => {
    const last = segments[place - 1]
    const meets =
      last !== undefined &&
      last.kind !== 'same' &&
      segment.kind !== 'same' &&
      /\S$/u.test(last.text) &&
      /^\S/u.test(segment.text)
    return meets ? [{ kind: 'same', text: ' ' }, segment] : [segment]
  })

const missingIn = (field: Field | undefined, other: Field | undefined): ListedName[] => {
  const there = new Set(other?.kind === 'list' ? other.names.map(({ code }) => code) : [])
  return field?.kind === 'list' ? field.names.filter(({ code }) => !there.has(code)) : []
}

const fact = (text: string | null, words: string): Field => ({ kind: 'fact', text: text ?? '', words })

const day = (on: string | null, words: FieldWords): Field => fact(on, on === null ? '' : words.day(on))

const list = <Of>(all: readonly Of[], code: (one: Of) => string, name: (one: Of) => Said): Field => ({
  kind: 'list',
  names: all.map((one) => ({ code: code(one), name: name(one) })),
})

const prose = <Name extends string>(
  words: KeptWords<Name>,
  fields: readonly Name[],
  language: LanguageCode,
  original: LanguageCode,
): Fields =>
  Object.fromEntries(
    fields.map((field) => {
      const text = words[language]?.[field]?.text ?? words[original]?.[field]?.text ?? ''
      return [field, { kind: 'prose', text }]
    }),
  )

const headerOf = ({ plan, words }: PlanContent, told: FieldWords): Fields => ({
  ...prose<PlanField>(words, planFields, told.language, plan.language),
  lead: list([plan.lead, ...plan.facilitators], String, told.body),
  startsOn: day(plan.startsOn, told),
  endsOn: day(plan.endsOn, told),
})

function fieldsOf(item: ContentItem, { plan: { zone } }: PlanContent, told: FieldWords): Fields {
  const { deadlineOn, deadlineTime, parties } = item
  const deadline = [deadlineOn ?? '', deadlineTime ?? ''].filter(Boolean).join(' ')
  const partiesIn = (role: Party['role']) =>
    list(
      parties.filter((one) => one.role === role),
      ({ party }) => party,
      told.party,
    )
  return {
    ...prose<ItemField>(item.words, itemFields, told.language, item.language),
    code: fact(item.code, item.code),
    lead: list(item.lead === null ? [] : [item.lead], String, told.body),
    startsOn: day(item.startsOn, told),
    deadline: fact(
      deadline,
      deadlineOn === null ? '' : told.deadline({ on: deadlineOn, time: deadlineTime, zone }),
    ),
    resources: fact(
      [item.amount, item.currency, item.staffMonths].filter((one) => one !== null).join(' '),
      told.resources(item),
    ),
    contributors: partiesIn('contributor'),
    partners: partiesIn('partner'),
    tags: list(
      item.codes.toSorted((a, b) => byNumber.compare(a.code, b.code)),
      ({ code }) => code,
      told.tag,
    ),
    links: list(item.links, ({ record }) => record, told.record),
    indicators: list(
      item.indicators.map((one) => indicatorName(one, told.language)),
      ({ text }) => text,
      (name) => name,
    ),
  }
}

/** What is measured, and where it begins and is to end. */
function indicatorName(
  { words, baseline, target, per, language: original }: ContentIndicator,
  language: LanguageCode,
): Said {
  const name = keptSaid(words, 'name', language, original)
  const from =
    baseline.state === 'none'
      ? ''
      : `${rounded(valueOf(baseline, per))} (${baseline.year}) ${arrow(language)} `
  const figures = `${from}${rounded(target.value)} (${target.year})`
  return { language: original, ...name, text: `${name?.text ?? ''}: ${figures}` }
}

/** 9.c before 17.6. Made once: a collator is dear to make. */
const byNumber = new Intl.Collator('en', { numeric: true })

const rounded = (value: number): number => Math.round(value * 100) / 100

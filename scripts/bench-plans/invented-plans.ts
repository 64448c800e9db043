import type { IndicatorContent, IndicatorField } from '#modules/plans/indicators/indicator.ts'
import type { ItemContent } from '#modules/plans/item-row-commands.ts'
import type { ItemField, ItemLink } from '#modules/plans/item.ts'
import type { PlanField } from '#modules/plans/plan.ts'
import { plusDays } from '#modules/plans/progress/period.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { chanceOf, inventedText, type Vocabulary } from '../search/invented-documents.ts'
import { inventedComments, type InventedComment } from './invented-comments.ts'
import { inventedReports, periodsOf, type InventedReport } from './invented-reports.ts'

/** How much there is in all plans together. */
export type Size = { plans: number; items: number; reports: number; periods: number }

/** Records of the register to which items are linked. */
export type Cited = { duties: readonly string[]; provisions: readonly string[] }

/** Some fields in each language. */
type InSix<Field extends string> = Record<LanguageCode, Record<Field, string>>

export type InventedItem = {
  /** Place of the item above in the list; null at the top. */
  above: number | null
  level: 'objective' | 'outcome' | 'activity' | 'output'
  words: InSix<ItemField>
  content: ItemContent
  links: ItemLink[]
  indicator: {
    words: InSix<IndicatorField>
    content: IndicatorContent
    actuals: { on: string; value: number }[]
  } | null
}

export type InventedPlan = {
  language: LanguageCode
  actionLine: string
  lead: string
  startsOn: string
  endsOn: string
  words: InSix<PlanField>
  items: InventedItem[]
  periods: number
  comments: InventedComment[]
  reports: InventedReport[]
}

export const lastDay = '2026-12-31'

/** One road map for each action line; the same size always gives the same plans. */
export function inventedPlans(size: Size, vocabulary: Vocabulary, cited: Cited): InventedPlan[] {
  return lines.slice(0, size.plans).map(([actionLine, lead], number) => {
    const chance = chanceOf((number + 1) * 2_654_435_761)
    const language = languageCodes[number % languageCodes.length] ?? 'en'
    const startsOn = `${2027 - Math.ceil(size.periods / 4)}-01-01`
    const source: Source = { vocabulary, cited, chance, startsOn }
    const items = levelsOf(shareOf(size.items, size.plans, number)).map((place) => ({
      ...place,
      ...inventedItem(source, place.level),
    }))
    const leaves = items.flatMap(({ level }, place) => (level === 'output' ? [place] : []))
    const periods = periodsOf(startsOn, lastDay)
    return {
      ...{ language, actionLine, lead, startsOn, endsOn: lastDay, items, periods: periods.length },
      words: inSix(source, { title: 7, vision: 30, context: 60, risks: 20 }),
      comments: inventedComments(items.length, (words) => said(source, language, words), chance),
      reports: inventedReports(
        { leaves, periods, count: shareOf(size.reports, size.plans, number) },
        (words) => said(source, language, words),
        chance,
      ),
    }
  })
}

const shareOf = (all: number, among: number, place: number): number =>
  Math.floor((all * (place + 1)) / among) - Math.floor((all * place) / among)

/** Action lines with bodies that lead them. */
const lines = [
  ...(['C2', 'C5', 'C6', 'C4'] as const).map((line) => [line, 'itu'] as const),
  ...(['C3', 'C8', 'C9', 'C10', 'C7 e-learning', 'C7 e-science'] as const).map(
    (line) => [line, 'unesco'] as const,
  ),
  ...(['C1', 'C11', 'C7 e-government'] as const).map((line) => [line, 'undesa'] as const),
  ['C7 e-business', 'unctad'],
  ['C7 e-health', 'who'],
  ['C7 e-employment', 'ilo'],
  ['C7 e-environment', 'wmo'],
  ['C7 e-agriculture', 'fao'],
] as const

type Place = Pick<InventedItem, 'above' | 'level'>

/** A branch of a road map in the order in which it is read; larger plans have several. */
const branch = [
  ...['objective', 'outcome', 'activity', 'output', 'output', 'output', 'activity', 'output', 'output'],
  ...['outcome', 'activity', 'output', 'output', 'activity', 'output', 'output', 'output'],
] as InventedItem['level'][]

function levelsOf(count: number): Place[] {
  const order = ['objective', 'outcome', 'activity', 'output'] as const
  const last = new Map<string, number>()
  return Array.from({ length: count }, (_, place) => {
    const level = branch[place % branch.length] ?? 'output'
    const above = order[order.indexOf(level) - 1]
    last.set(level, place)
    return { level, above: above === undefined ? null : (last.get(above) ?? null) }
  })
}

export type Source = { vocabulary: Vocabulary; cited: Cited; chance: () => number; startsOn: string }

function inventedItem(source: Source, level: InventedItem['level']): Omit<InventedItem, 'above' | 'level'> {
  const { chance, cited, startsOn } = source
  const isLeaf = level === 'output'
  const from = plusDays(startsOn, Math.floor(chance() * 300))
  const days = Math.floor((Date.parse(lastDay) - Date.parse(from)) / 86_400_000)
  const amount = isLeaf && chance() < 0.5 ? 1000 * Math.ceil(chance() * 200) : null
  const links: ItemLink[] = [
    ...(isLeaf && chance() < 0.4 ? [{ kind: 'provision', record: one(cited.provisions, chance) }] : []),
    ...(isLeaf && chance() < 0.3 ? [{ kind: 'duty', record: one(cited.duties, chance) }] : []),
  ]
  return {
    words: inSix(source, { title: 8, text: 30, result: isLeaf ? 12 : 0, risks: isLeaf ? 8 : 0 }),
    content: {
      lead: isLeaf && chance() < 0.3 ? one(bodies, chance) : null,
      parties: isLeaf ? [{ role: 'partner', kind: 'body', party: one(bodies, chance) }] : [],
      codes: [
        { tree: 'sdg-targets', code: one(targets, chance) },
        ...(chance() < 0.5
          ? [{ tree: 'gdc-objectives' as const, code: one(['1', '2', '3', '4', '5'], chance) }]
          : []),
        ...(chance() < 0.4 ? [{ tree: 'countries' as const, code: one(countries, chance) }] : []),
      ],
      startsOn: isLeaf || level === 'activity' ? from : null,
      deadlineOn: isLeaf || level === 'activity' ? plusDays(from, Math.floor(chance() * days)) : null,
      deadlineTime: null,
      amount,
      currency: amount === null ? null : 'CHF',
      staffMonths: isLeaf ? Math.ceil(chance() * 24) : null,
    },
    links,
    indicator: isLeaf && chance() < 0.4 ? inventedIndicator(source) : null,
  }
}

const bodies = ['itu-bdt', 'itu-tsb', 'itu-br', 'itu-gs', 'unicef', 'unwomen', 'undp', 'upu', 'unido', 'itc']
const targets = [
  '1.4',
  '2.3',
  '3.8',
  '4.3',
  '4.4',
  '5.b',
  '8.2',
  '9.1',
  '9.c',
  '10.2',
  '11.3',
  '16.10',
  '17.6',
  '17.8',
]
const countries = [
  'KE',
  'BR',
  'IN',
  'FR',
  'EG',
  'CN',
  'KZ',
  'FJ',
  'SN',
  'CO',
  'JO',
  'GA',
  'PE',
  'NG',
  'VN',
  'SB',
]

const inventedIndicator = (source: Source): NonNullable<InventedItem['indicator']> => ({
  words: inSix(source, { name: 6, definition: 20, unit: 1, source: 3, note: 0 }),
  content: {
    ...{ frequency: 'yearly', direction: 'up', disaggregation: ['sex'], dimensions: [], per: null },
    baseline: { state: 'measured', year: 2022, value: 10, numerator: null, denominator: null },
    target: { value: 100, year: 2026 },
  },
  actuals: [2023, 2024, 2025].map((year) => ({
    on: `${year}-12-31`,
    value: Math.ceil(source.chance() * 100),
  })),
})

/** So many words of each field in each language. */
const inSix = <Field extends string>(source: Source, lengths: Record<Field, number>): InSix<Field> =>
  Object.fromEntries(
    languageCodes.map((language) => [
      language,
      Object.fromEntries(
        Object.entries<number>(lengths).map(([field, words]) => [field, said(source, language, words)]),
      ),
    ]),
  ) as InSix<Field>

const said = ({ vocabulary, chance }: Source, language: LanguageCode, words: number): string =>
  words === 0 ? '' : inventedText(vocabulary[language], language, words, chance)

const one = <One>(of: readonly One[], chance: () => number): One => {
  const chosen = of[Math.floor(chance() * of.length)]
  if (chosen === undefined) throw new Error('there is nothing to choose from')
  return chosen
}

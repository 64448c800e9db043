import { progressKeys } from '#modules/activities/index.ts'
import { cadenceKeys, stateKeys } from '#modules/mandates/index.ts'
import { purposeKeys, ratingKeys, standingKeys } from '#modules/plans/index.ts'
import {
  inLanguage,
  isLanguageCode,
  languages,
  type LanguageCode,
  type Translated,
} from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { dateRange, number } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import { nameKey } from './label-queries.ts'
import type { ListColumn } from './listed.ts'
import type { Dimension, PartQuery, SourceName, UsualQuery, View } from './part.ts'
import type { Period } from './result.ts'

type Reader = Pick<Visit, 't' | 'language'>

/** A value as a reader's language calls it: by its name in data, by the messages, or as it is. */
export function valueLabel(
  { t, language }: Reader,
  labels: Record<string, Translated>,
  dimension: Dimension,
  value: string,
): string {
  const name = inLanguage(labels[nameKey(dimension, value)] ?? {}, language)?.text
  if (name !== undefined) return isNumbered.has(dimension) ? `${value} · ${name}` : name
  if (dimension === 'language' && isLanguageCode(value)) return languages[value].endonym
  const key = worded[dimension]?.[value]
  return key === undefined ? value : t(key)
}

/** Codes whose number people know. */
const isNumbered = new Set<Dimension>(['action-line', 'sdg', 'gdc'])

const ratingsWorded = { ...ratingKeys, 'no-report': 'reports.no-report' } as const

/** Values that the messages word, by dimension; no others can be asked for. */
export const worded: Partial<Record<Dimension, Record<string, MessageKey>>> = {
  state: stateKeys,
  cadence: cadenceKeys,
  status: progressKeys,
  rating: ratingsWorded,
  'author-rating': ratingsWorded,
  standing: standingKeys,
  measured: { yes: 'reports.proof.measured.yes', no: 'reports.proof.measured.no' },
  purpose: purposeKeys,
}

export const sourceKeys = {
  activities: 'reports.source.activities',
  duties: 'reports.source.duties',
  plans: 'reports.source.plans',
  indicators: 'reports.proof.source.indicators',
  matrix: 'reports.proof.source.matrix',
} as const satisfies Record<SourceName, MessageKey>

export const usualKeys = {
  cases: 'reports.proof.usual.cases',
  duties: 'reports.proof.usual.duties',
  matrix: 'reports.proof.usual.matrix',
  progress: 'reports.proof.usual.progress',
  reporting: 'reports.proof.usual.reporting',
} as const satisfies Record<UsualQuery, MessageKey>

export const viewKeys = {
  figure: 'reports.view.figure',
  table: 'reports.view.table',
  chart: 'reports.view.chart',
  map: 'reports.view.map',
  list: 'reports.view.list',
} as const satisfies Record<View, MessageKey>

export const dimensionKeys = {
  'action-line': 'reports.dimension.action-line',
  sdg: 'reports.dimension.sdg',
  gdc: 'reports.dimension.gdc',
  country: 'reports.dimension.country',
  region: 'reports.dimension.region',
  group: 'reports.dimension.group',
  type: 'reports.dimension.type',
  stakeholder: 'reports.dimension.stakeholder',
  year: 'reports.dimension.year',
  status: 'reports.dimension.status',
  language: 'reports.dimension.language',
  state: 'reports.dimension.state',
  addressee: 'reports.dimension.addressee',
  recipient: 'reports.dimension.recipient',
  cadence: 'reports.dimension.cadence',
  rating: 'reports.dimension.rating',
  'author-rating': 'reports.proof.dimension.author-rating',
  standing: 'reports.proof.dimension.standing',
  plan: 'reports.proof.dimension.plan',
  measured: 'reports.proof.dimension.measured',
  purpose: 'reports.dimension.purpose',
  lead: 'reports.dimension.lead',
} as const satisfies Record<Dimension, MessageKey>

/** Heads of the columns of lists that nothing is counted by. */
export const columnKeys = {
  ...dimensionKeys,
  baseline: 'reports.proof.column.baseline',
  target: 'reports.proof.column.target',
  last: 'reports.proof.column.last',
} as const satisfies Record<ListColumn, MessageKey>

/** What the records of lists stand within. */
export const withinKeys = {
  activities: 'reports.proof.column.organization',
  duties: 'reports.proof.column.duty',
  plans: 'reports.proof.dimension.plan',
  indicators: 'reports.proof.column.item',
  matrix: 'reports.proof.source.matrix',
} as const satisfies Record<SourceName, MessageKey>

/** A question in words: 'Entries of the Stocktaking · by Action line · ITU region: Africa · 1 January – 31 December 2026'. */
export function partWords(
  reader: Reader,
  { query, labels }: { query: PartQuery; labels: Record<string, Translated> },
  period: Period,
): string {
  const { t, language } = reader
  const filters = Object.entries(query.filters) as [Dimension, string][]
  return [
    t(sourceKeys[query.source]),
    ...[query.by, query.across].flatMap((one) =>
      one === null ? [] : [t('reports.by', { dimension: t(dimensionKeys[one]) })],
    ),
    ...filters.map(([name, value]) =>
      t('reports.filtered', {
        dimension: t(dimensionKeys[name]),
        value: valueLabel(reader, labels, name, value),
      }),
    ),
    ...(query.inPeriod ? [dateRange(language, period.from, period.to)] : []),
  ].join(' · ')
}

export const written = ({ language }: Pick<Reader, 'language'>, count: number): string =>
  number(language, count)

/** What a record counted for, from how an edition keeps it: 'C2 · Infrastructure, C5 · Trust; 2025'. */
export function stoodIn(
  reader: Reader,
  labels: Record<string, Translated>,
  { by, across }: Pick<PartQuery, 'by' | 'across'>,
  stood: string,
): string {
  const asked = [by, across].filter((one) => one !== null)
  return stood
    .split('\t')
    .map((values, place) => {
      const dimension = asked[place]
      return values === '' || dimension === undefined
        ? '–'
        : values
            .split(' ')
            .map((value) => valueLabel(reader, labels, dimension, value))
            .join(reader.t('words.comma'))
    })
    .join('; ')
}

/** A head of a column: where a language has capitals, it begins with one. */
export const headWords = (language: LanguageCode, words: string): string =>
  words.slice(0, 1).toLocaleUpperCase(languages[language].locale) + words.slice(1)

type Left = { none: number; noColumn: number } & Pick<PartQuery, 'by' | 'across'> & {
    filters: Record<string, string>
  }

/** What a table or chart does not show, and what it shows beside what was asked for, in words. */
export const left = ({ t }: Pick<Reader, 't'>, { none, noColumn, by, across, filters }: Left): string[] => [
  ...(none > 0 && by !== null
    ? [t('reports.noted.none', { count: none, dimension: t(dimensionKeys[by]) })]
    : []),
  ...(noColumn > 0 && across !== null
    ? [t('reports.noted.none', { count: noColumn, dimension: t(dimensionKeys[across]) })]
    : []),
  ...(by === 'country' && (filters['region'] ?? filters['group']) !== undefined
    ? [t('reports.noted.countries')]
    : []),
]

import type { FrameworkNode } from '#modules/frameworks/index.ts'
import { isLanguageCode, languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import type { Code } from '#platform/sheets/nearest-code.ts'
import type { Table, TableColumn } from '#platform/sheets/table.ts'
import { licences, type Licence } from '../activity.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import {
  progressStates,
  proseFields,
  reaches,
  type ActivityContent,
  type LineTag,
  type ProseField,
  type Tag,
} from '../content.ts'

/** An entry as a row of a file. */
export type ActivityRow = {
  id: string
  externalKey: string | null
  organization: string | null
  call: string | null
  language: LanguageCode
  licence: Licence
  state: string
  revision: number | null
  changedOn: string | null
  example: boolean
  content: ActivityContent
}

/** What a row of a file says; what it does not say stays as it is. */
export type ActivityDraft = {
  id?: string | null
  externalKey?: string | null
  organization?: string | null
  call?: string | null
  language?: LanguageCode | null
  licence?: Licence | null
  content: Partial<ActivityContent>
  /** Reasons stand in columns of their own, in the order of the codes. */
  whys: Partial<Record<TagField, readonly string[]>>
  themes?: readonly string[]
}

export type TagField = 'actionLines' | 'sdgs' | 'gdc' | 'beneficiaries'

type Column = TableColumn<ActivityRow, ActivityDraft>

/** Entries as they go out and come in, in CSV, XLSX and JSON alike. Files and pictures stay where they are. */
export const activityTable = (
  codes: ActivityCodes,
  organizations: readonly Code[],
  calls: readonly Code[] = [],
): Table<ActivityRow, ActivityDraft> => ({
  draft: () => ({ content: {}, whys: {} }),
  columns: [
    ...identity(organizations, calls),
    ...texts(['title']),
    ...facts(codes),
    ...texts(proseFields.filter((field) => field !== 'title')),
    ...tags(codes),
    ...outOnly,
  ],
})

const identity = (organizations: readonly Code[], calls: readonly Code[]): Column[] => [
  {
    name: 'id',
    label: 'activities.code',
    kind: 'text',
    read: ({ id }) => id,
    write: (draft, value) => void (draft.id = value),
  },
  {
    name: 'external_key',
    label: 'activities.column.external_key',
    kind: 'text',
    read: ({ externalKey }) => externalKey,
    write: (draft, value) => void (draft.externalKey = value),
  },
  {
    name: 'organization',
    label: 'activities.field.organization',
    kind: 'code',
    codes: organizations,
    read: ({ organization }) => organization,
    write: (draft, value) => void (draft.organization = value),
  },
  {
    name: 'call',
    label: 'calls.answers',
    kind: 'code',
    codes: calls,
    read: ({ call }) => call,
    write: (draft, value) => void (draft.call = value),
  },
  {
    name: 'language',
    label: 'activities.field.language',
    kind: 'code',
    codes: languageCodes.map((code) => ({ code, labels: { [code]: languages[code].endonym } })),
    read: ({ language }) => language,
    write: (draft, value) => void (draft.language = value !== null && isLanguageCode(value) ? value : null),
  },
  {
    name: 'licence',
    label: 'activities.field.licence',
    kind: 'code',
    codes: plain(licences),
    read: ({ licence }) => licence,
    write: (draft, value) => void (draft.licence = licences.find((one) => one === value) ?? null),
  },
]

const texts = (fields: readonly ProseField[]): Column[] =>
  fields.map((field) => ({
    name: field,
    label: `activities.field.${field}` as const,
    kind: 'text',
    read: ({ content }) => content[field],
    write: ({ content }, value) => void (content[field] = value ?? ''),
  }))

const facts = (codes: ActivityCodes): Column[] => [
  {
    name: 'type',
    label: 'activities.field.type',
    kind: 'code',
    codes: asCodes(codes['activity-types']),
    read: ({ content }) => content.type,
    write: ({ content }, value) => void (content.type = value),
  },
  {
    name: 'website',
    label: 'activities.field.website',
    kind: 'text',
    read: ({ content }) => content.website,
    write: ({ content }, value) => void (content.website = value?.trim() ?? null),
  },
  {
    name: 'reach',
    label: 'activities.field.reach',
    kind: 'code',
    codes: plain(reaches),
    read: ({ content }) => content.reach,
    write: ({ content }, value) => void (content.reach = reaches.find((one) => one === value) ?? null),
  },
  {
    name: 'countries',
    label: 'activities.field.countries',
    kind: 'codes',
    codes: asCodes(codes.countries).map((one) => ({ ...one, knownAs: codes.knownAs.get(one.code) ?? {} })),
    read: ({ content }) => content.countries,
    write: ({ content }, value) => void (content.countries = [...(value ?? [])]),
  },
  {
    name: 'regions',
    label: 'activities.field.regions',
    kind: 'codes',
    codes: asCodes(codes['itu-regions']),
    read: ({ content }) => content.regions,
    write: ({ content }, value) => void (content.regions = [...(value ?? [])]),
  },
  {
    name: 'status',
    label: 'activities.field.status',
    kind: 'code',
    codes: plain(progressStates),
    read: ({ content }) => content.status,
    write: ({ content }, value) =>
      void (content.status = progressStates.find((one) => one === value) ?? null),
  },
  ...dates,
  ...budget,
]

const dates: Column[] = (['start', 'end'] as const).map((name): Column => ({
  name,
  label: `activities.field.${name}` as const,
  kind: 'text',
  read: ({ content }) => content[name],
  write: ({ content }, value) => void (content[name] = value?.trim() ?? null),
}))

const budget: Column[] = [
  {
    name: 'budget_amount',
    label: 'activities.field.amount',
    kind: 'number',
    read: ({ content }) => content.budget?.amount ?? null,
    write: ({ content }, value) =>
      void (content.budget = value === null ? null : { currency: '', ...content.budget, amount: value }),
  },
  {
    name: 'budget_currency',
    label: 'activities.field.currency',
    kind: 'text',
    read: ({ content }) => content.budget?.currency ?? null,
    write: ({ content }, value) => {
      if (content.budget) content.budget = { ...content.budget, currency: value?.trim().toUpperCase() ?? '' }
    },
  },
]

const tags = (codes: ActivityCodes): Column[] => [
  ...tagColumns(
    'action_lines',
    'actionLines',
    asCodes(codes['action-lines']).filter(({ code }) => code !== 'C7'),
  ),
  {
    name: 'themes',
    label: 'activities.field.themes',
    kind: 'codes',
    codes: asCodes(codes.themes),
    read: ({ content }) => content.actionLines.flatMap(({ themes }) => themes),
    write: (draft, value) => void (draft.themes = value ?? []),
  },
  ...tagColumns('sdgs', 'sdgs', [...asCodes(codes['sdg-targets']), ...asCodes(codes.sdgs)]),
  ...tagColumns('gdc', 'gdc', asCodes(codes['gdc-objectives'])),
  ...tagColumns('beneficiaries', 'beneficiaries', asCodes(codes.beneficiaries)),
  {
    name: 'geneva_targets',
    label: 'activities.field.genevaTargets',
    kind: 'codes',
    codes: asCodes(codes['geneva-targets']),
    read: ({ content }) => content.genevaTargets,
    write: ({ content }, value) => void (content.genevaTargets = [...(value ?? [])]),
  },
]

/** The codes in one column, and in the next the reasons in the same order; an empty reason keeps its place. */
const tagColumns = (name: string, field: TagField, codes: readonly Code[]): Column[] => [
  {
    name,
    label: `activities.field.${field}` as const,
    kind: 'codes',
    codes,
    read: ({ content }) => content[field].map(({ code }) => code),
    write: ({ content }, value) => {
      const given = (value ?? []).map((code) => ({ code, why: '', themes: [] }))
      if (field === 'actionLines') content.actionLines = given satisfies LineTag[]
      else content[field] = given.map(({ code, why }) => ({ code, why })) satisfies Tag[]
    },
  },
  {
    name: `${name}_why`,
    label: (t) => t('activities.column.why', { name: t(`activities.field.${field}`) }),
    kind: 'texts',
    read: ({ content }) =>
      content[field].some(({ why }) => why !== '') ? content[field].map(({ why }) => why) : [],
    write: (draft, value) => void (draft.whys[field] = value ?? []),
  },
]

const outOnly: Column[] = [
  { name: 'state', label: 'activities.filter.state', kind: 'text', read: ({ state }) => state },
  { name: 'revision', label: 'activities.revisions', kind: 'integer', read: ({ revision }) => revision },
  { name: 'changed', label: 'activities.changed', kind: 'day', read: ({ changedOn }) => changedOn },
  { name: 'example', label: 'activities.example-mark', kind: 'boolean', read: ({ example }) => example },
]

const asCodes = (nodes: Map<string, FrameworkNode>): Code[] =>
  [...nodes.values()].map(({ code, label }) => ({ code, labels: label }))

const plain = (values: readonly string[]): Code[] => values.map((code) => ({ code, labels: {} }))

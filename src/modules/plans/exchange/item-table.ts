import { isLanguageCode, languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import type { Code } from '#platform/sheets/nearest-code.ts'
import type { Table, TableColumn } from '#platform/sheets/table.ts'
import {
  itemFields,
  partyRoles,
  type Item,
  type ItemField,
  type ItemTree,
  type Party,
  type PartyRole,
} from '../item.ts'
import { columnOf, linkColumnNames, linkText, type LinkColumn } from './row-links.ts'

/** An item as a row of a file, with its words in the language in which it was written. */
export type ItemOut = { item: Item; words: Record<ItemField, string>; parentCode: string | null }

/** What a row of a file says; what it does not say stays as it is. */
export type ItemDraft = {
  id?: string | null
  code?: string | null
  /** The number of the item above. */
  parent?: string | null
  level?: string | null
  language?: LanguageCode | null
  words: Partial<Record<ItemField, string>>
  content: Partial<
    Pick<Item, 'lead' | 'startsOn' | 'deadlineOn' | 'deadlineTime' | 'amount' | 'currency' | 'staffMonths'>
  >
  parties: Partial<Record<PartyColumn, readonly string[]>>
  codes: Partial<Record<ItemTree, readonly string[]>>
  links: Partial<Record<LinkColumn, readonly string[]>>
}

export type PartyColumn = `${PartyRole} ${Party['kind']}`

/** The codes that cells may hold. */
export type ItemCodes = {
  levels: readonly Code[]
  bodies: readonly Code[]
  organizations: readonly Code[]
  trees: Record<ItemTree, readonly Code[]>
}

type Column = TableColumn<ItemOut, ItemDraft>

/** The items of a plan as they go out and come in, in CSV, XLSX and JSON alike. */
export const itemTable = (codes: ItemCodes): Table<ItemOut, ItemDraft> => ({
  draft: () => ({ words: {}, content: {}, parties: {}, codes: {}, links: {} }),
  columns: [
    ...identity(codes),
    ...itemFields.map(wordColumn),
    leadColumn(codes.bodies),
    ...partyRoles.flatMap((role) => [
      partyColumn(role, 'body', codes.bodies),
      partyColumn(role, 'organization', codes.organizations),
    ]),
    ...times,
    ...resources,
    ...treeColumns.map(([tree, name]) => treeColumn(tree, name, codes.trees[tree])),
    ...linkColumnNames.map(linkColumn),
    state,
  ],
})

const identity = ({ levels }: ItemCodes): Column[] => [
  {
    name: 'id',
    label: 'plan-import.column.id',
    kind: 'text',
    read: ({ item }) => item.id,
    write: (draft, value) => void (draft.id = value?.trim() ?? null),
  },
  {
    name: 'code',
    label: 'plan-import.column.code',
    kind: 'text',
    read: ({ item }) => item.code,
    write: (draft, value) => void (draft.code = value?.trim() ?? null),
  },
  {
    name: 'parent',
    label: 'plan-import.column.parent',
    kind: 'text',
    read: ({ parentCode }) => parentCode,
    write: (draft, value) => void (draft.parent = value?.trim() ?? null),
  },
  {
    name: 'level',
    label: 'plan-import.column.level',
    kind: 'code',
    codes: levels,
    read: ({ item }) => item.level,
    write: (draft, value) => void (draft.level = value),
  },
  {
    name: 'language',
    label: 'plan-import.column.language',
    kind: 'code',
    codes: languageCodes.map((code) => ({ code, labels: { [code]: languages[code].endonym } })),
    read: ({ item }) => item.language,
    write: (draft, value) => void (draft.language = value !== null && isLanguageCode(value) ? value : null),
  },
]

const wordColumn = (field: ItemField): Column => ({
  name: field,
  label: `plan-import.column.${field}`,
  kind: 'text',
  read: ({ words }) => words[field],
  write: ({ words }, value) => void (words[field] = (value ?? '').replaceAll('\r\n', '\n').trim()),
})

const leadColumn = (bodies: readonly Code[]): Column => ({
  name: 'lead',
  label: 'plan-import.column.lead',
  kind: 'code',
  codes: bodies,
  read: ({ item }) => item.lead,
  write: ({ content }, value) => void (content.lead = value),
})

const partyColumn = (role: PartyRole, kind: Party['kind'], codes: readonly Code[]): Column => ({
  name: kind === 'body' ? `${role}s` : `${role}_organizations`,
  label: `plan-import.column.${role}.${kind}`,
  kind: 'codes',
  codes,
  read: ({ item }) =>
    item.parties.filter((one) => one.role === role && one.kind === kind).map(({ party }) => party),
  write: ({ parties }, value) => void (parties[`${role} ${kind}`] = value ?? []),
})

const times: Column[] = [
  {
    name: 'starts_on',
    label: 'plan-import.column.starts-on',
    kind: 'day',
    read: ({ item }) => item.startsOn,
    write: ({ content }, value) => void (content.startsOn = value),
  },
  {
    name: 'deadline_on',
    label: 'plan-import.column.deadline-on',
    kind: 'day',
    read: ({ item }) => item.deadlineOn,
    write: ({ content }, value) => void (content.deadlineOn = value),
  },
  {
    name: 'deadline_time',
    label: 'plan-import.column.deadline-time',
    kind: 'text',
    read: ({ item }) => item.deadlineTime,
    write: ({ content }, value) => void (content.deadlineTime = value?.trim() ?? null),
  },
]

const resources: Column[] = [
  {
    name: 'amount',
    label: 'plan-import.column.amount',
    kind: 'number',
    read: ({ item }) => item.amount,
    write: ({ content }, value) => void (content.amount = rounded(value, 100)),
  },
  {
    name: 'currency',
    label: 'plan-import.column.currency',
    kind: 'text',
    read: ({ item }) => item.currency,
    write: ({ content }, value) => void (content.currency = value?.trim().toUpperCase() ?? null),
  },
  {
    name: 'staff_months',
    label: 'plan-import.column.staff-months',
    kind: 'number',
    read: ({ item }) => item.staffMonths,
    write: ({ content }, value) => void (content.staffMonths = rounded(value, 10)),
  },
]

/** As exact as the database keeps it, so that what came in once is not a change the second time. */
const rounded = (value: number | null, parts: number): number | null =>
  value === null ? null : Math.round(value * parts) / parts

const treeColumns = [
  ['action-lines', 'action_lines'],
  ['sdgs', 'sdgs'],
  ['sdg-targets', 'sdg_targets'],
  ['gdc-objectives', 'gdc_objectives'],
  ['countries', 'countries'],
  ['itu-regions', 'regions'],
] as const satisfies [ItemTree, string][]

const treeColumn = (tree: ItemTree, name: string, codes: readonly Code[]): Column => ({
  name,
  label: `plan-import.column.${tree}`,
  kind: 'codes',
  codes,
  read: ({ item }) => item.codes.filter((one) => one.tree === tree).map(({ code }) => code),
  write: (draft, value) => void (draft.codes[tree] = value ?? []),
})

const linkColumn = (name: LinkColumn): Column => ({
  name,
  label: `plan-import.column.${name}`,
  kind: 'texts',
  read: ({ item }) => item.links.filter((link) => columnOf(link) === name).map(linkText),
  write: ({ links }, value) => void (links[name] = value ?? []),
})

const state: Column = {
  name: 'state',
  label: 'plan-import.column.state',
  kind: 'text',
  read: ({ item }) => item.state,
}

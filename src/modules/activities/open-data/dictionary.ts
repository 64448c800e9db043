import type { FrameworkNode } from '#modules/frameworks/index.ts'
import { languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import type { ActivityCodes, CodeTree } from '../codes-queries.ts'
import { activityTable } from './activity-table.ts'
import { text, type OpenColumn, type OpenTable } from './open-table.ts'
import { tagTable, titleTable } from './part-tables.ts'

export type Words = Record<LanguageCode, Translate>

const treesInUse = [
  'action-lines',
  'themes',
  'sdgs',
  'sdg-targets',
  'gdc-objectives',
  'beneficiaries',
  'geneva-targets',
  'activity-types',
  'stakeholder-types',
  'countries',
  'itu-regions',
] as const satisfies readonly CodeTree[]

/** Every code that entries can have, with what it stands for. */
export const codeTable: OpenTable<ActivityCodes, FrameworkNode> = {
  name: 'codes',
  meaning: 'activities.open.table.codes',
  columns: [
    text('list', 'activities.open.field.list', ({ framework }) => framework),
    text('code', 'activities.code', ({ code }) => code),
    text('parent', 'activities.open.field.parent', ({ parent }) => parent),
    ...languageCodes.map((language) => ({
      ...text(
        `label_${language}`,
        'activities.open.field.label',
        ({ label }: FrameworkNode) => label[language] ?? null,
      ),
      of: { language },
    })),
  ],
  rowsOf: (codes) => treesInUse.flatMap((tree) => [...codes[tree].values()]),
}

type Described = { table: string; column: OpenColumn<never> }

/** What each column of each table means, in six languages. */
export const fieldTable = (words: Words): OpenTable<readonly Described[], Described> => ({
  name: 'fields',
  meaning: 'activities.open.table.fields',
  columns: [
    text('table', 'activities.open.field.table', ({ table }) => table),
    text('field', 'activities.open.field.field', ({ column }) => column.name),
    text('type', 'activities.open.field.type', ({ column }) => column.type),
    text('codes', 'activities.open.field.codes', ({ column: { codes } }) =>
      codes === undefined ? null : typeof codes === 'string' ? codes : codes.join('; '),
    ),
    ...languageCodes.map((language) => ({
      ...text(`meaning_${language}`, 'activities.open.field.meaning', ({ column }: Described) =>
        meaningOf(words[language], column),
      ),
      of: { language },
    })),
  ],
  rowsOf: (described) => described,
})

export function meaningOf(t: Translate, { meaning, of }: Pick<OpenColumn<never>, 'meaning' | 'of'>): string {
  if (of === undefined) return t(meaning)
  const field = 'key' in of ? t(of.key) : languages[of.language].endonym
  return t(meaning, { field })
}

/** All columns of all tables, those of this table too. */
export const describedColumns = (words: Words): Described[] =>
  [activityTable, tagTable, titleTable, codeTable, fieldTable(words)].flatMap(({ name, columns }) =>
    columns.map((column) => ({ table: name, column: column as OpenColumn<never> })),
  )

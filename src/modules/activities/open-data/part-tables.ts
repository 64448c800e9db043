import { languageCodes } from '#platform/languages.ts'
import { textStates } from '#platform/texts/texts.ts'
import type { CodeTree } from '../codes-queries.ts'
import type { OpenEntry, OpenTitle } from './open-entry.ts'
import { code, text, type OpenTable } from './open-table.ts'

type TagRow = { activity: string; kind: CodeTree; code: string; why: string }

const kindsOfTags = [
  'action-lines',
  'themes',
  'sdg-targets',
  'gdc-objectives',
  'beneficiaries',
  'geneva-targets',
] as const satisfies readonly CodeTree[]

/** A code with its sentence in a row, for those who count. */
export const tagTable: OpenTable<OpenEntry, TagRow> = {
  name: 'tags',
  meaning: 'activities.open.table.tags',
  columns: [
    text('activity', 'activities.open.field.id', ({ activity }) => activity),
    code('list', 'activities.open.field.list', kindsOfTags, ({ kind }) => kind),
    text('code', 'activities.code', (row) => row.code),
    text('why', 'activities.open.field.why-tag', ({ why }) => why),
  ],
  rowsOf: ({ id, actionLines, sdgs, gdc, beneficiaries, genevaTargets }) => {
    const tag = (kind: CodeTree, { code: own, why }: { code: string; why: string }): TagRow => ({
      activity: id,
      kind,
      code: own,
      why,
    })
    return [
      ...actionLines.map((one) => tag('action-lines', one)),
      ...actionLines.flatMap(({ themes }) => themes.map((theme) => tag('themes', { code: theme, why: '' }))),
      ...sdgs.map((one) => tag('sdg-targets', one)),
      ...gdc.map((one) => tag('gdc-objectives', one)),
      ...beneficiaries.map((one) => tag('beneficiaries', one)),
      ...genevaTargets.map((target) => tag('geneva-targets', { code: target, why: '' })),
    ]
  },
}

/** A title in a row: the original, and what translators and machines made of it. */
export const titleTable: OpenTable<OpenEntry, OpenTitle & { activity: string }> = {
  name: 'titles',
  meaning: 'activities.open.table.titles',
  columns: [
    text('activity', 'activities.open.field.id', ({ activity }) => activity),
    code('language', 'activities.open.field.language', languageCodes, ({ language }) => language),
    text('title', 'activities.field.title', ({ title }) => title),
    code('state', 'activities.open.field.translation', textStates, ({ state }) => state),
  ],
  rowsOf: ({ id, title, language, titles }) => [
    { activity: id, language, title, state: 'original' },
    ...titles.map((one) => ({ activity: id, ...one })),
  ],
}

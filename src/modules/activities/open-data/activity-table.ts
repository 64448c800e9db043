import { inLanguage, languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { cellOf } from '#platform/sheets/lists.ts'
import { licences, publicStates } from '../activity.ts'
import type { CodeTree } from '../codes-queries.ts'
import { progressStates, reaches, type ProseField, type Tag } from '../content.ts'
import type { OpenEntry } from './open-entry.ts'
import { code, text, type OpenColumn, type OpenTable } from './open-table.ts'

type Column = OpenColumn<OpenEntry>

const codeOfTag = ({ code: tag }: Tag): string => tag

const prose = (field: ProseField): Column => text(field, `activities.field.${field}`, (one) => one[field])

const codes = (
  name: string,
  meaning: MessageKey,
  tree: CodeTree,
  value: (entry: OpenEntry) => readonly string[],
): Column => ({ ...code(name, meaning, tree, (entry: OpenEntry) => cellOf(value(entry))), type: 'list' })

/** The sentences why, in the order of the codes. */
const whys = (name: string, key: MessageKey, tags: (entry: OpenEntry) => readonly Tag[]): Column => ({
  ...text(name, 'activities.open.field.why', (entry: OpenEntry) => {
    const sentences = tags(entry).map(({ why }) => why)
    return sentences.some((why) => why !== '') ? cellOf(sentences) : null
  }),
  type: 'list',
  of: { key },
  isLong: true,
})

const titles: readonly Column[] = languageCodes.map((language) => ({
  ...text(`title_${language}`, 'activities.open.field.title-in', (one: OpenEntry) =>
    language === one.language
      ? one.title
      : (one.titles.find((title) => title.language === language)?.title ?? null),
  ),
  of: { language },
}))

const uncheckedTitles = ({ titles: all }: OpenEntry): string =>
  cellOf(
    all.filter(({ state }) => state === 'machine' || state === 'outdated').map(({ language }) => language),
  )

const what: readonly Column[] = [
  text('id', 'activities.open.field.id', ({ id }) => id),
  text('address', 'activities.open.field.address', ({ address }) => address),
  { ...text('revision', 'activities.open.field.revision', ({ revision }) => revision), type: 'integer' },
  code('state', 'activities.filter.state', publicStates, ({ state }) => state),
  prose('title'),
  code('original_language', 'activities.original', languageCodes, ({ language }) => language),
  ...titles,
  {
    ...code('titles_unchecked', 'activities.open.field.unchecked', languageCodes, uncheckedTitles),
    type: 'list',
  },
  text('organization', 'activities.open.field.organization', (one) => one.organization?.id ?? null),
  text(
    'organization_name',
    'activities.field.organization',
    ({ organization: by, language }) => by && (inLanguage(by.name, language)?.text ?? by.id),
  ),
  text('organization_acronym', 'activities.open.field.acronym', (one) => one.organization?.acronym ?? null),
  code(
    'organization_type',
    'activities.filter.stakeholder',
    'stakeholder-types',
    (one) => one.organization?.type ?? null,
  ),
  code(
    'organization_country',
    'activities.open.field.seat',
    'countries',
    (one) => one.organization?.country ?? null,
  ),
  code('type', 'activities.field.type', 'activity-types', ({ type }) => type),
  text('website', 'activities.field.website', ({ website }) => website),
]

const where: readonly Column[] = [
  code('reach', 'activities.field.reach', reaches, ({ reach }) => reach),
  codes('countries', 'activities.field.countries', 'countries', ({ countries }) => countries),
  codes('regions', 'activities.field.regions', 'itu-regions', ({ regions }) => regions),
  code('status', 'activities.field.status', progressStates, ({ status }) => status),
  text('start', 'activities.open.field.start', ({ start }) => start),
  text('end', 'activities.open.field.end', ({ end }) => end),
]

const tags: readonly Column[] = [
  codes('action_lines', 'activities.field.actionLines', 'action-lines', (one) =>
    one.actionLines.map(codeOfTag),
  ),
  whys('action_lines_why', 'activities.field.actionLines', (one) => one.actionLines),
  codes('themes', 'activities.field.themes', 'themes', (one) =>
    one.actionLines.flatMap(({ themes }) => themes),
  ),
  codes('sdgs', 'activities.field.sdgs', 'sdg-targets', ({ sdgs }) => sdgs.map(codeOfTag)),
  whys('sdgs_why', 'activities.field.sdgs', ({ sdgs }) => sdgs),
  codes('gdc', 'activities.field.gdc', 'gdc-objectives', ({ gdc }) => gdc.map(codeOfTag)),
  whys('gdc_why', 'activities.field.gdc', ({ gdc }) => gdc),
  codes('beneficiaries', 'activities.field.beneficiaries', 'beneficiaries', (one) =>
    one.beneficiaries.map(codeOfTag),
  ),
  whys('beneficiaries_why', 'activities.field.beneficiaries', ({ beneficiaries }) => beneficiaries),
  codes('geneva_targets', 'activities.field.genevaTargets', 'geneva-targets', (one) => one.genevaTargets),
]

const rest: readonly Column[] = [
  {
    ...text('budget_amount', 'activities.open.field.amount', (one) => one.budget?.amount ?? null),
    type: 'number',
  },
  text('budget_currency', 'activities.open.field.currency', ({ budget }) => budget?.currency ?? null),
  prose('funding'),
  text('picture', 'activities.open.field.picture', ({ picture }) => picture?.address ?? null),
  {
    ...text('attachments', 'activities.open.field.attachments', (one) =>
      cellOf(one.attachments.map(({ address }) => address)),
    ),
    type: 'list',
  },
  code('licence', 'activities.field.licence', licences, ({ licence }) => licence),
  text('licence_address', 'activities.open.field.licence-address', (one) => one.licenceAddress),
  { ...text('first_published', 'activities.first-published', (one) => one.firstPublished), type: 'datetime' },
  { ...text('changed', 'activities.open.field.changed', ({ changed }) => changed), type: 'datetime' },
  { ...text('confirmed', 'activities.confirmed', ({ confirmed }) => confirmed), type: 'datetime' },
  { ...text('example', 'activities.open.field.example', ({ example }) => example), type: 'boolean' },
]

/** An entry in a row: all that it says. */
export const activityTable: OpenTable<OpenEntry, OpenEntry> = {
  name: 'activities',
  meaning: 'activities.open.table.activities',
  columns: [
    ...what,
    ...(['summary', 'objective', 'content', 'results'] as const).map(prose),
    ...where,
    ...tags,
    ...(['replicability', 'sustainability', 'values', 'partnerships', 'challenges', 'lessons'] as const).map(
      prose,
    ),
    ...rest,
  ],
  rowsOf: (entry) => [entry],
}

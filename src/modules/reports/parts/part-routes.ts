import { z } from 'zod'
import { activityCodes } from '#modules/activities/index.ts'
import type { Issue } from '#platform/errors.ts'
import { dayOf } from '#platform/ui/format.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { comparedPart } from '../freezing/compared-queries.ts'
import { comparedPartShape } from '../freezing/compared-shape.ts'
import { citationForms } from '../papers/cited-part.ts'
import { reportPaths } from '../paths.ts'
import { permitIn } from '../sections/section-commands.ts'
import { partsOf } from '../sections/section-queries.ts'
import { sectionInReport, type SectionInReport } from '../sections/section-routes.ts'
import { dropPart, savePart } from './part-commands.ts'
import { dropPartPage, partFormPage } from './pages/part-form-pages.ts'
import { partPage } from './pages/part-page.ts'
import {
  allDimensions,
  sources,
  usualQueries,
  usualQueryNames,
  views,
  type Dimension,
  type PartQuery,
} from './part.ts'
import { nameIn, valueNames } from './label-queries.ts'
import { partCsv } from './part-csv.ts'
import { worded } from './part-words.ts'
import type { Translated } from '#platform/languages.ts'

const short = z.string().max(120, rule('rule.code')).optional()

const partFields = z.strictObject({
  key: short,
  source: z.enum(sources),
  view: z.enum(views),
  by: short,
  across: short,
  'in-period': z.literal('yes').optional(),
  ...(Object.fromEntries(allDimensions.map((name) => [`filter-${name}`, short])) as Record<
    `filter-${Dimension}`,
    typeof short
  >),
})

export type TypedPart = z.infer<typeof partFields>

export type PartSubject = SectionInReport & {
  key: string | null
  query: PartQuery | null
  /** Values that a filter may have, with their names, where data know them all. */
  values: Partial<Record<Dimension, { value: string; name: Translated }[]>>
}

/** Live parts: how units ask for them, and the page of one with the records behind it. */
export function partRoutes(site: Site): void {
  site.form({
    path: reportPaths.newPart(':section'),
    name: 'new-report-part',
    summary: 'Puts a live part into a section: a figure, a table, a chart, a map or a list of records.',
    right: 'report-section.ask',
    fields: partFields,
    read: (visit, parameters) => partSubject(visit, parameters),
    page: partFormPage,
    act: (visit, subject, { fields, version }) => save(visit, subject, { fields, version, isNew: true }),
  })
  site.form({
    path: reportPaths.partForm(':section', ':key'),
    name: 'report-part-form',
    summary: 'Asks another question in the place of a live part.',
    right: 'report-section.ask',
    fields: partFields,
    read: (visit, parameters) => partSubject(visit, parameters, parameters['key']),
    page: partFormPage,
    act: (visit, subject, { fields, version }) => save(visit, subject, { fields, version, isNew: false }),
  })
  site.form({
    path: reportPaths.dropPart(':section', ':key'),
    name: 'report-part-drop',
    summary: 'Takes a live part out of a section.',
    right: 'report-section.ask',
    fields: z.strictObject({}),
    read: (visit, parameters) => partSubject(visit, parameters, parameters['key']),
    page: dropPartPage,
    act: async ({ db, actor, now: at }, { section: { id }, key }, { version }) => {
      await dropPart(db, { actor, at, section: id, revision: Number(version ?? 0), key: key ?? '' })
      return { to: reportPaths.section(id), done: 'plans.done.saved' }
    },
  })
  site.record({
    path: reportPaths.part(':report', ':key'),
    name: 'report-part',
    summary:
      'A live part with the records behind it: of a frozen report as they were counted then, as they would be counted now, and the difference.',
    query: z.strictObject({}),
    shape: comparedPartShape,
    read: (visit, { report = '', key = '' }) => comparedPart(visit, report, key),
    page: partPage,
    forms: {
      '.csv': { type: 'text/csv; charset=utf-8', write: (_visit, part) => partCsv(part) },
      ...citationForms,
    },
  })
}

async function partSubject(
  visit: Visit,
  parameters: PathParameters,
  key?: string,
): Promise<PartSubject | null> {
  const found = await sectionInReport(visit, parameters)
  if (found === null) return null
  permitIn(found.report, found.section, 'ask', visit)
  const known = await partsOf(visit.db, found.report.id)
  const part = known.find((one) => one.key === key && one.section === found.section.id)
  if (key !== undefined && part === undefined) return null
  const usual = usualQueryNames.find((name) => name === visit.query.get('ask'))
  const query = part?.query ?? (usual === undefined ? null : usualQueries[usual])
  return { ...found, key: part?.key ?? null, query, values: await filterValues(visit) }
}

async function filterValues({ db, now }: Visit): Promise<PartSubject['values']> {
  const codes = await activityCodes(db, dayOf(now))
  const names = await valueNames(db, now)
  const trees = {
    'action-line': codes['action-lines'],
    sdg: codes['sdgs'],
    gdc: codes['gdc-objectives'],
    region: codes['itu-regions'],
    group: codes['country-groups'],
    country: codes['countries'],
    type: codes['activity-types'],
    stakeholder: codes['stakeholder-types'],
  } as const
  const inTrees = Object.entries(trees).map(([dimension, tree]) => [
    dimension,
    [...tree.keys()].map((value) => ({
      value,
      name: nameIn(names, dimension as Dimension, value) ?? { en: value },
    })),
  ])
  const choices = (named: ReadonlyMap<string, Translated>) =>
    [...named].map(([value, name]) => ({ value, name }))
  const bodies = choices(names.bodies)
  return {
    ...Object.fromEntries(inTrees),
    ...{ addressee: bodies, recipient: bodies, lead: bodies },
    plan: choices(names.plans),
  }
}

type Sent = { fields: TypedPart; version: string | null; isNew: boolean }

async function save(
  { db, actor, now: at }: Visit,
  { section, key, values }: PartSubject,
  { fields, version, isNew }: Sent,
) {
  const query = queryOf(fields)
  const unknown = unknownValues(query, values)
  if (unknown.length > 0) return { issues: unknown }
  const { issues } = await savePart(db, {
    ...{ actor, at, section: section.id, revision: Number(version ?? 0), isNew },
    key: isNew ? (fields.key ?? '').trim() : (key ?? ''),
    query,
  })
  if (issues.length > 0) return { issues }
  return { to: reportPaths.section(section.id), done: 'plans.done.saved' as const }
}

/** Values that no list of codes knows: nothing would ever be counted. */
const unknownValues = ({ filters }: PartQuery, values: PartSubject['values']): Issue[] =>
  (Object.entries(filters) as [Dimension, string][]).flatMap(([name, value]) => {
    const words = worded[name]
    const known = words === undefined ? values[name] : Object.keys(words).map((one) => ({ value: one }))
    return known === undefined || known.some((one) => one.value === value)
      ? []
      : [{ field: `filter-${name}`, key: 'form.value.choice' as const }]
  })

/** The question as it was typed. */
function queryOf(typed: TypedPart): PartQuery {
  const dimension = (value: string | undefined) => (value ? (value as Dimension) : null)
  return {
    source: typed.source,
    view: typed.view,
    by: dimension(typed.by),
    across: dimension(typed.across),
    filters: Object.fromEntries(
      allDimensions.flatMap((name) => {
        const value = typed[`filter-${name}`]?.trim()
        return value ? [[name, value]] : []
      }),
    ),
    inPeriod: typed['in-period'] === 'yes',
  }
}

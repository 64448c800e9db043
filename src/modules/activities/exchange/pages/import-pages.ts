import { languageCodes, languages } from '#platform/languages.ts'
import { labelOf, type TableColumn } from '#platform/sheets/table.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, fileInput, formPart, selectInput } from '#platform/ui/form.ts'
import { dayOf, number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState, notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, dateText, pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { licences } from '../../activity.ts'
import { organizationLabel } from '../../entry/choices.ts'
import type { OrganizationChoice } from '../../entry/organization-queries.ts'
import { activityPaths } from '../../paths.ts'
import type { ActivityDraft, ActivityRow } from '../activity-table.ts'
import type { ImportRecord } from '../import-shape.ts'
import { importEndings, importModes, importPaths, rowOutcomes, type ActivityImport } from '../import.ts'
import { licenceKeys } from '../../licence-words.ts'

const crumbsOf = ({ t }: Visit) => [
  { label: t('activities.own'), path: activityPaths.myEntries },
  { label: t('activities.imports'), path: importPaths.list },
]

/** All files that somebody has brought. */
export function importsPage(visit: Visit, runs: ActivityImport[]): Page {
  const { t, language } = visit
  return {
    title: t('activities.imports'),
    unlisted: true,
    crumbs: crumbsOf(visit).slice(0, 1),
    main: html`${pageHead({ title: t('activities.imports'), lead: t('activities.imports.lead') })}
      <p class="buttons">
        <a class="button main" href="${linkTo(visit, importPaths.new)}">${t('activities.import')}</a>
      </p>
      <p>
        ${t('activities.imports.shape')}
        ${(['.csv', '.xlsx', '.jsonl'] as const).map((ending) => html`<a href="${linkTo(visit, '/entries/export')}${ending}">${ending.slice(1).toUpperCase()}</a> `)}
      </p>
      ${
        runs.length === 0
          ? emptyState({ title: t('activities.imports.none') })
          : table({
              id: 'imports',
              caption: t('activities.imports'),
              columns: [
                { label: t('activities.imports.file') },
                { label: t('activities.imports.state') },
                { label: t('activities.imports.rows') },
                { label: t('activities.imports.begun') },
              ],
              rows: runs.map((run) => [
                html`<a href="${linkTo(visit, importPaths.one(run.id))}">${bdi(run.fileName)}</a>`,
                t(`activities.import.state.${run.state}`),
                number(language, run.rowsSeen),
                dateText(t, dayOf(run.createdAt)),
              ]),
            })
      }`,
  }
}

export function newImportPage(
  visit: Visit,
  { organizations }: { organizations: OrganizationChoice[] },
  entered: Entered,
): Page {
  const { t } = visit
  const place = { visit, entered, present: { language: visit.language, mode: 'draft', licence: 'CC-BY-4.0' } }
  return formPage({
    title: t('activities.import'),
    lead: t('activities.import.new.lead'),
    crumbs: crumbsOf(visit),
    form: formPart(place, {
      submit: t('activities.import.begin'),
      hasFiles: true,
      content: html`${fileInput(place, {
        name: 'file',
        label: t('activities.import.file'),
        hint: t('activities.import.file.hint'),
        endings: importEndings,
      })}
      ${choiceGroup(place, {
        name: 'mode',
        label: t('activities.import.mode'),
        kind: 'radio',
        choices: importModes.map((value) => ({ value, label: t(`activities.import.mode.${value}`) })),
      })}
      ${selectInput(place, {
        name: 'language',
        label: t('activities.import.language'),
        choices: languageCodes.map((code) => ({
          value: code,
          label: languages[code].endonym,
          language: languages[code].tag,
        })),
      })}
      ${selectInput(place, {
        name: 'organization',
        label: t('activities.import.organization'),
        none: t('activities.choose'),
        choices: organizations.map((one) => ({ value: one.id, label: organizationLabel(visit, one) })),
      })}
      ${selectInput(place, {
        name: 'licence',
        label: t('activities.import.licence'),
        choices: licences.map((value) => ({ value, label: t(licenceKeys[value]) })),
      })}`,
    }),
  })
}

type Columns = { run: ActivityImport; columns: readonly TableColumn<ActivityRow, ActivityDraft>[] }

export function columnsPage(visit: Visit, { run, columns }: Columns, entered: Entered): Page {
  const { t } = visit
  const headers = Object.entries(run.columns)
  // The database keeps no order of the file: first what nobody has recognized, then as an export has it.
  const placeOf = (name: string | null) => columns.findIndex((column) => column.name === name)
  const present = Object.fromEntries(headers.map(([, column], place) => [`column-${place}`, column ?? '']))
  const choices = columns
    .filter(({ write }) => write !== undefined)
    .map((column) => ({ value: column.name, label: `${labelOf(column, t)} (${column.name})` }))
  return formPage({
    title: t('activities.import.columns'),
    lead: t('activities.import.columns.lead'),
    crumbs: crumbsOf(visit),
    form: formPart(
      { visit, entered, present },
      {
        submit: t('activities.import.check'),
        content: html`${headers
          .map(([header, column], place) => ({ header, place, at: placeOf(column) }))
          .toSorted((one, other) => one.at - other.at)
          .map(({ header, place }) =>
            selectInput(
              { visit, entered, present },
              {
                name: `column-${place}`,
                label: t('activities.import.column', { name: header }),
                none: t('activities.import.left-out'),
                choices,
              },
            ),
          )}`,
      },
    ),
  })
}

export const stepPage = (
  visit: Visit,
  step: 'entering' | 'stop',
  run: ActivityImport,
  entered: Entered,
): Page => {
  const { t } = visit
  const key = step === 'entering' ? 'enter' : 'stop'
  return formPage({
    title: t(`activities.import.${key}`),
    lead: t(`activities.import.${key}.lead`),
    about: html`<p>${bdi(run.fileName)}</p>`,
    crumbs: crumbsOf(visit),
    form: formPart({ visit, entered }, { submit: t(`activities.import.${key}`), content: html`` }),
  })
}

/** How far an import has come, and what became of its rows. */
export function importPage(visit: Visit, run: ImportRecord): Page {
  const { t } = visit
  return {
    title: run.fileName,
    unlisted: true,
    crumbs: crumbsOf(visit),
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
      kicker: t('noun.activity-import'),
      title: bdi(run.fileName),
      tags: [html`<span class="tag">${t(`activities.import.state.${run.state}`)}</span>`],
    })}
    ${when(run.problem, () => notice(run.problem ?? '', 'warning'))}
    ${when(run.state === 'checked' && run.rowsSeen === 0, () => notice(t('activities.import.no-rows')))}
    ${progress(visit, run)} ${ways(visit, run)} ${outcomes(visit, run)} ${errors(visit, run)}`,
  }
}

const progress = ({ t }: Visit, { state, rowsSeen, rowsDone }: ImportRecord): Html | '' => {
  if (state !== 'checking' && state !== 'entering') return ''
  return html`<p>
      ${
        state === 'entering'
          ? html`<progress max="${Math.max(rowsSeen, 1)}" value="${rowsDone}"></progress>
              ${t('activities.import.progress', { done: rowsDone, all: rowsSeen })}`
          : t('activities.import.progress', { done: rowsSeen, all: rowsSeen })
      }
    </p>
    <p class="muted">${t('activities.import.reload')}</p>`
}

const ways = (visit: Visit, { id, state, outcomes: counted }: ImportRecord): Html => {
  const { t } = visit
  const isEnterable = state === 'checked' && (counted.new ?? 0) + (counted.changed ?? 0) > 0
  const isOver = state === 'checked' || state === 'cancelled' || state === 'failed' || state === 'matching'
  const links = [
    ...(isEnterable ? [{ path: importPaths.step(id, 'entering'), label: t('activities.import.enter') }] : []),
    ...(isOver ? [{ path: importPaths.step(id, 'columns'), label: t('activities.import.columns') }] : []),
    ...(state === 'checking' || state === 'entering'
      ? [{ path: importPaths.step(id, 'stop'), label: t('activities.import.stop') }]
      : []),
  ]
  return html`<ul class="steps">
    ${links.map(({ path, label }, place) => html`<li><a ${isEnterable && place === 0 ? html`class="button"` : ''} href="${linkTo(visit, path)}">${label}</a></li>`)}
    ${when(state !== 'matching', () => html`<li><a href="${linkTo(visit, `${importPaths.one(id)}/result`)}.csv" type="text/csv">${t('activities.import.result')}</a></li>`)}
  </ul>`
}

const outcomes = ({ t, language }: Visit, { outcomes: counted }: ImportRecord): Html | '' =>
  when(Object.keys(counted).length > 0, () =>
    table({
      id: 'outcomes',
      caption: t('activities.import.outcome'),
      columns: [{ label: t('activities.import.outcome') }, { label: t('activities.import.count') }],
      rows: rowOutcomes
        .filter((outcome) => counted[outcome] !== undefined)
        .map((outcome) => [
          t(`activities.import.outcome.${outcome}`),
          number(language, counted[outcome] ?? 0),
        ]),
    }),
  )

const errors = (visit: Visit, { wrong, outcomes: counted, columns }: ImportRecord): Html | '' => {
  const { t, language } = visit
  const headerOf = new Map(Object.entries(columns).map(([header, column]) => [column, header]))
  return when(
    wrong.length > 0,
    () =>
      html`${table({
          id: 'errors',
          caption: t('activities.import.errors'),
          columns: [
            { label: t('activities.import.row') },
            { label: t('activities.field.title') },
            { label: t('activities.import.fault') },
          ],
          rows: wrong.map(({ row, title, issues }) => [
            number(language, row),
            bdi(title),
            html`<ul>
              ${issues.map(({ column, sentence }) => html`<li><strong>${bdi(headerOf.get(column) ?? column)}</strong> — ${sentence}</li>`)}
            </ul>`,
          ]),
        })}
        ${when((counted.wrong ?? 0) > wrong.length, () => html`<p>${t('activities.import.errors.more', { count: wrong.length })}</p>`)}
        <p><a href="${linkTo(visit, activityPaths.codes)}">${t('activities.import.codes')}</a></p>`,
  )
}

import { dayLine } from '#platform/charts/day-line.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import { date, number, percent } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList, downloadList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import type { TextRead } from '#platform/texts/texts.ts'
import { textSaid, translateLine } from '#platform/ui/text-note.ts'
import { dateText, pageHead, spoken, unseen } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { planPaths } from '../../paths.ts'
import { evidenceList } from '../../progress/pages/evidence-part.ts'
import type { IndicatorRecord } from '../indicator-shape.ts'
import { noteId, noteKind } from '../actual.ts'
import { partsSaid, partTables } from './parts-part.ts'
import { baselineText, figureText, latestText, rounded, targetText } from './figure-text.ts'

/** The card of an indicator: what it is, from where to where, and all that was measured. */
export function indicatorPage(visit: Visit, record: IndicatorRecord): Page {
  const { t } = visit
  return {
    title: record.name.text,
    description: record.definition?.text ?? record.name.text,
    sheet: 'charts',
    crumbs: crumbsOfIndicator(visit, record),
    history: { kind: 'plan-indicator', id: record.id },
    alternates: [
      { type: 'application/json', path: '.json', title: t('progress.as-json') },
      { type: 'text/csv', path: '.csv', title: t('progress.as-csv') },
    ],
    main: html`${pageHead({ kicker: t('indicators.one'), title: spoken(t, record.name) })}
    ${when(record.isDropped, () => notice(t('indicators.dropped'), 'warning'))} ${card(visit, record)}
    ${series(visit, record)} ${actsPart(visit, record)}`,
  }
}

const card = (visit: Visit, record: IndicatorRecord): Html => {
  const { t, language } = visit
  const { definition, source, note, way, per } = record
  return definitionList([
    { term: t('indicators.field.definition'), content: definition && textSaid(t, definition) },
    { term: t('indicators.field.unit'), content: record.unit.text === '' ? null : spoken(t, record.unit) },
    {
      term: t('indicators.measure'),
      content:
        per === null
          ? t('indicators.measure.number')
          : t('indicators.measure.ratio', { per: number(language, per) }),
    },
    { term: t('indicators.direction'), content: record.direction.label },
    { term: t('indicators.baseline'), content: baselineText(visit, record) },
    { term: t('indicators.target'), content: targetText(visit, record) },
    { term: t('indicators.latest'), content: latestText(visit, record) },
    {
      term: t('indicators.way'),
      content: way === null ? null : html`<bdi>${percent(language, Math.max(0, way))}</bdi>`,
    },
    { term: t('indicators.frequency'), content: record.frequency.label },
    {
      term: t('indicators.disaggregation'),
      content: record.disaggregation.map(({ label }) => label).join(t('words.comma')),
    },
    {
      term: t('indicators.dimensions'),
      content: dimensionsText(visit, record),
    },
    { term: t('indicators.field.source'), content: source && textSaid(t, source) },
    { term: t('indicators.field.note'), content: note && textSaid(t, note) },
    {
      term: t('progress.item'),
      content: html`<a href="${linkTo(visit, planPaths.item(record.item.id))}"
        ><bdi>${record.item.code}</bdi> ${spoken(t, record.item.title)}</a
      >`,
    },
  ])
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const dimensionsText = ({ t }: Visit, { dimensions }: IndicatorRecord): Html[] | null =>
  dimensions.length === 0
    ? null
    : dimensions.map(
        ({ name, parts, sum }) =>
          html`<p>
            ${spoken(t, name)}:
            ${parts.map((part, at) => html`${at === 0 ? '' : t('words.comma')}${spoken(t, part.name)}`)}
            <span class="muted">(${sum.label})</span>
          </p>`,
      )

/** All that was measured as a line and as a table; below each value what was said before it was corrected. */
const series = (visit: Visit, record: IndicatorRecord): Html => {
  const { t, language } = visit
  const { actuals, target } = record
  const written = (value: number) => number(language, rounded(value))
  return html`<h2>${t('indicators.series')}</h2>
    ${when(actuals.length === 0, () => html`<p class="muted">${t('indicators.not-measured-yet')}</p>`)}
    ${when(actuals.length > 1, () =>
      dayLine(t, {
        id: 'series',
        title: record.name.text,
        description: t('indicators.series.lead', { count: actuals.length }),
        points: actuals.map(({ on, value }) => ({ day: on, value })),
        aim: { value: target.value, name: t('indicators.target') },
        written,
      }),
    )}
    ${when(actuals.length > 0, () => html`${seriesTable(visit, record)} ${partTables(visit, record)} ${downloads(visit, record)}`)}`
}

const seriesTable = (visit: Visit, { id, actuals, dimensions, may }: IndicatorRecord): Html => {
  const { t } = visit
  const isMine = may.includes('measure')
  return html`${table({
    id: 'actuals',
    caption: t('indicators.series'),
    captionUnseen: true,
    columns: [
      { label: t('indicators.day') },
      { label: t('indicators.value'), align: 'end' },
      { label: t('progress.evidence') },
      { label: t('indicators.said-before') },
      ...(isMine ? [{ label: t('progress.what-to-do'), unseenLabel: true }] : []),
    ],
    rows: actuals.map((actual) => [
      dateText(t, actual.on),
      html`${figureText(visit, actual)}
      ${when(actual.isReached, () => html`<span class="tag is-delivered">${t('indicators.reached')}</span>`)}`,
      html`${actual.note === null ? '' : noteSaid(visit, id, actual.on, actual.note)}
      ${when(actual.evidence.length > 0, () => evidenceList(visit, actual.evidence))}`,
      html`${actual.before.map(
        (before) =>
          html`<p>
            ${figureText(visit, before)} ${partsSaid(visit, dimensions, before.parts)}
            <span class="muted">${dateText(t, before.correctedAt.slice(0, 10))}</span>
            <span dir="auto">${before.reason}</span>
          </p>`,
      )} `,
      ...(isMine
        ? [
            html`<a href="${linkTo(visit, planPaths.actual(actual.id))}"
              >${t('indicators.correct')}${unseen(` ${date(t.language.code, actual.on)}`)}</a
            >`,
          ]
        : []),
    ]),
  })}`
}

/** What is said of a value, with the way to translate it. */
const noteSaid = (visit: Visit, indicator: string, on: string, note: TextRead): Html =>
  html`${textSaid(visit.t, note)}
  ${translateLine(visit, { kind: noteKind, id: noteId({ indicator, on }) }, untranslated(note))}`

const untranslated = ({ text, language, state }: TextRead) =>
  state === 'machine' || state === 'outdated' ? { text, language, state } : { text, language }

const downloads = (visit: Visit, { id }: IndicatorRecord): Html => {
  const { t } = visit
  return html`${downloadList(t, [
    { href: linkTo(visit, planPaths.actualSheet(id)), type: xlsxType, title: t('indicators.as-xlsx') },
    { href: linkTo(visit, `${planPaths.indicator(id)}.csv`), type: 'text/csv', title: t('progress.as-csv') },
    {
      href: linkTo(visit, `${planPaths.indicator(id)}.json`),
      type: 'application/json',
      title: t('progress.as-json'),
    },
  ])}`
}

const actsPart = (visit: Visit, { id, may, originalLanguage }: IndicatorRecord): Html | '' => {
  const { t } = visit
  const others = languageCodes.filter((code) => code !== originalLanguage)
  return when(
    may.length > 0,
    () =>
      html`<h2>${t('progress.what-to-do')}</h2>
        <ul class="steps">
          ${when(may.includes('measure'), () => html`<li><a href="${linkTo(visit, planPaths.newActual(id))}">${t('indicators.measured')}</a></li>`)}
          ${when(
            may.includes('edit'),
            () =>
              html`<li>
                  <a href="${linkTo(visit, planPaths.indicatorForm(id))}">${t('indicators.edit')}</a>
                </li>
                <li><a href="${linkTo(visit, planPaths.dropIndicator(id))}">${t('indicators.drop')}</a></li>
                ${others.map(
                  (code) =>
                    html`<li>
                      <a href="${linkTo(visit, planPaths.indicatorWords(id, code))}"
                        >${t('indicators.words')}
                        <bdi lang="${languages[code].tag}">${languages[code].endonym}</bdi></a
                      >
                    </li>`,
                )}`,
          )}
        </ul>`,
  )
}

export const crumbsOfIndicator = (visit: Visit, { plan, item }: Pick<IndicatorRecord, 'plan' | 'item'>) => [
  ...crumbsOfPlan(visit, plan),
  { label: `${item.code} ${item.title.text}`, path: planPaths.item(item.id) },
]

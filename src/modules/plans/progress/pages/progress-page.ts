import { filterForm, selectField } from '#platform/ui/controls.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { here, linkTo } from '#platform/ui/links.ts'
import { downloadList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { dateRangeText, dateText, pageHead, spoken, unseen } from '#platform/ui/text.ts'
import { dateRange, number, percent } from '#platform/ui/format.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../../paths.ts'
import type { CellRecord, PeriodRecord, ProgressRecord } from '../progress-shape.ts'
import { marks } from '../roll-up.ts'
import { standings } from '../standing.ts'
import { markKeys, standingKeys } from '../words.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { rowPart } from '../../pages/row-part.ts'
import { markTag, rollUpLine, rollUpPart } from './roll-up-part.ts'

/** How far a plan has come: the sum, the grid of items and periods, and the periods with what one can do with them. */
export function progressPage(visit: Visit, record: ProgressRecord): Page {
  const { t } = visit
  const { plan } = record
  return {
    title: t('progress.title-of', { plan: plan.title.text }),
    description: t('progress.lead'),
    crumbs: crumbsOfPlan(visit, plan),
    history: { kind: 'plan', id: plan.id },
    unlisted: visit.query.size > 0,
    alternates: [
      { type: 'application/json', path: '.json', title: t('progress.as-json') },
      { type: 'text/csv', path: '.csv', title: t('progress.as-csv') },
    ],
    main: html`${pageHead({
      kicker: spoken(t, plan.title),
      title: t('progress.title'),
      lead: t('progress.lead'),
    })}
    ${when(record.rollUp.leaves > 0, () => rollUpPart(visit, plan.id, record.rollUp))}
    ${filters(visit, record)} ${grid(visit, record)} ${periodPart(visit, record)}`,
  }
}

const filters = (visit: Visit, { allPeriods }: ProgressRecord): Html => {
  const { t, language } = visit
  return filterForm(visit, {
    label: t('progress.filter'),
    names: ['period', 'standing', 'mark'],
    fields: [
      selectField(visit, {
        name: 'period',
        label: t('progress.period'),
        any: t('progress.last-periods'),
        options: allPeriods.map(({ id, startsOn, endsOn }) => ({
          value: id,
          label: dateRange(language, startsOn, endsOn),
        })),
      }),
      selectField(visit, {
        name: 'standing',
        label: t('progress.standing'),
        options: standings.map((value) => ({ value, label: t(standingKeys[value]) })),
      }),
      selectField(visit, {
        name: 'mark',
        label: t('progress.mark'),
        options: marks.map((value) => ({ value, label: t(markKeys[value]) })),
      }),
    ],
  })
}

const grid = (visit: Visit, { plan, items, periods }: ProgressRecord): Html => {
  const { t, language } = visit
  const { shown, onward } = rowPart(visit, items)
  if (items.length === 0) return emptyState({ title: t('progress.no-items') })
  return html`${table({
      id: 'progress',
      caption: t('progress.grid'),
      columns: [
        { label: t('progress.item') },
        { label: t('progress.now') },
        ...periods.map(({ startsOn, endsOn }) => ({ label: dateRangeText(t, startsOn, endsOn) })),
      ],
      rows: shown.map((item) => [
        html`<bdi>${item.code}</bdi>
          <a href="${linkTo(visit, planPaths.item(item.id))}">${spoken(t, item.title)}</a>`,
        item.isLeaf && item.mark !== null
          ? markTag(item.mark.code, item.mark.label)
          : rollUpLine(visit, item.rollUp),
        ...periods.map(({ id }) => {
          const cell = item.cells.find(({ period }) => period === id)
          return cell === undefined ? html`<span class="muted">–</span>` : cellOf(visit, item, cell)
        }),
      ]),
    })}
    ${onward}
    ${downloadList(t, [
      { href: fileHref(visit, plan.id, '.csv'), type: 'text/csv', title: t('progress.as-csv') },
      { href: fileHref(visit, plan.id, '.json'), type: 'application/json', title: t('progress.as-json') },
    ])}
    <p class="hint">${t('progress.grid.note', { count: number(language, periods.length) })}</p>`
}

const fileHref = (visit: Visit, plan: string, ending: string): string =>
  linkTo(visit, `${planPaths.progress(plan)}${ending}`, {
    ...Object.fromEntries(visit.query),
    after: null,
  })

function cellOf(visit: Visit, item: { id: string; code: string }, cell: CellRecord): Html {
  const { t, language } = visit
  const { standing, reviewerRating, percentDone } = cell
  const said =
    reviewerRating === null
      ? html`<span class="tag is-${standingLooks[standing.code]}">${standing.label}</span>`
      : html`${markTag(reviewerRating.code, reviewerRating.label)}
          <bdi>${percent(language, (percentDone ?? 0) / 100)}</bdi>`
  const shown =
    cell.report === null ? said : html`<a href="${linkTo(visit, planPaths.report(cell.report))}">${said}</a>`
  return html`${shown}
  ${when(
    cell.mayWrite,
    () =>
      html`<a href="${linkTo(visit, planPaths.writeReport(item.id, cell.period))}"
        >${t('progress.write')}${unseen(` ${item.code}`)}</a
      >`,
  )}`
}

export const standingLooks = {
  'not-due': 'date-unknown',
  due: 'due',
  missing: 'missing',
  submitted: 'reported',
  late: 'ageing',
  returned: 'contested',
  accepted: 'verified',
} as const

const periodPart = (visit: Visit, { plan, allPeriods, mayMakePeriods }: ProgressRecord): Html => {
  const { t } = visit
  return html`<h2>${t('progress.periods')}</h2>
    ${when(allPeriods.length === 0, () => html`<p class="muted">${t('progress.no-periods')}</p>`)}
    ${when(allPeriods.length > 0, () =>
      table({
        id: 'periods',
        caption: t('progress.periods'),
        captionUnseen: true,
        columns: [
          { label: t('progress.period') },
          { label: t('progress.due-on') },
          { label: t('progress.state') },
          { label: t('progress.what-to-do'), unseenLabel: true },
        ],
        rows: allPeriods.map((period) => [
          html`<a href="${here(visit, { period: period.id, standing: null, mark: null })}"
            >${dateRangeText(t, period.startsOn, period.endsOn)}</a
          >`,
          dateText(t, period.dueOn),
          period.state.label,
          html`${period.may.map((act, place) => html`${place === 0 ? '' : ' · '}${periodLink(visit, period, act)}`)}`,
        ]),
      }),
    )}
    ${when(
      mayMakePeriods,
      () =>
        html`<p class="buttons">
          <a class="button" href="${linkTo(visit, planPaths.newPeriod(plan.id))}"
            >${t('progress.period.new')}</a
          >
          <a class="button" href="${linkTo(visit, planPaths.periodSeries(plan.id))}"
            >${t('progress.series.new')}</a
          >
        </p>`,
    )}`
}

const periodLink = (
  visit: Visit,
  { id, startsOn, endsOn }: PeriodRecord,
  act: 'edit' | 'remove' | 'lock' | 'unlock',
): Html =>
  html`<a href="${linkTo(visit, planPaths.period(id, act))}"
    >${visit.t(`progress.period.${act}`)}${unseen(` ${dateRange(visit.language, startsOn, endsOn)}`)}</a
  >`

import { mandatePaths, partyLinks } from '#modules/mandates/index.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { isWaitedFor } from '../asking/waiting.ts'
import { reportPaths } from '../paths.ts'
import type { PortfolioRow } from './portfolio-routes.ts'

/** All lines of reporting as one table. */
export function portfolioPage(visit: Visit, { rows }: Listing<PortfolioRow>): Page {
  const { t } = visit
  return {
    title: t('reports.portfolio'),
    description: t('reports.portfolio.lead'),
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
    ],
    main: html`${pageHead({ title: t('reports.portfolio'), lead: t('reports.portfolio.lead') })}
      <p>
        <a href="${linkTo(visit, reportPaths.reports)}">${t('reports.title')}</a> ·
        <a href="${linkTo(visit, reportPaths.templates)}">${t('reports.templates')}</a>
        ${when(
          isWaitedFor(visit.actor),
          () => html`· <a href="${linkTo(visit, reportPaths.waiting)}">${t('reports.asking.title')}</a>`,
        )}
      </p>
      ${table({
        id: 'portfolio',
        caption: t('reports.portfolio'),
        captionUnseen: true,
        columns: [
          { label: t('noun.report') },
          { label: t('reports.recipient') },
          { label: t('reports.lead') },
          { label: t('reports.cadence') },
          { label: t('reports.next-due') },
          { label: t('reports.in-the-making') },
        ],
        rows: rows.map((row) => [
          html`<span class="tag">${row.template.line}</span>
            <a href="${linkTo(visit, reportPaths.template(row.template.id))}"
              >${spoken(t, row.template.name)}</a
            >`,
          html`${partyLinks(visit, [row.recipient])}
          ${when(row.via.length > 0, () => html`(${t('reports.via')} ${partyLinks(visit, row.via)})`)}`,
          partyLinks(visit, [row.lead]),
          html`${row.cadence.label} · ${t('reports.notice.days', { count: row.noticeDays })}`,
          dues(visit, row),
          made(visit, row),
        ]),
      })}`,
  }
}

/** The next of them; a pointer needs room, so that only one stands in a cell. */
const dues = (visit: Visit, { due: [next] }: PortfolioRow): Html | string => {
  if (next === undefined) return '–'
  const words = next.on === null ? visit.t('duties.date-unknown') : dateText(visit.t, next.on)
  return html`<a href="${linkTo(visit, mandatePaths.duty(next.duty))}">${words}</a>`
}

/** The latest of them; what is late of any is told here too. */
const made = (visit: Visit, { reports }: PortfolioRow): Html | string => {
  const { t } = visit
  const [latest] = reports
  if (latest === undefined) return '–'
  const words = html`${latest.symbol ?? dateText(t, latest.dueOn)} · ${latest.state.label}`
  const lead =
    latest.id === null ? words : html`<a href="${linkTo(visit, reportPaths.report(latest.id))}">${words}</a>`
  const late = reports.reduce((sum, { lateSections }) => sum + (lateSections ?? 0), 0)
  return html`${lead} ${when(latest.late, () => html`<strong>${t('reports.asking.late')}</strong>`)}
  ${late === 0 ? '' : t('reports.asking.late-sections', { count: late })}`
}

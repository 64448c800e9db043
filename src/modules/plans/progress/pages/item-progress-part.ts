import { percent } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { textSaid } from '#platform/ui/text-note.ts'
import { dateRangeText } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { indicatorTable } from '../../indicators/pages/indicator-table.ts'
import { planPaths } from '../../paths.ts'
import type { ReportRecord } from '../report-shape.ts'
import type { ItemProgress } from '../summary-queries.ts'
import { markTag, rollUpLine } from './roll-up-part.ts'

type Shown = ItemProgress & {
  id: string
  plan: { id: string }
  mayAddIndicator: boolean
  deadline: { at: string } | null
}

/** What the page of an item shows of its progress: how far it has come, indicators, and the last report that was accepted. */
export const itemProgressPart = (
  visit: Visit,
  { id, plan, mayAddIndicator, indicators, report, progress, deadline }: Shown,
): Html => {
  const { t } = visit
  return html`${when(
    progress,
    () =>
      html`<h2>${t('progress.title')}</h2>
        <p>
          <a href="${linkTo(visit, planPaths.progress(plan.id))}">${t('progress.now')}</a>
          ${progress && rollUpLine(visit, progress)}
          ${when(isLate(visit, { progress, deadline }), () => html`· <b>${t('board.passed')}</b>`)}
        </p>`,
  )}
  ${when(
    indicators.length > 0 || mayAddIndicator,
    () =>
      html`<h2>${t('indicators.title')}</h2>
        ${when(indicators.length > 0, () => indicatorTable(visit, indicators))}
        ${when(mayAddIndicator, () => html`<p><a href="${linkTo(visit, planPaths.newIndicator(id))}">${t('indicators.new')}</a></p>`)}`,
  )}
  ${when(
    report,
    () =>
      html`<h2>${t('progress.last-report')}</h2>
        ${report && reportLine(visit, report)}`,
  )}`
}

const isLate = ({ now }: Visit, { progress, deadline }: Pick<Shown, 'progress' | 'deadline'>): boolean =>
  deadline !== null && new Date(deadline.at) < now && progress?.weakest?.code !== 'done'

const reportLine = (visit: Visit, report: ReportRecord): Html => {
  const { t, language } = visit
  const { reviewerRating, percentDone, period, achieved } = report
  return html`<p>
      <a href="${linkTo(visit, planPaths.report(report.id))}"
        >${dateRangeText(t, period.startsOn, period.endsOn)}</a
      >
      ${reviewerRating === null ? '' : markTag(reviewerRating.code, reviewerRating.label)}
      <bdi>${percent(language, percentDone / 100)}</bdi>
    </p>
    ${achieved === null ? '' : textSaid(t, achieved)}`
}

import { date, percent } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { textSaid } from '#platform/ui/text-note.ts'
import { dateRangeText, dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { dutyEvidencePath, planPaths } from '../../paths.ts'
import type { ReportRecord } from '../report-shape.ts'
import { evidencePart } from './evidence-part.ts'
import { markTag } from './roll-up-part.ts'

/** A report with both ratings, and what the reader can do with it now. */
export function reportPage(visit: Visit, report: ReportRecord): Page {
  const { t } = visit
  return {
    title: t('progress.report-of', { code: report.item.code }),
    description: report.item.title.text,
    unlisted: report.state.code !== 'accepted',
    crumbs: crumbsOfReport(visit, report),
    history: { kind: 'plan-report', id: report.id },
    alternates: [{ type: 'application/json', path: '.json', title: t('progress.as-json') }],
    main: html`${pageHead({
      kicker: t('progress.report'),
      title: html`<bdi>${report.item.code}</bdi> ${spoken(t, report.item.title)}`,
      lead: dateRangeText(t, report.period.startsOn, report.period.endsOn),
      tags: [html`<span class="tag">${report.state.label}</span>`],
    })}
    ${standing(visit, report)} ${contentPart(visit, report)} ${actsPart(visit, report)}
    ${dutyPart(visit, report)}`,
  }
}

const standing = ({ t, language }: Visit, report: ReportRecord): Html =>
  html`${when(report.returnedBecause !== null && report.state.code === 'returned', () =>
    notice(
      html`${t('progress.returned-because')} <span class="lines">${report.returnedBecause}</span>`,
      'warning',
    ),
  )}
  ${when(report.isLate, () => notice(t('progress.was-late', { day: date(language, report.period.dueOn) })))}`

/** All that a report says. */
export const contentPart = (visit: Visit, report: ReportRecord): Html => {
  const { t, language } = visit
  const { authorRating, reviewerRating, achieved, obstacles } = report
  return html`${definitionList([
    { term: t('progress.author-rating'), content: markTag(authorRating.code, authorRating.label) },
    {
      term: t('progress.reviewer-rating'),
      content:
        reviewerRating === null
          ? html`<span class="muted">${t('progress.not-reviewed')}</span>`
          : markTag(reviewerRating.code, reviewerRating.label),
    },
    { term: t('progress.percent'), content: html`<bdi>${percent(language, report.percentDone / 100)}</bdi>` },
    { term: t('progress.due-on'), content: dateText(t, report.period.dueOn) },
    { term: t('progress.submitted-on'), content: dayText(visit, report.submittedAt) },
    { term: t('progress.reviewed-on'), content: dayText(visit, report.reviewedAt) },
  ])}
  ${when(
    achieved,
    () =>
      html`<h2>${t('progress.field.achieved')}</h2>
        ${achieved && textSaid(t, achieved)}`,
  )}
  ${when(
    obstacles,
    () =>
      html`<h2>${t('progress.field.obstacles')}</h2>
        ${obstacles && textSaid(t, obstacles)}`,
  )}
  ${evidencePart(visit, report.evidence)}`
}

const dayText = ({ t }: Visit, moment: string | null): Html | null =>
  moment === null ? null : dateText(t, moment.slice(0, 10))

const actsPart = (visit: Visit, { id, item, period, mayWrite, steps }: ReportRecord): Html | '' => {
  const { t } = visit
  const links = [
    ...(mayWrite ? [{ path: planPaths.writeReport(item.id, period.id), label: t('progress.write-on') }] : []),
    ...steps.map((step) => ({ path: planPaths.reportStep(id, step), label: t(`progress.step.${step}`) })),
  ]
  return when(
    links.length > 0,
    () =>
      html`<h2>${t('progress.what-to-do')}</h2>
        <ul class="steps">
          ${links.map(({ path, label }) => html`<li><a href="${linkTo(visit, path)}">${label}</a></li>`)}
        </ul>`,
  )
}

/** Duties that the item answers: there the report can stand as evidence, by the rules of evidence. */
const dutyPart = (visit: Visit, { id, duties, mayShow }: ReportRecord): Html | '' => {
  const { t } = visit
  return when(
    duties.length > 0,
    () =>
      html`<h2>${t('progress.duties')}</h2>
        <ul>
          ${duties.map(
            (duty) =>
              html`<li>
                <a href="${linkTo(visit, duty.path)}">${spoken(t, duty.name)}</a>
                ${
                  duty.isShown
                    ? html`<span class="tag is-documented">${t('progress.shown-there')}</span>`
                    : when(
                        mayShow,
                        () =>
                          html`<ul class="steps">
                            <li>
                              <a href="${linkTo(visit, dutyEvidencePath(id, duty.path))}"
                                >${t('progress.show-there')}</a
                              >
                            </li>
                          </ul>`,
                      )
                }
              </li>`,
          )}
        </ul>`,
  )
}

export const crumbsOfReport = (visit: Visit, { plan, item }: Pick<ReportRecord, 'plan' | 'item'>) => [
  ...crumbsOfPlan(visit, plan),
  { label: visit.t('progress.title'), path: planPaths.progress(plan.id) },
  { label: `${item.code} ${item.title.text}`, path: planPaths.item(item.id) },
]

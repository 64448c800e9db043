import { frameworkPaths } from '#modules/frameworks/index.ts'
import { mandatePaths } from '#modules/mandates/index.ts'
import { stats } from '#platform/ui/figures.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { GoalRow } from '../goal-shape.ts'
import { counted } from './bodies-page.ts'
import { statusMark } from './names-table.ts'

export function goalsPage(visit: Visit, { rows, facets = [] }: Listing<GoalRow>): Page {
  const { t } = visit
  const whole = facets[0]?.values[0]?.count ?? 0
  const main = html`${pageHead({ title: t('sdgs.title'), lead: t('sdgs.lead') })}
  ${stats(visit.language, [{ count: whole, label: t('sdgs.whole', { count: whole }), href: linkTo(visit, mandatePaths.duties, { sdg: 'any' }) }])}
  ${table({
    id: 'goals',
    caption: t('sdgs.caption'),
    columns: [{ label: t('sdgs.goal') }, { label: t('name') }, { label: t('sdgs.duties'), align: 'end' }],
    rows: rows.map((goal) => [
      html`${goalMark(goal.color)} ${bdi(goal.number)}`,
      html`<a href="${linkTo(visit, frameworkPaths.goal(goal.number))}"
          >${goal.label === null ? goal.code : spoken(t, goal.label)}</a
        >
        ${when(goal.labelStatus && goal.labelStatus.code !== 'official', () => statusMark(goal.labelStatus!))}`,
      counted(visit, { sdg: String(goal.number) }, goal.duties),
    ]),
  })}`
  return {
    title: t('sdgs.title'),
    description: t('sdgs.lead'),
    main,
    alternates: [
      { type: 'application/json', path: '.json', title: t('duties.as-json') },
      { type: 'text/csv', path: '.csv', title: t('duties.as-csv') },
    ],
  }
}

/** The colour of a goal as a thin mark with an edge in the ink of the page; the number beside it says the same. */
export const goalMark = (color: string): Html =>
  html`<svg class="goal-mark" width="8" height="20" viewBox="0 0 8 20" aria-hidden="true" focusable="false">
    <rect x=".5" y=".5" width="7" height="19" fill="${color}" stroke="currentColor" />
  </svg>`

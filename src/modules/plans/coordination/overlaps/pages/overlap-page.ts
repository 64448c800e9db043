import { partyLinks } from '#modules/mandates/index.ts'
import { percent } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOf } from '../../../pages/plan-page.ts'
import { dueCell, itemCell, planCell } from '../../pages/whole-page.ts'
import { taskForcePaths } from '../../task-force-paths.ts'
import type { OverlapRecord } from '../overlap-shape.ts'

/** Two items beside each other, why they may be the same, and what can be made of them. */
export function overlapPage(visit: Visit, pair: OverlapRecord): Page {
  const { t } = visit
  return {
    title: t('task-force.overlap'),
    unlisted: true,
    crumbs: overlapCrumbs(visit),
    history: { kind: 'plan-overlap', id: pair.id },
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
        title: t('task-force.overlap'),
        lead: t('task-force.score', { share: percent(visit.language, pair.score) }),
        tags: [html`<span class="tag">${pair.state.label}</span>`],
      })}
      ${decided(visit, pair)}
      <h2>${t('task-force.reason')}</h2>
      <ul>
        ${pair.reasons.map(({ label }) => html`<li>${label}</li>`)}
      </ul>
      ${beside(visit, pair)} ${steps(visit, pair)}`,
  }
}

export const overlapCrumbs = (visit: Pick<Visit, 't'>) => [
  ...crumbsOf(visit),
  { label: visit.t('task-force.title'), path: taskForcePaths.whole },
  { label: visit.t('task-force.overlaps'), path: taskForcePaths.overlaps },
]

function decided({ t }: Visit, { settled, askedAnew }: OverlapRecord): Html | '' {
  if (settled === null || settled.at === null) return ''
  return notice(
    html`${settled.state.label} · ${dateText(t, settled.at.slice(0, 10))}
    ${when(settled.reason, () => html`<br /><bdi lang="">${settled.reason}</bdi>`)}
    ${when(askedAnew, () => html`<br />${t('task-force.asked-anew')}`)}`,
    askedAnew ? 'warning' : 'note',
  )
}

const beside = (visit: Visit, { first, second }: OverlapRecord): Html => {
  const { t } = visit
  return table({
    id: 'beside',
    caption: t('plans.items'),
    captionUnseen: true,
    columns: [
      { label: t('plans.item') },
      { label: t('noun.plan') },
      { label: t('plans.lead') },
      { label: t('plans.contributors') },
      { label: t('plans.starts') },
      { label: t('plans.deadline') },
    ],
    rows: [first, second].map((row) => [
      itemCell(visit, row),
      planCell(visit, row),
      partyLinks(visit, [row.lead]),
      partyLinks(visit, row.contributors),
      row.startsOn === null ? '' : dateText(t, row.startsOn),
      dueCell(visit, row),
    ]),
  })
}

const steps = (visit: Visit, { id, steps: open }: OverlapRecord): Html | '' =>
  when(
    open.length > 0,
    () =>
      html`<h2>${visit.t('plans.office')}</h2>
        <ul class="steps">
          ${open.map(
            (step) =>
              html`<li>
                <a href="${linkTo(visit, taskForcePaths.overlapStep(id, step))}"
                  >${visit.t(`task-force.step.${step}`)}</a
                >
              </li>`,
          )}
        </ul>`,
  )

import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../../../paths.ts'
import type { DecidedRecord } from '../decided-shape.ts'

/** On the page of an item: with which items of other units or plans it is joint, merged, or said to be distinct. */
export const decidedPart = (visit: Visit, decided: readonly DecidedRecord[]): Html | '' => {
  const { t } = visit
  return when(
    decided.length > 0,
    () =>
      html`<h2>${t('task-force.decided')}</h2>
        <ul>
          ${decided.map(
            ({ state, reason, isKept, other }) =>
              html`<li>
                ${t(`task-force.decided.${state.code === 'merged' ? (isKept ? 'takes-over' : 'merged') : state.code}`)}
                <a href="${linkTo(visit, planPaths.item(other.id))}"
                  ><bdi>${other.code}</bdi> ${spoken(t, other.title)}</a
                >
                <span class="muted">${spoken(t, other.plan.title)}</span>
                ${when(reason, () => html`<br /><bdi lang="">${reason}</bdi>`)}
              </li>`,
          )}
        </ul>`,
  )
}

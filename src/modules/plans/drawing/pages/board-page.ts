import { number } from '#platform/ui/format.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList } from '#platform/ui/lists.ts'
import { pageHead, spoken } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { columnParts } from '../../pages/row-part.ts'
import { drawingPaths } from '../drawing-paths.ts'
import type { BoardRecord } from '../drawing-shape.ts'
import { itemCard } from './timeline-page.ts'

/** Columns beside each other where there is room, else one below the other. */
export function boardPage(visit: Visit, { plan, by, columns }: BoardRecord): Page {
  const { t, language } = visit
  const { shownOf, onward } = columnParts(visit, columns)
  return {
    title: t('board.title'),
    unlisted: true,
    crumbs: crumbsOfPlan(visit, plan),
    alternates: [{ type: 'application/json', path: '.json', title: t('board.as-json') }],
    main: html`${pageHead({ title: t('board.title'), lead: spoken(t, plan.title) })}
      <p>
        <a href="${linkTo(visit, drawingPaths.timeline(plan.id))}">${t('timeline.title')}</a> ·
        <a href="${linkTo(visit, drawingPaths.board(plan.id), { by: by === 'rating' ? null : 'rating' })}"
          >${t(by === 'rating' ? 'board.by-deadline' : 'board.by-rating')}</a
        >
      </p>
      <div class="columns">
        ${columns.map(
          ({ key, label, items }) =>
            html`<section aria-labelledby="column-${key}">
              <h2 id="column-${key}">
                ${label} <span class="count">(${number(language, items.length)})</span>
              </h2>
              ${
                items.length === 0
                  ? html`<p class="muted">${t('board.empty')}</p>`
                  : cardList(
                      shownOf(items).map((item) => itemCard(visit, item)),
                      { level: 3 },
                    )
              }
            </section>`,
        )}
      </div>
      ${onward}`,
  }
}

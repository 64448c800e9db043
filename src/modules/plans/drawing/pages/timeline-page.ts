import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, downloadList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { dateRangeText, pageHead, spoken, unseen } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { addressOf } from '#platform/web/address.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { rowPart } from '../../pages/row-part.ts'
import { planPaths } from '../../paths.ts'
import { markTag } from '../../progress/pages/roll-up-part.ts'
import { drawingPaths } from '../drawing-paths.ts'
import type { PlacedItem, TimelineRecord } from '../drawing-shape.ts'
import { partOf, type Part } from '../quarters.ts'
import { whenWords } from '../when.ts'

/** The items of a plan by quarter, as a table that can be heard, printed and scrolled; below it the same as a list. */
export function timelinePage(visit: Visit, timeline: TimelineRecord): Page {
  const { t } = visit
  const { plan, undated } = timeline
  const { shown: items, onward } = rowPart(visit, timeline.items)
  const file = (ending: '.svg' | '.ics') =>
    addressOf(visit.language, drawingPaths.timeline(plan.id), {}, ending)
  return {
    title: t('timeline.title'),
    unlisted: true,
    sheet: 'charts',
    crumbs: crumbsOfPlan(visit, plan),
    alternates: [
      { type: 'application/json', path: '.json', title: t('timeline.as-json') },
      { type: 'image/svg+xml', path: '.svg', title: t('timeline.as-svg') },
      { type: 'text/calendar', path: '.ics', title: t('timeline.as-calendar') },
    ],
    main: html`${pageHead({ title: t('timeline.title'), lead: spoken(t, plan.title) })}
      <p>
        ${dateRangeText(t, plan.startsOn, plan.endsOn)} ·
        <a href="${linkTo(visit, drawingPaths.board(plan.id))}">${t('board.title')}</a>
      </p>
      ${
        items.length === 0
          ? emptyState({ title: t('timeline.none') })
          : html`${picture(visit, { ...timeline, items })} ${onward}
              <p class="hint">${t('timeline.key')} ${t('timeline.zone', { zone: plan.zone })}</p>
              ${downloadList(t, [
                { href: file('.svg'), title: t('timeline.as-svg'), type: 'image/svg+xml' },
                { href: file('.ics'), title: t('timeline.as-calendar'), type: 'text/calendar' },
              ])}
              <h2>${t('timeline.list')}</h2>
              ${cardList(
                items.map((item) => itemCard(visit, item)),
                { level: 3 },
              )}`
      }
      ${when(undated > 0, () => html`<p>${t('timeline.undated', { count: undated })}</p>`)}`,
  }
}

function picture(visit: Visit, { spans, items }: TimelineRecord): Html {
  const { t } = visit
  return html`<div class="chart">
    <section class="table heat" aria-labelledby="timeline-caption" tabindex="0">
      <table id="timeline">
        <caption id="timeline-caption">
          <span class="caption">${t('timeline.caption')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('timeline.item')}</th>
            ${spans.map(
              ({ label, holdsToday }) =>
                html`<th scope="col" ${holdsToday ? html`aria-current="date"` : ''}>
                  ${label}${when(holdsToday, () => html`<br /><b>↓ ${t('timeline.today')}</b>`)}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${items.map(
            (item) =>
              html`<tr>
                <th scope="row">
                  <bdi class="heat-code">${item.code}</bdi>
                  <span class="heat-name">${spoken(t, item.title)}</span> ${unseen(whenWords(t, item))}
                </th>
                ${spans.map((span) => cell(visit, partOf({ startsOn: item.startsOn, deadlineOn: item.deadline?.on ?? null }, span)))}
              </tr>`,
          )}
        </tbody>
      </table>
    </section>
  </div>`
}

const signs: Record<Exclude<Part, 'nothing'>, { sign: string; step: number }> = {
  starts: { sign: '●', step: 2 },
  runs: { sign: '━', step: 2 },
  due: { sign: '◆', step: 4 },
  'starts-and-due': { sign: '●◆', step: 4 },
}

/** Each sign differs in its form, and is said in words. */
function cell({ t }: Visit, part: Part): Html {
  if (part === 'nothing') return html`<td></td>`
  const { sign, step } = signs[part]
  return html`<td class="step-${step}">
    <span><span aria-hidden="true">${sign}</span>${unseen(t(`timeline.part.${part}`))}</span>
  </td>`
}

export const itemCard = (visit: Visit, item: PlacedItem) => {
  const { t } = visit
  return {
    kicker: html`<bdi>${item.code}</bdi>`,
    title: spoken(t, item.title),
    href: linkTo(visit, planPaths.item(item.id)),
    facts: [
      html`${whenWords(t, item)}`,
      spoken(t, item.lead.name),
      ...(item.isDone ? [markTag('done', t('progress.rating.done'))] : []),
      ...(item.isPast && !item.isDone && item.state.code === 'active' ? [html`${t('timeline.passed')}`] : []),
    ],
  }
}

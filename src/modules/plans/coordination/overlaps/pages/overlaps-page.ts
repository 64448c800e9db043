import type { MessageKey } from '#platform/messages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { percent } from '#platform/ui/format.ts'
import { bdi, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { filteredPage, hiddenCount } from '../../pages/filtered-page.ts'
import { taskForcePaths } from '../../task-force-paths.ts'
import type { OverlapRecord } from '../overlap-shape.ts'

const labels = {
  state: 'plans.state',
  reason: 'task-force.reason',
  unit: 'task-force.unit',
  'action-line': 'plans.action-line',
} as const satisfies Record<string, MessageKey>

/** Likely duplicates, the likeliest first. */
export const overlapsPage = (visit: Visit, listing: Listing<OverlapRecord>): Page =>
  filteredPage(visit, listing, {
    title: 'task-force.overlaps',
    lead: 'task-force.overlaps.lead',
    count: 'task-force.overlaps.count',
    none: 'task-force.overlaps.none',
    hidden: hiddenCount(visit, listing.facets, {
      key: 'task-force.overlaps.hidden',
      states: ['merged', 'joint', 'distinct'],
    }),
    labels,
    rows: (rows) =>
      cardList(
        rows.map((row) => overlapCard(visit, row)),
        { level: 3 },
      ),
  })

function overlapCard(
  visit: Visit,
  { id, first, second, state, score, reasons, askedAnew }: OverlapRecord,
): Card {
  const { t } = visit
  const named = ({ lead, plan }: OverlapRecord['first']): Html =>
    html`${bdi(lead.acronym ?? lead.id ?? '')} · ${spoken(t, plan.title)}`
  return {
    kicker: html`${named(first)} ↔ ${named(second)}`,
    title: html`${spoken(t, first.title)} ↔ ${spoken(t, second.title)}`,
    href: linkTo(visit, taskForcePaths.overlap(id)),
    text: reasonLines(reasons),
    tags: [html`<span class="tag">${state.label}</span>`],
    facts: [
      html`${t('task-force.score', { share: percent(visit.language, score) })}`,
      ...(askedAnew ? [html`${t('task-force.asked-anew')}`] : []),
    ],
  }
}

export const reasonLines = (reasons: OverlapRecord['reasons']): Html =>
  html`${reasons.map(({ label }, rank) => html`${when(rank > 0, () => html`<br />`)}<bdi>${label}</bdi>`)}`

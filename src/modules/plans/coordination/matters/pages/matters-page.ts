import { partyLinks } from '#modules/mandates/index.ts'
import { may } from '#platform/access/rights.ts'
import type { MessageKey } from '#platform/messages.ts'
import { html, when } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { dateText, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { filteredPage } from '../../pages/filtered-page.ts'
import { taskForcePaths } from '../../task-force-paths.ts'
import { matterRights } from '../matter-rights.ts'
import type { MatterRow } from '../matter-shape.ts'

const labels = {
  kind: 'task-force.matter.kind',
  state: 'plans.state',
  origin: 'task-force.matter.origin',
  unit: 'task-force.matter.carer',
  due: 'task-force.matter.due',
} as const satisfies Record<string, MessageKey>

/** Decisions and what is to be considered, the latest first. */
export function mattersPage(visit: Visit, listing: Listing<MatterRow>): Page {
  const { t } = visit
  return filteredPage(visit, listing, {
    title: 'task-force.matters',
    lead: 'task-force.matters.lead',
    count: 'task-force.matters.count',
    none: 'task-force.matters.none',
    labels,
    alternates: [{ type: 'application/atom+xml', path: '.atom', title: t('task-force.matters.as-feed') }],
    above: when(
      may(matterRights, 'make', visit.actor, { state: 'open' }),
      () =>
        html`<p class="buttons">
          <a class="button main" href="${linkTo(visit, taskForcePaths.newMatter)}"
            >${t('task-force.matter.new')}</a
          >
        </p>`,
    ),
    rows: (rows) =>
      cardList(
        rows.map((row) => matterCard(visit, row)),
        { level: 3 },
      ),
  })
}

const matterCard = (visit: Visit, row: MatterRow): Card => {
  const { t } = visit
  return {
    kicker: html`${row.kind.label} · ${partyLinks(visit, [row.origin])}`,
    title: spoken(t, row.title),
    href: linkTo(visit, taskForcePaths.matter(row.id)),
    edge: html`${t('task-force.matter.decided')} ${dateText(t, row.decidedOn)}`,
    tags: [html`<span class="tag">${row.state.label}</span>`],
    facts: [
      ...(row.carer === null
        ? []
        : [html`${t('task-force.matter.carer')} ${partyLinks(visit, [row.carer])}`]),
      ...(row.dueOn === null ? [] : [html`${t('task-force.matter.due')} ${dateText(t, row.dueOn)}`]),
      ...(row.late ? [html`${t('task-force.matter.late')}`] : []),
      ...(row.visibility.code === 'public' ? [] : [html`${t('task-force.matter.internal.only')}`]),
      ...(row.example ? [html`${t('moderation.example')}`] : []),
    ],
  }
}

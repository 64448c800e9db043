import { partyLinks } from '#modules/mandates/index.ts'
import { may } from '#platform/access/rights.ts'
import type { MessageKey } from '#platform/messages.ts'
import { chosenOf, facetLabel } from '#platform/ui/chosen.ts'
import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { codeTag } from '#platform/ui/status.ts'
import { dateRangeText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { roomLinks } from '../coordination/pages/filtered-page.ts'
import { planPaths } from '../paths.ts'
import { ledBy, planRights } from '../plan-rights.ts'
import { planTypeRights } from '../plan-types/type-rights.ts'
import type { PlanRow } from '../plan-shape.ts'

export const filterKeys = {
  purpose: 'plans.purpose',
  'action-line': 'plans.action-line',
  lead: 'plans.lead',
  state: 'plans.state',
  year: 'plans.year',
} as const satisfies Record<string, MessageKey>

/** All plans, with what they are filtered by beside them. */
export function plansPage(visit: Visit, { rows, total, next, facets = [] }: Listing<PlanRow>): Page {
  const { t, query } = visit
  const chosen = chosenOf(visit, facets, filterKeys)
  return {
    title: t('plans.title'),
    description: t('plans.lead-in'),
    unlisted: chosen.length > 0 || query.has('after'),
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
    ],
    main: html`${pageHead({ title: t('plans.title'), lead: t('plans.lead-in') })}
    ${when(mayMake(visit), () => html`<p class="buttons"><a class="button main" href="${linkTo(visit, planPaths.new)}">${t('plans.new')}</a></p>`)}
    ${roomLinks(visit)}
    ${when(
      may(planTypeRights, 'make', visit.actor, { state: 'offered', within: [] }),
      () => html`<p><a href="${linkTo(visit, planPaths.types)}">${t('plans.types')}</a></p>`,
    )}
    ${filteredList(visit, {
      filters: facets.map((facet) => facetList(visit, facet, facetLabel(visit, facet, filterKeys))),
      chosen,
      count: t('plans.count', { count: total }),
      rows:
        rows.length === 0
          ? emptyState({ title: t('plans.none'), text: t('plans.none.text') })
          : cardList(
              rows.map((row) => planCard(visit, row)),
              { level: 3 },
            ),
      next,
    })}`,
  }
}

/** Somebody who leads anything may begin a plan for it. */
export const mayMake = ({ actor }: Pick<Visit, 'actor'>): boolean => {
  const { lines, bodies } = ledBy(actor)
  const within = [
    ...lines.map((line) => `action-line:${line}` as const),
    ...bodies.map((body) => `body:${body}` as const),
  ]
  return may(planRights, 'make', actor, { state: 'draft', within })
}

export const planCard = (visit: Visit, row: PlanRow): Card => {
  const { t } = visit
  return {
    kicker: html`${row.type.name.text}`,
    title: spoken(t, row.title),
    href: linkTo(visit, planPaths.plan(row.id)),
    tags: planTags(row),
    facts: [
      html`${t('plans.lead')} ${partyLinks(visit, [row.lead, ...row.facilitators])}`,
      html`${t('plans.items.count', { count: row.items })}`,
      ...(row.version > 1 ? [html`${t('plans.version', { version: row.version })}`] : []),
      ...(row.example ? [html`${t('moderation.example')}`] : []),
    ],
    edge: dateRangeText(t, row.startsOn, row.endsOn),
  }
}

export const planTags = ({ state, actionLine }: Pick<PlanRow, 'state' | 'actionLine'>): Html[] => [
  ...(actionLine === null
    ? []
    : [codeTag(actionLine.code, actionLine.label === null ? {} : { title: actionLine.label.text })]),
  html`<span class="tag">${state.label}</span>`,
]

import { partyLinks } from '#modules/mandates/index.ts'
import { may } from '#platform/access/rights.ts'
import type { MessageKey } from '#platform/messages.ts'
import { chosenOf, facetLabel } from '#platform/ui/chosen.ts'
import { facetList, type ChosenFilter } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html, when } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { dateRangeText, dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reportPaths } from '../paths.ts'
import { reportRights } from '../report-rights.ts'
import type { ReportRow } from '../report-shape.ts'
import { actWords } from './act-words.ts'

export const filterKeys = {
  template: 'reports.template',
  recipient: 'reports.recipient',
  state: 'reports.state',
  year: 'plans.year',
} as const satisfies Record<string, MessageKey>

/** All reports that the reader sees, with what they are filtered by beside them. */
export function reportsPage(visit: Visit, { rows, total, next, facets = [] }: Listing<ReportRow>): Page {
  const { t, query } = visit
  const chosen = chosenOf(visit, facets, filterKeys)
  const narrowed = (['uses', 'answers'] as const).flatMap((name): ChosenFilter[] => {
    const value = query.get(name)
    return value === null ? [] : [{ name, label: t(`reports.proof.filter.${name}`), value }]
  })
  chosen.push(...narrowed)
  return {
    title: t('reports.title'),
    description: t('reports.lead-in'),
    unlisted: chosen.length > 0 || query.has('after'),
    crumbs: [{ label: t('reports.portfolio'), path: reportPaths.portfolio }],
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
    ],
    main: html`${pageHead({ title: t('reports.title'), lead: t('reports.lead-in') })}
    ${when(
      may(reportRights, 'make', visit.actor, { state: 'planned' }),
      () =>
        html`<p class="buttons">
          <a class="button main" href="${linkTo(visit, reportPaths.new)}"
            >${actWords(visit, 'action.report.make')}</a
          >
        </p>`,
    )}
    ${filteredList(visit, {
      filters: facets.map((facet) => facetList(visit, facet, facetLabel(visit, facet, filterKeys))),
      chosen,
      count: t('reports.count', { count: total }),
      rows:
        rows.length === 0
          ? emptyState({ title: t('reports.none'), text: t('reports.none.text') })
          : cardList(
              rows.map((row) => reportCard(visit, row)),
              { level: 3 },
            ),
      next,
    })}`,
  }
}

export const reportCard = (visit: Visit, row: ReportRow): Card => {
  const { t } = visit
  return {
    kicker: html`${row.symbol ?? spoken(t, row.template.name)}`,
    title: spoken(t, row.title),
    href: linkTo(visit, reportPaths.report(row.id)),
    tags: [html`<span class="tag">${row.state.label}</span>`],
    facts: [
      html`${t('reports.recipient')} ${partyLinks(visit, [row.recipient])}`,
      dateRangeText(t, row.startsOn, row.endsOn),
      ...(row.version > 1 ? [html`${t('plans.version', { version: row.version })}`] : []),
      ...(row.example ? [html`${t('moderation.example')}`] : []),
    ],
    edge: dateText(t, row.dueOn),
  }
}

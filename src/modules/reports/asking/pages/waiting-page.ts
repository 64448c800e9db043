import { facetList, filterPanel, pagination } from '#platform/ui/facets.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { ownerLink } from '../../pages/owner-link.ts'
import { reportPaths } from '../../paths.ts'
import type { WaitingRecord } from '../waiting-routes.ts'

/** What waits for the reader in reports, the longest due first. */
export function waitingPage(visit: Visit, { rows, total, next, facets = [] }: Listing<WaitingRecord>): Page {
  const { t } = visit
  return {
    title: t('reports.asking.title'),
    unlisted: true,
    crumbs: [{ label: t('reports.portfolio'), path: reportPaths.portfolio }],
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
    ],
    main: html`${pageHead({ title: t('reports.asking.title'), lead: t('reports.asking.lead') })}
      <div class="with-filters">
        ${filterPanel(visit, {
          chosen: facets.filter(({ values }) => values.some(({ chosen }) => chosen)).length,
          content: facets.map((facet) => facetList(visit, facet, t('reports.asking.waits'))),
        })}
        <section class="results" aria-labelledby="results-title">
          <h2 id="results-title">${t('reports.asking.count', { count: total })}</h2>
          ${
            rows.length === 0
              ? emptyState({ title: t('reports.asking.none') })
              : cardList(
                  rows.map((row) => waitingCard(visit, row)),
                  { level: 3 },
                )
          }
          ${pagination(visit, next)}
        </section>
      </div>`,
  }
}

function waitingCard(
  visit: Visit,
  { waits, report, section, owner, dueOn, late, open }: WaitingRecord,
): Card {
  const { t } = visit
  const said = open.comments + open.suggestions
  return {
    kicker: html`${waits.label}${section === null ? '' : html` · ${report.title}`}`,
    title: section === null ? report.title : spoken(t, section.name),
    href: linkTo(visit, section === null ? reportPaths.report(report.id) : reportPaths.section(section.id)),
    tags: late ? [html`<strong>${t('reports.asking.late')}</strong>`] : [],
    facts: [ownerLink(visit, owner), ...(said === 0 ? [] : [t('reports.talk.open', open)])],
    edge: dateText(t, dueOn),
  }
}

import type { MessageKey } from '#platform/messages.ts'
import { chosenOf, facetLabel } from '#platform/ui/chosen.ts'
import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
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

const filterKeys = { waits: 'reports.asking.waits' } as const satisfies Record<string, MessageKey>

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
    ${filteredList(visit, {
      filters: facets.map((facet) => facetList(visit, facet, facetLabel(visit, facet, filterKeys))),
      chosen: chosenOf(visit, facets, filterKeys),
      count: t('reports.asking.count', { count: total }),
      rows:
        rows.length === 0
          ? emptyState({ title: t('reports.asking.none') })
          : cardList(
              rows.map((row) => waitingCard(visit, row)),
              { level: 3 },
            ),
      next,
    })}`,
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

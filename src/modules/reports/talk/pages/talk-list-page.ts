import type { MessageKey } from '#platform/messages.ts'
import { chosenOf, facetLabel } from '#platform/ui/chosen.ts'
import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html } from '#platform/ui/html.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfReport } from '../../pages/report-page.ts'
import type { TalkRecord } from '../talk-shape.ts'
import { talkCard } from './talk-part.ts'

const filterKeys = {
  kind: 'reports.talk.kind',
  state: 'reports.state',
  section: 'reports.section',
} as const satisfies Record<string, MessageKey>

/** All that was said of a report while it was written. */
export function talkListPage(
  visit: Visit,
  { rows, total, next, facets = [], about }: Listing<TalkRecord>,
): Page {
  const { t } = visit
  const title = about?.name ?? ''
  return {
    title: `${t('words.before', { words: t('reports.talk.title') })} ${title}`,
    unlisted: true,
    crumbs: crumbsOfReport(visit, { id: about?.id ?? '', title: { text: title } }),
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
    ],
    main: html`${pageHead({ kicker: title, title: t('reports.talk.title'), lead: t('reports.talk.lead') })}
    ${filteredList(visit, {
      filters: facets.map((facet) => facetList(visit, facet, facetLabel(visit, facet, filterKeys))),
      chosen: chosenOf(visit, facets, filterKeys),
      count: t('reports.talk.count', { count: total }),
      rows:
        rows.length === 0
          ? emptyState({ title: t('reports.talk.none') })
          : cardList(
              rows.map((row) => talkCard(visit, row)),
              { level: 3 },
            ),
      next,
    })}`,
  }
}

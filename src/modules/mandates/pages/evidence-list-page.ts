import type { MessageKey } from '#platform/messages.ts'
import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState, notice } from '#platform/ui/notices.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { EvidenceRecord } from '../evidence/evidence-shape.ts'
import { mandatePaths } from '../paths.ts'
import { chosenOf, facetLabel } from './duties-page.ts'
import { evidenceCard } from './evidence-card.ts'

const filterKeys = {
  strength: 'evidence.strength',
  kind: 'evidence.kind',
  year: 'duties.filter.year',
  revision: 'duties.filter.revision',
  addressee: 'duties.filter.addressee',
  duty: 'evidence.duty',
} satisfies Record<string, MessageKey>

/** All evidence that the reader may see, the latest first. */
export function evidenceListPage(
  visit: Visit,
  { rows, total, next, facets = [] }: Listing<EvidenceRecord>,
): Page {
  const { t } = visit
  const chosen = chosenOf(visit, facets, filterKeys)
  return {
    title: t('evidence.title'),
    description: t('evidence.lead'),
    unlisted: chosen.length > 0 || visit.query.has('after'),
    alternates: [
      { type: 'application/json', path: '.json', title: t('duties.as-json') },
      { type: 'text/csv', path: '.csv', title: t('duties.as-csv') },
      { type: 'application/atom+xml', path: '.atom', title: t('duties.as-atom') },
    ],
    main: html`${pageHead({ title: t('evidence.title'), lead: t('evidence.lead') })}
    ${notice(t('evidence.strengths-explained'))}
    ${filteredList(visit, {
      filters: facets.map((facet) => facetList(visit, facet, facetLabel(visit, facet, filterKeys))),
      chosen,
      count: t('evidence.count', { count: total }),
      rows:
        rows.length === 0
          ? emptyState({
              title: t('evidence.none'),
              link: { label: t('evidence.all'), href: linkTo(visit, mandatePaths.evidence) },
            })
          : cardList(
              rows.map((row) => evidenceCard(visit, row)),
              { level: 3 },
            ),
      next,
    })}`,
  }
}

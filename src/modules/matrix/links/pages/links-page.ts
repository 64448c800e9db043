import type { MessageKey } from '#platform/messages.ts'
import { may } from '#platform/access/rights.ts'
import { chosenOf, facetLabel } from '#platform/ui/chosen.ts'
import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html, when } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOf } from '../../pages/cell-words.ts'
import { matrixPaths } from '../../paths.ts'
import { linkRights } from '../link-rights.ts'
import type { LinkRow } from '../link-shape.ts'
import { linkCard } from './link-card.ts'

const keys = {
  state: 'matrix.filter.state',
  source: 'matrix.filter.source',
  'action-line': 'matrix.filter.action-line',
  sdg: 'matrix.filter.sdg',
  target: 'matrix.filter.target',
  gdc: 'matrix.filter.gdc',
  valid: 'matrix.filter.valid',
} satisfies Record<string, MessageKey>

/** All links with their filters beside them. */
export function linksPage(visit: Visit, { rows, total, next, facets = [] }: Listing<LinkRow>): Page {
  const { t } = visit
  const chosen = chosenOf(visit, facets, keys).map((one) =>
    one.name === 'valid' ? { ...one, value: t('matrix.valid.now') } : one,
  )
  return {
    title: t('matrix.links'),
    description: t('matrix.links.lead'),
    crumbs: crumbsOf(visit),
    unlisted: chosen.length > 0 || visit.query.has('after'),
    alternates: [
      { type: 'application/json', path: '.json', title: t('matrix.as-json') },
      { type: 'text/csv', path: '.csv', title: t('matrix.as-csv') },
    ],
    main: html`${pageHead({ title: t('matrix.links'), lead: t('matrix.links.lead') })}
    ${when(
      isProposer(visit),
      () =>
        html`<p class="buttons">
          <a class="button main" href="${linkTo(visit, matrixPaths.newLink)}">${t('matrix.propose')}</a>
        </p>`,
    )}
    ${filteredList(visit, {
      filters: facets.map((facet) => facetList(visit, facet, facetLabel(visit, facet, keys))),
      chosen,
      count: t('matrix.links.count', { count: total }),
      rows:
        rows.length === 0
          ? emptyState({ title: t('matrix.links.none') })
          : cardList(
              rows.map((row) => linkCard(visit, row)),
              { level: 3 },
            ),
      next,
    })}`,
  }
}

/** Whether somebody may propose for any line; which, the form says. */
const isProposer = ({ actor }: Visit): boolean =>
  may(linkRights, 'propose', actor, {
    state: 'proposed',
    within: actor.standings.flatMap(({ scope }) => (scope?.startsWith('action-line:') ? [scope] : [])),
  })

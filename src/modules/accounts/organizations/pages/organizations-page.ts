import { may } from '#platform/access/rights.ts'
import type { MessageKey } from '#platform/messages.ts'
import { chosenOf, facetLabel } from '#platform/ui/chosen.ts'
import { filterForm, textField } from '#platform/ui/controls.ts'
import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { bdi, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../../paths.ts'
import { organizationRights } from '../organization-rights.ts'
import type { OrganizationRowRecord } from '../organization-shape.ts'

const filterKeys = {
  type: 'organizations.type',
  region: 'organizations.region',
  country: 'organizations.country',
  membership: 'organizations.membership',
  state: 'organizations.state',
  q: 'organizations.words',
} satisfies Record<string, MessageKey>

export function organizationsPage(visit: Visit, listing: Listing<OrganizationRowRecord>): Page {
  const { t } = visit
  const { rows, total, next, facets = [] } = listing
  const chosen = chosenOf(visit, facets, filterKeys)
  const words = filterForm(visit, {
    label: t('organizations.words'),
    fields: [textField(visit, { name: 'q', label: t('organizations.words'), type: 'search' })],
    names: ['q'],
  })
  const lists = facets.map((facet) => facetList(visit, facet, facetLabel(visit, facet, filterKeys)))
  return {
    title: t('organizations.title'),
    description: t('organizations.lead'),
    unlisted: chosen.length > 0 || visit.query.has('after'),
    alternates: [
      { type: 'application/json', path: '.json', title: t('organizations.as-json') },
      { type: 'text/csv', path: '.csv', title: t('organizations.as-csv') },
    ],
    main: html`${pageHead({ title: t('organizations.title'), lead: t('organizations.lead') })}
    ${proposal(visit)}
    ${filteredList(visit, {
      filters: [words, ...lists],
      chosen,
      count: t('organizations.count', { count: total }),
      rows:
        rows.length === 0
          ? emptyState({ title: t('organizations.none') })
          : cardList(
              rows.map((row) => organizationCard(visit, row)),
              { level: 3 },
            ),
      next,
    })}`,
  }
}

export const organizationCard = (visit: Visit, row: OrganizationRowRecord): Card => ({
  kicker: html`${row.type.label === null ? row.type.code : spoken(visit.t, row.type.label)}`,
  title: html`${spoken(visit.t, row.name)}${when(row.acronym, () => html` (${bdi(row.acronym ?? '')})`)}`,
  href: linkTo(visit, accountPaths.organization(row.id)),
  facts: [
    ...(row.country === null
      ? []
      : [html`${row.country.label === null ? row.country.code : spoken(visit.t, row.country.label)}`]),
    ...(row.membership.code === 'none' ? [] : [html`${row.membership.label}`]),
    ...(row.state.code === 'approved' ? [] : [html`${row.state.label}`]),
    ...(row.example ? [html`${visit.t('organizations.example-mark')}`] : []),
  ],
})

/** Whoever is signed in can propose one that is missing. */
const proposal = (visit: Visit): Html | '' =>
  when(
    may(organizationRights, 'propose', visit.actor, { state: 'proposed' }),
    () =>
      html`<p>
        <a href="${linkTo(visit, accountPaths.newOrganization)}">${visit.t('organizations.propose')}</a>
      </p>`,
  )

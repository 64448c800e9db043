import type { MessageKey } from '#platform/messages.ts'
import { chosenOf, facetLabel } from '#platform/ui/chosen.ts'
import { filterForm, selectField, textField } from '#platform/ui/controls.ts'
import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../../paths.ts'
import type { PersonRowRecord } from '../person-shape.ts'
import { personStates } from '../person.ts'

const filterKeys = {
  role: 'noun.role',
  state: 'organizations.state',
  q: 'people.words',
} satisfies Record<string, MessageKey>

export function peoplePage(visit: Visit, { rows, total, next, facets = [] }: Listing<PersonRowRecord>): Page {
  const { t } = visit
  const chosen = chosenOf(visit, facets, filterKeys)
  const roles = facets.filter(({ name }) => name === 'role')
  const content = [
    searchForm(visit),
    ...roles.map((facet) => facetList(visit, facet, facetLabel(visit, facet, filterKeys))),
  ]
  return {
    title: t('people.title'),
    unlisted: true,
    alternates: [
      { type: 'application/json', path: '.json', title: t('organizations.as-json') },
      { type: 'text/csv', path: '.csv', title: t('organizations.as-csv') },
    ],
    main: html`${pageHead({ title: t('people.title'), lead: t('people.lead') })} ${waysOn(visit)}
    ${filteredList(visit, { filters: content, chosen, count: t('people.count', { count: total }), rows: rows.length === 0 ? emptyState({ title: t('people.none') }) : peopleTable(visit, rows), next })}`,
  }
}

const searchForm = (visit: Visit): Html =>
  filterForm(visit, {
    label: visit.t('people.words'),
    fields: [
      textField(visit, { name: 'q', label: visit.t('people.words'), type: 'search' }),
      selectField(visit, {
        name: 'state',
        label: visit.t('organizations.state'),
        options: personStates.map((value) => ({ value, label: visit.t(`state.person.${value}`) })),
      }),
    ],
    names: ['q', 'state'],
  })

const waysOn = (visit: Visit): Html =>
  html`<ul class="steps">
    <li><a href="${linkTo(visit, accountPaths.newInvitation)}">${visit.t('invitations.new')}</a></li>
    <li><a href="${linkTo(visit, accountPaths.invitations)}">${visit.t('invitations.title')}</a></li>
    <li><a href="${linkTo(visit, accountPaths.claims)}">${visit.t('claims.title')}</a></li>
  </ul>`

const peopleTable = (visit: Visit, rows: PersonRowRecord[]): Html =>
  table({
    id: 'people',
    caption: visit.t('people.title'),
    columns: [
      { label: visit.t('people.name') },
      { label: visit.t('people.email') },
      { label: visit.t('people.roles') },
      { label: visit.t('organizations.state') },
      { label: visit.t('people.joined') },
    ],
    rows: rows.map((row) => [
      html`<a href="${linkTo(visit, accountPaths.person(row.id))}"><bdi>${row.name || row.id}</bdi></a>`,
      html`<bdi dir="ltr">${row.email ?? ''}</bdi>`,
      html`${row.roles.map((one) => html`${roleWords(visit, one)}<br />`)}`,
      row.confirmed || row.state.code !== 'active' ? row.state.label : visit.t('people.unconfirmed'),
      dateText(visit.t, row.joined.slice(0, 10)),
    ]),
  })

/** A role and what it is for. */
export const roleWords = (
  { t }: Pick<Visit, 't'>,
  { role, scope }: Pick<PersonRowRecord['roles'][number], 'role' | 'scope'>,
): Html => (scope === null ? html`${role.label}` : html`${role.label} · ${spoken(t, scope.name)}`)

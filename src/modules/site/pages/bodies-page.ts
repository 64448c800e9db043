import { accountPaths } from '#modules/accounts/index.ts'
import { chosenOf, facetLabel, mandatePaths } from '#modules/mandates/index.ts'
import type { MessageKey } from '#platform/messages.ts'
import { filterForm, textField } from '#platform/ui/controls.ts'
import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { number } from '#platform/ui/format.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, pageHead, spoken } from '#platform/ui/text.ts'
import { howWordsWereTaken } from '#platform/ui/words-taken.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { BodyRowRecord } from '../body-shape.ts'

const filterKeys = { kind: 'bodies.kind', q: 'duties.filter.words' } satisfies Record<string, MessageKey>

export function bodiesPage(visit: Visit, listing: Listing<BodyRowRecord>): Page {
  const { t } = visit
  const { rows, total, next, facets = [] } = listing
  const chosen = chosenOf(visit, facets, filterKeys)
  const words = filterForm(visit, {
    label: t('duties.filter.words'),
    fields: [textField(visit, { name: 'q', label: t('duties.filter.words'), type: 'search' })],
    names: ['q'],
  })
  const main = html`${pageHead({ title: t('bodies.title'), lead: t('bodies.lead') })}
  ${filteredList(visit, { filters: [words, ...facets.map((facet) => facetList(visit, facet, facetLabel(visit, facet, filterKeys)))], chosen, count: t('count.bodies', { count: total }), words: howWordsWereTaken(visit, listing), rows: rows.length === 0 ? emptyState({ title: t('bodies.none') }) : bodyTable(visit, rows), next })}`
  return {
    title: t('bodies.title'),
    description: t('bodies.lead'),
    main,
    unlisted: visit.query.size > 0,
    alternates: [
      { type: 'application/json', path: '.json', title: t('duties.as-json') },
      { type: 'text/csv', path: '.csv', title: t('duties.as-csv') },
    ],
  }
}

const bodyTable = (visit: Visit, rows: BodyRowRecord[]): Html =>
  table({
    id: 'bodies',
    caption: visit.t('bodies.caption'),
    columns: [
      { label: visit.t('bodies.body') },
      { label: visit.t('bodies.as-addressee'), align: 'end' },
      { label: visit.t('bodies.as-recipient'), align: 'end' },
      { label: visit.t('bodies.as-via'), align: 'end' },
      { label: visit.t('bodies.acronym') },
      { label: visit.t('bodies.kind') },
    ],
    rows: rows.map((body) => [
      html`<a href="${linkTo(visit, accountPaths.body(body.id))}"
        >${body.name === null ? body.id : spoken(visit.t, body.name)}</a
      >`,
      counted(visit, { addressee: body.id }, body.asAddressee),
      counted(visit, { recipient: body.id }, body.asRecipient),
      counted(visit, { via: body.id }, body.asVia),
      body.acronym === null ? '' : bdi(body.acronym),
      body.kind.label,
    ]),
  })

/** A number that opens what it counts; nothing to open at nought. */
export const counted = (visit: Visit, filters: Record<string, string>, count: number): Html =>
  count === 0
    ? html`<span class="muted">${number(visit.language, 0)}</span>`
    : html`<a href="${linkTo(visit, mandatePaths.duties, filters)}">${number(visit.language, count)}</a>`

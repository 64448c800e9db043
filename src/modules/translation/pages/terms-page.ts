import { chosenOf } from '#platform/ui/chosen.ts'
import { filterForm, textField } from '#platform/ui/controls.ts'
import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { translationPaths } from '../paths.ts'
import type { TermRecord } from '../terms/term-shape.ts'
import { nameOfTerm, statusTag, termWords } from './term-page.ts'

const filterKeys = { q: 'terms.filter.words', status: 'terms.filter.status' } as const

/** Terms in six languages, each with its languages below one another. */
export function termsPage(visit: Visit, { rows, total, next, facets = [] }: Listing<TermRecord>): Page {
  const { t } = visit
  const chosen = chosenOf(visit, facets, filterKeys)
  const main = html`${pageHead({ title: t('terms.title'), lead: t('terms.lead') })}
  ${filteredList(visit, {
    filters: [
      filterForm(visit, {
        label: t('terms.filter.words'),
        fields: [textField(visit, { name: 'q', label: t('terms.filter.words'), type: 'search' })],
        names: ['q'],
      }),
      ...facets.map((facet) => facetList(visit, facet, t('terms.filter.status'))),
    ],
    chosen,
    count: t('terms.count', { count: total }),
    rows:
      rows.length === 0 ? emptyState({ title: t('terms.none') }) : rows.map((row) => termPart(visit, row)),
    next,
  })}`
  return {
    title: t('terms.title'),
    description: t('terms.lead'),
    main,
    crumbs: [{ label: t('translation.title'), path: translationPaths.list }],
    unlisted: chosen.length > 0 || visit.query.has('after'),
    alternates: [
      { type: 'application/json', path: '.json', title: t('translation.as-json') },
      { type: 'text/csv', path: '.csv', title: t('translation.as-csv') },
    ],
  }
}

/** Official terms stand where they are used: only our own have a page. */
function termPart(visit: Visit, row: TermRecord): Html {
  const name = spoken(visit.t, nameOfTerm(visit, row))
  return html`<article class="card term">
    <h3>
      ${row.status.code === 'own' ? html`<a href="${linkTo(visit, translationPaths.term(row.id))}">${name}</a>` : name}
    </h3>
    <p class="facts">${statusTag(row)}</p>
    ${termWords(visit, row)}
  </article>`
}

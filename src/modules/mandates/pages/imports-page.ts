import { pagination } from '#platform/ui/facets.ts'
import { filterForm, selectField } from '#platform/ui/controls.ts'
import { html, when } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { bdi, dateText, languageBadge, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { importStates } from '../review/import.ts'
import { reviewPaths } from '../review/review-paths.ts'
import { importStateKeys, type ImportRecord } from '../review/review-shape.ts'

/** What was imported, and what waits for review. */
export function importsPage(visit: Visit, listing: Listing<ImportRecord>, mayOpen: boolean): Page {
  const { t } = visit
  return {
    title: t('imports.title'),
    description: t('imports.lead'),
    crumbs: [],
    alternates: [
      { type: 'application/json', path: '.json', title: t('imports.as-json') },
      { type: 'text/csv', path: '.csv', title: t('imports.as-csv') },
    ],
    unlisted: visit.query.size > 0,
    main: html`${pageHead({ title: t('imports.title'), lead: t('imports.lead') })}
      ${when(mayOpen, () => html`<p><a class="button" href="${linkTo(visit, reviewPaths.open)}">${t('import.title')}</a></p>`)}
      ${filterForm(visit, {
        label: t('imports.filter'),
        fields: [
          selectField(visit, {
            name: 'state',
            label: t('imports.state'),
            options: importStates.map((value) => ({ value, label: t(importStateKeys[value]) })),
          }),
        ],
        names: ['state'],
      })}
      <section class="results" aria-labelledby="results-title">
        <h2 id="results-title">${t('imports.total', { count: listing.total })}</h2>
        ${
          listing.rows.length === 0
            ? emptyState({ title: t('imports.none') })
            : cardList(
                listing.rows.map((row) => card(visit, row)),
                { level: 3 },
              )
        }
        ${pagination(visit, listing.next)}
      </section>`,
  }
}

const card = (visit: Visit, row: ImportRecord): Card => ({
  kicker: row.kind.label,
  title:
    row.title === null ? bdi(row.fileName) : spoken(visit.t, { text: row.title, language: row.language }),
  href: linkTo(visit, reviewPaths.import(row.id)),
  tags: [html`<span class="badge">${row.state.label}</span>`, languageBadge(visit.t, row.language)],
  facts: [bdi(row.fileName)],
  edge: dateText(visit.t, row.changedAt.slice(0, 10)),
})

import { filterForm, selectField, type Option } from '#platform/ui/controls.ts'
import { pagination } from '#platform/ui/facets.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { TimelineRecord } from '../history/timeline-shape.ts'
import { sitePaths } from '../paths.ts'
import { timeline } from './timeline-part.ts'

/** Everything that happened and that the reader may know of. */
export function historyPage(visit: Visit, listing: Listing<TimelineRecord>, kinds: Option[]): Page {
  const { t } = visit
  const filter = filterForm(visit, {
    label: t('history.kind'),
    fields: [selectField(visit, { name: 'kind', label: t('history.kind'), options: kinds })],
    names: ['kind'],
  })
  return {
    title: t('history.title'),
    description: t('history.lead'),
    unlisted: visit.query.size > 0,
    alternates: alternates(visit),
    main: html`${pageHead({ title: t('history.title'), lead: t('history.lead') })} ${filter}
    ${lines(visit, listing, 'many records')}`,
  }
}

/** What happened to one record. */
export function subjectPage(visit: Visit, listing: Listing<TimelineRecord>): Page {
  const { t } = visit
  const { about } = listing
  const title = t('history.of', { name: about?.name ?? '' })
  const isOne = listing.rows.every(({ subject }) => subject.kind.code === about?.kind)
  return {
    title,
    description: t('history.of-lead'),
    crumbs: [{ label: t('history.title'), path: sitePaths.history }],
    unlisted: visit.query.size > 0,
    alternates: alternates(visit),
    main: html`${pageHead({ title, lead: t('history.of-lead') })}
    ${about?.path ? html`<p><a href="${linkTo(visit, about.path)}">${t('history.record')}</a></p>` : ''}
    ${lines(visit, listing, isOne ? 'one record' : 'many records')}`,
  }
}

const lines = (
  visit: Visit,
  { rows, total, next }: Listing<TimelineRecord>,
  about: 'one record' | 'many records',
): Html =>
  html`<section aria-labelledby="lines-title">
    <h2 id="lines-title">${visit.t('history.total', { count: total })}</h2>
    ${rows.length === 0 ? emptyState({ title: visit.t('history.none') }) : timeline(visit, rows, about)}
    ${pagination(visit, next)}
  </section>`

const alternates = ({ t }: Visit) => [
  { type: 'application/json', path: '.json', title: t('history.as-json') },
  { type: 'text/csv', path: '.csv', title: t('history.as-csv') },
  { type: 'application/atom+xml', path: '.atom', title: t('history.as-feed') },
]

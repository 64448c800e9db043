import type { MessageKey } from '#platform/messages.ts'
import { chosenOf, facetLabel } from '#platform/ui/chosen.ts'
import { textField, filterForm } from '#platform/ui/controls.ts'
import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState, notice } from '#platform/ui/notices.ts'
import { pageHead } from '#platform/ui/text.ts'
import { howWordsWereTaken } from '#platform/ui/words-taken.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { DutyRecord } from '../duties/duty-shape.ts'
import { mandatePaths } from '../paths.ts'
import { dutyCard } from './duty-card.ts'

export { chosenOf, facetLabel }

/** All filters of the duties, in the order in which they stand at the side. */
export const dutyFilterKeys = {
  state: 'duties.filter.state',
  addressee: 'duties.filter.addressee',
  recipient: 'duties.filter.recipient',
  via: 'duties.filter.via',
  cadence: 'duties.filter.cadence',
  year: 'duties.filter.year',
  'action-line': 'duties.filter.action-line',
  sdg: 'duties.filter.sdg',
  revision: 'duties.filter.revision',
  instrument: 'duties.filter.instrument',
  owner: 'duties.filter.owner',
  keeping: 'duties.filter.keeping',
  q: 'duties.filter.words',
} satisfies Record<string, MessageKey>

export function dutiesPage(visit: Visit, listing: Listing<DutyRecord>): Page {
  const { t } = visit
  const { rows, total, next, facets = [] } = listing
  const chosen = chosenOf(visit, facets, dutyFilterKeys)
  const main = html`${pageHead({ title: t('duties.title'), lead: t('duties.lead') })}
  ${notice(t('duties.own-words'))}
  ${filteredList(visit, {
    filters: [
      wordsForm(visit),
      ...facets.map((facet) => facetList(visit, facet, facetLabel(visit, facet, dutyFilterKeys))),
    ],
    chosen,
    count: t('duties.count', { count: total }),
    words: howWordsWereTaken(visit, listing),
    rows:
      rows.length === 0
        ? nothing(visit)
        : cardList(
            rows.map((row) => dutyCard(visit, row)),
            { level: 3 },
          ),
    next,
  })}`
  return {
    title: t('duties.title'),
    description: t('duties.lead'),
    main,
    unlisted: chosen.length > 0 || visit.query.has('after'),
    alternates: [
      { type: 'application/json', path: '.json', title: t('duties.as-json') },
      { type: 'text/csv', path: '.csv', title: t('duties.as-csv') },
      { type: 'application/atom+xml', path: '.atom', title: t('duties.as-atom') },
    ],
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: t('duties.title'),
      description: t('duties.lead'),
      inLanguage: t.language.tag,
      isAccessibleForFree: true,
      distribution: ['.json', '.csv'].map((ending) => ({
        '@type': 'DataDownload',
        encodingFormat: ending === '.json' ? 'application/json' : 'text/csv',
        contentUrl: `${visit.settings.publicUrl}${linkTo(visit, mandatePaths.duties)}${ending}`,
      })),
    },
  }
}

const wordsForm = (visit: Visit): Html =>
  filterForm(visit, {
    label: visit.t('duties.filter.words'),
    fields: [textField(visit, { name: 'q', label: visit.t('duties.filter.words'), type: 'search' })],
    names: ['q'],
  })

const nothing = (visit: Visit): Html =>
  emptyState({
    title: visit.t('duties.none'),
    text: visit.t('duties.none.text'),
    link: { label: visit.t('duties.all'), href: linkTo(visit, mandatePaths.duties) },
  })

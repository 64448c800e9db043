import { has } from '#platform/access/actor.ts'
import { languages } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { chosenOf, facetLabel } from '#platform/ui/chosen.ts'
import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { dateText, pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { translationPaths } from '../paths.ts'
import type { WorkRecord } from '../worklist/work-shape.ts'
import { fileLinks } from './file-links.ts'
import { stateTag } from './state-tag.ts'

const filterKeys = {
  language: 'translation.filter.language',
  state: 'translation.filter.state',
  kind: 'translation.filter.kind',
  from: 'translation.filter.from',
} satisfies Record<string, MessageKey>

/** The translators' work list; whoever does not translate reads in it what is there in which language. */
export function translationPage(visit: Visit, { rows, total, next, facets = [] }: Listing<WorkRecord>): Page {
  const { t } = visit
  const chosen = chosenOf(visit, facets, filterKeys)
  const main = html`${pageHead({ title: t('translation.title'), lead: t('translation.lead') })}
    <ul class="ways">
      <li><a href="${linkTo(visit, translationPaths.exchange)}">${t('translation.exchange')}</a></li>
      <li><a href="${linkTo(visit, translationPaths.terms)}">${t('terms.title')}</a></li>
      <li><a href="${linkTo(visit, '/languages')}">${t('translation.parity')}</a></li>
    </ul>
    ${filteredList(visit, {
      filters: facets.map((facet) => facetList(visit, facet, facetLabel(visit, facet, filterKeys))),
      chosen,
      count: t('translation.count', { count: total }),
      rows: [
        rows.length === 0
          ? emptyState({ title: t('translation.none') })
          : cardList(
              rows.map((row) => card(visit, row)),
              { level: 3 },
            ),
        html`${files(visit, total)}`,
      ],
      next,
    })}`
  return {
    title: t('translation.title'),
    description: t('translation.lead'),
    main,
    unlisted: chosen.length > 0 || visit.query.has('after'),
    alternates: [
      { type: 'application/json', path: '.json', title: t('translation.as-json') },
      { type: 'text/csv', path: '.csv', title: t('translation.as-csv') },
    ],
  }
}

function card(visit: Visit, row: WorkRecord): Card {
  const { t } = visit
  const translates = has(visit.actor, 'translator')
  const other = translates
    ? { label: t('translation.read'), path: row.read }
    : { label: t('translation.translate'), path: row.translate }
  const open = row.counts.missing + row.counts.outdated + row.counts.machine
  return {
    kicker: row.kind.label,
    title: html`<bdi>${row.title}</bdi>`,
    href: linkTo(visit, translates ? row.translate : row.read),
    tags: [stateTag(t, row.state.code)],
    facts: [
      direction(row),
      t('translation.open-segments', { open, count: row.segments }),
      html`${t('translation.since')} ${dateText(t, row.since.slice(0, 10))}`,
      html`<a href="${linkTo(visit, other.path)}">${other.label}</a>`,
    ],
  }
}

/** 'English → Français', whatever the direction of the page. */
const direction = ({ original, language }: WorkRecord): Html =>
  html`<span class="from-to"
    ><bdi lang="${languages[original].tag}">${languages[original].endonym}</bdi>
    <span aria-hidden="true" class="arrow">→</span>
    <bdi lang="${languages[language].tag}">${languages[language].endonym}</bdi></span
  >`

/** The chosen records as files for a translator's own program; they need one language to go into. */
function files(visit: Visit, total: number): Html | '' {
  const { query } = visit
  if (total === 0 || !query.get('language')) return ''
  const names = ['language', 'kind', 'state', 'from']
  const chosen = Object.fromEntries(names.map((name) => [name, query.get(name)]))
  return html`<ul class="ways">
    ${fileLinks(visit, chosen)}
  </ul>`
}

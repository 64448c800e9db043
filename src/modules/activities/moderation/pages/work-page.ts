import { addressOf } from '#platform/web/address.ts'
import type { MessageKey } from '#platform/messages.ts'
import { chosenOf, facetLabel } from '#platform/ui/chosen.ts'
import { filterForm, textField } from '#platform/ui/controls.ts'
import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { dateText, pageHead, spoken, unseen } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { stateTag } from '../../pages/state-tag.ts'
import { activityPaths } from '../../paths.ts'
import { bulkSteps } from '../verdict.ts'
import type { WorkFacet } from '../work.ts'
import type { WorkRecord } from '../work-shape.ts'

const filterKeys = {
  state: 'moderation.filter.state',
  care: 'moderation.filter.care',
  language: 'moderation.filter.language',
  region: 'moderation.filter.region',
  country: 'moderation.filter.country',
  line: 'moderation.filter.line',
  stakeholder: 'moderation.filter.stakeholder',
  organization: 'moderation.filter.organization',
  call: 'moderation.filter.call',
  q: 'moderation.filter.words',
} satisfies Record<WorkFacet | 'q', MessageKey>

/** What waits for the secretariat, with the filters beside it and ways to do something with several at once. */
export function workPage(visit: Visit, listing: Listing<WorkRecord>): Page {
  const { t } = visit
  const { rows, total, next, facets = [] } = listing
  const chosen = chosenOf(visit, facets, filterKeys)
  const words = filterForm(visit, {
    label: t('moderation.filter.words'),
    fields: [textField(visit, { name: 'q', label: t('moderation.filter.words'), type: 'search' })],
    names: ['q'],
  })
  const lists = facets
    .filter(({ values }) => values.length > 0)
    .map((facet) => facetList(visit, facet, facetLabel(visit, facet, filterKeys)))
  return {
    title: t('moderation.title'),
    unlisted: true,
    alternates: [
      { type: 'application/json', path: '.json', title: t('moderation.as-json') },
      { type: 'text/csv', path: '.csv', title: t('moderation.as-csv') },
    ],
    main: html`${pageHead({ title: t('moderation.title'), lead: t('moderation.lead') })} ${waysOn(visit)}
    ${filteredList(visit, { filters: [words, ...lists], chosen, count: t('moderation.count', { count: total }), rows: rows.length === 0 ? emptyState({ title: t('moderation.none') }) : bulkForm(visit, rows), next })}`,
  }
}

const waysOn = (visit: Visit): Html =>
  html`<p class="ways">
    <a href="${linkTo(visit, activityPaths.figures)}">${visit.t('moderation.figures')}</a>
    <a href="${linkTo(visit, activityPaths.calls)}">${visit.t('calls.title')}</a>
    <a href="${linkTo(visit, activityPaths.moderationSettings)}">${visit.t('moderation.settings')}</a>
  </p>`

/** Ticking leads to a preview and changes nothing, so it asks with GET. */
const bulkForm = (visit: Visit, rows: WorkRecord[]): Html =>
  html`<form class="bulk" method="get" action="${addressOf(visit.language, activityPaths.bulk)}">
    ${cardList(
      rows.map((row) => workCard(visit, row)),
      { level: 3 },
    )}
    <div class="bulk-step">
      <label for="f-step">${visit.t('moderation.bulk.with-ticked')}</label>
      <select id="f-step" name="step">
        ${bulkSteps.map((step) => html`<option value="${step}">${visit.t(`moderation.bulk.${step}`)}</option>`)}
      </select>
      <button type="submit">${visit.t('moderation.bulk.preview')}</button>
    </div>
  </form>`

const workCard = (visit: Visit, row: WorkRecord): Card => {
  const { t } = visit
  const title = row.title === '' ? t('activities.untitled') : row.title
  return {
    kicker: html`<label class="tick"
        ><input type="checkbox" name="entry" value="${row.id}" /><span
          >${t('moderation.tick')}${unseen(` ${title}`)}</span
        ></label
      >
      <span>${row.organization === null ? '' : spoken(t, row.organization.name)}</span>`,
    title: spoken(t, { text: title, language: row.language }),
    href: linkTo(visit, row.path),
    tags: [
      stateTag(visit, row.state.code),
      ...(row.isApproved ? [html`<span class="tag">${t('moderation.approved-once')}</span>`] : []),
    ],
    facts: factsOf(visit, row),
    edge: edgeOf(visit, row),
  }
}

const factsOf = ({ t }: Visit, row: WorkRecord): Html[] => [
  ...(row.country === null
    ? []
    : [html`${row.country.label === null ? row.country.code : spoken(t, row.country.label)}`]),
  ...(row.actionLines.length === 0
    ? []
    : [html`<bdi>${row.actionLines.map(({ code }) => code).join(' ')}</bdi>`]),
  ...(row.moderator === null ? [] : [html`${t('moderation.looked-after', { name: row.moderator.name })}`]),
  ...(row.call === null ? [] : [html`${spoken(t, row.call.title)}`]),
  ...(row.example ? [html`${t('moderation.example')}`] : []),
]

const edgeOf = ({ t }: Visit, row: WorkRecord): Html =>
  html`${when(row.isWaiting, () => html`${t('moderation.waits-days', { count: row.days })}<br />`)}
  ${t('moderation.since')} ${dateText(t, row.since.slice(0, 10))}`

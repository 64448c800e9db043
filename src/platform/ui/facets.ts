import type { Facet, FacetValue } from '../web/site.ts'
import { number } from './format.ts'
import { escaped, html, raw, when, type Html } from './html.ts'
import { here, thereWith, type Place } from './links.ts'
import { unseen } from './text.ts'

const shownAtOnce = 8
const mostShown = 10
/** For one or two more nobody need go to another page. */
const allShown = mostShown + 2

type Listed = {
  /** 'several': values add up, with commas between them in the address, and any of them will do. */
  choice?: 'one' | 'several'
  /** The page of all values; then the panel holds those that count most, and a link there. */
  allAt?: string
}

/** The values of one filter with their counts; each link keeps the other filters, and a chosen one takes itself away. */
export function facetList(place: Place, facet: Facet, label: string, listed: Listed = {}): Html {
  const { allAt } = listed
  const known = (allAt === undefined ? undefined : facet.first?.(allShown + 1)) ?? facet.values
  const values = known.filter((value) => value.count > 0 || value.chosen)
  const head = allAt === undefined ? firstOf(values) : mostCounted(values)
  const rest = values.length > head.length ? values.filter((value) => !head.includes(value)) : []
  const lines = (some: FacetValue[]) => facetLines(place, { name: facet.name, values: some }, listed)
  return html`<section class="facet" aria-labelledby="facet-${facet.name}">
    <h3 id="facet-${facet.name}">${label}</h3>
    ${head.length === 0 ? html`<p class="muted">${place.t('filters.no-values')}</p>` : lines(head)}
    ${when(
      rest.length > 0 && allAt === undefined,
      () =>
        html`<details>
          <summary>${place.t('filters.more', { count: rest.length })}</summary>
          ${lines(rest)}
        </details>`,
    )}
    ${when(rest.length > 0 && allAt !== undefined, () => html`<p><a href="${thereWith(place, allAt ?? '')}" aria-describedby="facet-${facet.name}">${place.t('filters.all')}</a></p>`)}
  </section>`
}

const firstOf = (values: FacetValue[]): FacetValue[] =>
  values.filter((value, rank) => rank < shownAtOnce || value.chosen)

/** In the order in which they stand. */
function mostCounted(values: FacetValue[]): FacetValue[] {
  if (values.length <= allShown) return values
  const most = new Set(values.toSorted((one, other) => other.count - one.count).slice(0, mostShown))
  return values.filter((value) => most.has(value) || value.chosen)
}

/** The values of a filter as links, one under the other. */
export function facetLines(place: Place, { name, values }: Facet, { choice = 'one' }: Listed = {}): Html {
  const address = addressWith(place, name)
  const linking = { place, address, before: chosenBefore(place, name, choice) }
  return html`<ul>
    ${raw(values.map((value) => line(linking, value)).join(''))}
  </ul>`
}

type Linking = {
  place: Place
  /** Escaped. */
  address: (value: string) => string
  /** The values that are chosen already and stay; null where there is only one choice. */
  before: readonly string[] | null
}

const chosenBefore = ({ query }: Place, name: string, choice: Listed['choice']): Linking['before'] =>
  choice === 'one' ? null : (query.get(name)?.split(',').filter(Boolean) ?? [])

/** A list has hundreds of these: each is written at once, with what it is made of escaped here. */
function line(linking: Linking, { value, label, count, chosen }: FacetValue): string {
  const href = linking.address(valuesAfter(linking.before, value, chosen))
  const { place } = linking
  const named = `<span>${escaped(label)}</span>`
  const counted = `<span class="count">${number(place.language, count)}</span></a></li>`
  return chosen
    ? `<li><a class="chosen" href="${href}" aria-current="true">${named} ${String(unseen(place.t('filters.remove')))} ${counted}`
    : `<li><a href="${href}">${named} ${counted}`
}

function valuesAfter(before: Linking['before'], value: string, isChosen: boolean): string {
  if (before === null) return isChosen ? '' : value
  if (before.length === 0) return value
  return (isChosen ? before.filter((one) => one !== value) : [...before, value]).join(',')
}

/** `here` for one parameter and many values, escaped: what stands around the value in the address is written once. */
function addressWith(place: Place, name: string): (value: string) => string {
  const mark = 'x0'.repeat(8)
  const [before = '', after = ''] = escaped(here(place, { [name]: mark })).split(mark)
  return (value) => (isPlain(value) ? before + value + after : escaped(here(place, { [name]: value })))
}

/** Written in an address as it is. */
const isPlain = (value: string): boolean => /^[\w.-]+$/.test(value)

/** The filters beside a list: a column on wide screens, a panel behind a button on narrow ones, without scripts. */
export function filterPanel(place: Place, props: { chosen: number; content: Html | Html[] }): Html {
  const { t } = place
  return html`<div class="filter-panel">
    <button type="button" class="panel-button" popovertarget="filters">
      ${t('filters.open', { count: props.chosen })}
    </button>
    <section id="filters" class="panel" popover aria-labelledby="filters-title">
      <div class="panel-head">
        <h2 id="filters-title">${t('filters.title')}</h2>
        <button type="button" class="panel-close" popovertarget="filters" popovertargetaction="hide">
          ${t('layout.close')}
        </button>
      </div>
      ${props.content}
    </section>
  </div>`
}

export type ChosenFilter = { name: string; label: string; value: string }

/** What is chosen, each with a link that takes it away, and one that clears all. */
export function chosenFilters(place: Place, chosen: ChosenFilter[]): Html | '' {
  if (chosen.length === 0) return ''
  const { t } = place
  const none = Object.fromEntries(chosen.map(({ name }) => [name, null]))
  return html`<div class="chosen-filters">
    <h2 class="unseen">${t('filters.chosen')}</h2>
    <ul>
      ${chosen.map(
        ({ name, label, value }) =>
          html`<li>
            <a class="chip" href="${here(place, { [name]: null })}"
              >${unseen(t('filters.remove'))} <span class="chip-name">${label}</span> <span>${value}</span></a
            >
          </li>`,
      )}
      ${when(chosen.length > 1, () => html`<li><a href="${here(place, none)}">${t('filters.clear')}</a></li>`)}
    </ul>
  </div>`
}

/** Ways through a list whose pages are found by a cursor: on, and back to the first. */
export function pagination(place: Place, next: string | null): Html | '' {
  const isLater = place.query.has('after')
  if (next === null && !isLater) return ''
  const { t } = place
  return html`<nav class="pagination" aria-label="${t('pages.label')}">
    <ul>
      ${when(isLater, () => html`<li><a href="${here(place, {})}">${t('pages.first')}</a></li>`)}
      ${when(next !== null, () => html`<li><a class="onward" rel="next" href="${here(place, { after: next })}">${t('pages.next')}</a></li>`)}
    </ul>
  </nav>`
}

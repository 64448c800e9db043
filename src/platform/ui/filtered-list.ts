import { chosenFilters, filterPanel, pagination, type ChosenFilter } from './facets.ts'
import { html, type Html } from './html.ts'
import type { Place } from './links.ts'

export type FilteredList = {
  /** What stands in the panel of filters. */
  filters: Html | Html[]
  chosen: ChosenFilter[]
  /** How many were found, in words. */
  count: string
  /** How the words were taken that were looked for. */
  words?: Html | ''
  /** What was found, or that nothing was. */
  rows: Html | Html[]
  /** The cursor of the next page. */
  next: string | null
}

/** A list with its filters beside it, what is chosen above it, and the way on below. */
export const filteredList = (
  place: Place,
  { filters, chosen, count, words = '', rows, next }: FilteredList,
): Html =>
  html`<div class="with-filters">
    ${filterPanel(place, { chosen: chosen.length, content: filters })}
    <section class="results" aria-labelledby="results-title">
      <h2 id="results-title">${count}</h2>
      ${words} ${chosenFilters(place, chosen)} ${rows} ${pagination(place, next)}
    </section>
  </div>`

import type { Holding } from '../web/holdings.ts'
import { number } from './format.ts'
import { html, type Html } from './html.ts'
import { linkTo, type Place } from './links.ts'
import { cardList } from './lists.ts'
import { spoken } from './text.ts'

/** What other modules hold about the record of a page, each with the way to all of it. */
export const holdingsPart = (place: Place, holdings: readonly Holding[]): Html =>
  html`${holdings
    .filter(({ total }) => total > 0)
    .map(
      ({ code, label, path, query, total, first }) =>
        html`<section class="section" aria-labelledby="held-${code}">
          <h2 id="held-${code}">
            <a href="${linkTo(place, path, query)}">${label}</a>
            <span class="count">${number(place.language, total)}</span>
          </h2>
          ${cardList(
            first.map((one) => ({
              title: spoken(place.t, one.title),
              href: `${linkTo(place, one.path)}${one.anchor === undefined ? '' : `#${one.anchor}`}`,
              ...(one.text === undefined ? {} : { text: spoken(place.t, one.text) }),
              ...(one.within === null ? {} : { kicker: spoken(place.t, one.within) }),
              facts: one.facts,
            })),
            { level: 3 },
          )}
        </section>`,
    )}`

/** The same as terms with numbers, also where there is nothing. */
export const holdingTerms = (place: Place, holdings: readonly Holding[]): { term: string; content: Html }[] =>
  holdings.map(({ label, path, query, total }) => ({
    term: label,
    content: html`<a href="${linkTo(place, path, query)}">${number(place.language, total)}</a>`,
  }))

import { chosenOf, facetLabel } from '#modules/mandates/index.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { filterForm, selectField, textField } from '#platform/ui/controls.ts'
import { chosenFilters, facetList, filterPanel, pagination } from '#platform/ui/facets.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, type Card } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { languageBadge, pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { HitRecord } from '../hit-shape.ts'

const filterKeys = { kind: 'search.kind', language: 'search.language' } satisfies Record<string, MessageKey>

export function searchPage(visit: Visit, { rows, total, next, facets = [] }: Listing<HitRecord>): Page {
  const { t } = visit
  const words = visit.query.get('q')?.trim() ?? ''
  const title = words === '' ? t('search.title') : t('search.title.for', { words })
  const chosen = chosenOf(visit, facets, filterKeys).map((one) =>
    one.name === 'language' ? { ...one, value: endonym(one.value) } : one,
  )
  const results = html`<div class="with-filters">
    ${filterPanel(visit, { chosen: chosen.length, content: facets.map((facet) => facetList(visit, facet, facetLabel(visit, facet, filterKeys))) })}
    <section class="results" aria-labelledby="results-title">
      <h2 id="results-title">${t('count.results', { count: total })}</h2>
      ${chosenFilters(visit, chosen)}
      ${
        rows.length === 0
          ? emptyState({ title: t('search.none', { words }), text: t('search.none.text') })
          : cardList(
              rows.map((hit) => hitCard(visit, hit)),
              { level: 3 },
            )
      }
      ${pagination(visit, next)}
    </section>
  </div>`
  return {
    title,
    main: html`${pageHead({ title: t('search.title'), lead: t('search.lead') })} ${form(visit)}
    ${when(words !== '', () => results)}`,
    unlisted: words !== '',
    alternates: words === '' ? [] : [{ type: 'application/json', path: '.json', title: t('duties.as-json') }],
  }
}

const form = (visit: Visit): Html =>
  filterForm(visit, {
    label: visit.t('search.title'),
    fields: [
      textField(visit, { name: 'q', label: visit.t('search.words'), type: 'search' }),
      selectField(visit, {
        name: 'language',
        label: visit.t('search.language'),
        options: languageCodes.map((code) => ({ value: code, label: languages[code].endonym })),
      }),
    ],
    names: ['q', 'language'],
    submit: visit.t('layout.search'),
  })

const endonym = (code: string) =>
  languageCodes.flatMap((one) => (one === code ? [languages[one].endonym] : []))[0] ?? code

function hitCard(visit: Visit, hit: HitRecord): Card {
  const { tag, direction } = languages[hit.language]
  const inIt = (text: string, ranges: HitRecord['titleMatches']) =>
    html`<span lang="${tag}" dir="${direction}">${marked(text, ranges)}</span>`
  return {
    kicker: html`${hit.kind.label} <bdi class="muted">${hit.name}</bdi>`,
    title: inIt(hit.title, hit.titleMatches),
    href: linkTo(visit, hit.path ?? '/'),
    text: hit.snippet === '' ? undefined : inIt(hit.snippet, hit.snippetMatches),
    facts: hit.language === visit.language ? [] : [languageBadge(visit.t, hit.language)],
  }
}

/** A text with the words that were searched for marked; everything else stays text. */
export function marked(text: string, ranges: HitRecord['titleMatches']): Html {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0])
  const parts: (Html | string)[] = []
  let at = 0
  for (const [from, to] of sorted) {
    if (from < at) continue
    parts.push(text.slice(at, from), html`<mark>${text.slice(from, to)}</mark>`)
    at = to
  }
  return html`${[...parts, text.slice(at)]}`
}

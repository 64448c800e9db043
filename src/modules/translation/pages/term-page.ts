import { frameworkPaths } from '#modules/frameworks/index.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { bdi, pageHead, spoken } from '#platform/ui/text.ts'
import { said, type Said } from '#platform/web/shapes.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { translationPaths } from '../paths.ts'
import type { OwnTermRecord, TermRecord } from '../terms/term-shape.ts'

/** One term with its words in six languages, and where it belongs. */
export function termPage(visit: Visit, term: OwnTermRecord): Page {
  const { t } = visit
  const name = nameOfTerm(visit, term)
  return {
    title: name.text,
    description: t('terms.lead'),
    crumbs: [{ label: t('terms.title'), path: translationPaths.terms }],
    alternates: [{ type: 'application/json', path: '.json', title: t('duties.as-json') }],
    main: html`${pageHead({ title: spoken(t, name), tags: [statusTag(term)] })} ${termWords(visit, term)}
    ${when(
      term.lines.length > 0,
      () =>
        html`<section>
          <h2>${t('search.kind.action-line')}</h2>
          <ul>
            ${term.lines.map(
              ({ code, label }) =>
                html`<li>
                  <a href="${linkTo(visit, frameworkPaths.actionLine(code))}"
                    >${bdi(code)} ${label === null ? '' : spoken(t, label)}</a
                  >
                </li>`,
            )}
          </ul>
        </section>`,
    )}`,
  }
}

/** In the reader's language, or in the next one that has it. */
export const nameOfTerm = (visit: Pick<Visit, 'language'>, { id, terms }: TermRecord): Said =>
  said(visit, terms) ?? { text: id, language: 'en' }

export const statusTag = ({ status }: TermRecord): Html =>
  html`<span class="tag is-${status.code === 'official' ? 'confirmed' : 'suggested'}">${status.label}</span>`

/** The six languages below one another: the term to use, then others. */
export const termWords = ({ t }: Pick<Visit, 't'>, { terms, others }: TermRecord): Html =>
  html`<dl class="terms">
    ${languageCodes.map((code) => {
      const { tag, direction, endonym } = languages[code]
      const further = others[code] ?? []
      return html`<div>
        <dt lang="${tag}">${endonym}</dt>
        <dd lang="${tag}" dir="${direction}">
          ${terms[code] ?? t('terms.missing')}
          ${when(further.length, () => html`<span class="muted">· ${further.join(' · ')}</span>`)}
        </dd>
      </div>`
    })}
  </dl>`

import { translationStateKeys } from '#modules/translation/index.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import { filterForm, selectField } from '#platform/ui/controls.ts'
import { pagination } from '#platform/ui/facets.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { pageHead } from '#platform/ui/text.ts'
import { textStates } from '#platform/texts/texts.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { LanguageText } from '../parity-routes.ts'
import { sitePaths } from '../paths.ts'

/** The texts that one number of language parity counts. */
export function languageTextsPage(visit: Visit, { rows, total, next }: Listing<LanguageText>): Page {
  const { t } = visit
  const main = html`${pageHead({ title: t('languages.texts.title'), lead: t('languages.texts.lead') })}
    ${filterForm(visit, {
      label: t('filters.title'),
      names: ['language', 'state'],
      fields: [
        selectField(visit, {
          name: 'language',
          label: t('languages.texts.language'),
          options: languageCodes.map((code) => ({ value: code, label: languages[code].endonym })),
        }),
        selectField(visit, {
          name: 'state',
          label: t('languages.state'),
          options: textStates.map((state) => ({ value: state, label: t(translationStateKeys[state]) })),
        }),
      ],
    })}
    <h2>${t('translation.count', { count: total })}</h2>
    ${
      rows.length === 0
        ? emptyState({ title: t('translation.none') })
        : html`<ul>
            ${rows.map((row) => {
              const { tag, direction } = languages[row.title.language]
              const said = html`<span lang="${tag}" dir="${direction}">${row.title.text}</span>`
              return html`<li>
                ${row.path === null ? said : html`<a href="${linkTo(visit, row.path)}">${said}</a>`}
                <span class="muted"
                  ><bdi dir="ltr">${row.id}</bdi> · ${t(translationStateKeys[row.state])}</span
                >
              </li>`
            })}
          </ul>`
    }
    ${pagination(visit, next)}`
  return {
    title: t('languages.texts.title'),
    main,
    crumbs: [{ label: t('languages.title'), path: sitePaths.languages }],
    unlisted: true,
    alternates: [
      { type: 'application/json', path: '.json', title: t('translation.as-json') },
      { type: 'text/csv', path: '.csv', title: t('translation.as-csv') },
    ],
  }
}

import { languageCodes, languages } from '#platform/languages.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import { addressOf, type Ending } from '#platform/web/address.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'

/** Where everybody takes a blank questionnaire, in six languages and two forms. */
export function questionnairePage(visit: Visit): Page {
  const { t } = visit
  const heading = { title: t('questionnaire.title'), lead: t('questionnaire.lead') }
  return {
    title: heading.title,
    description: heading.lead,
    crumbs: [{ label: t('activities.title'), path: activityPaths.activities }],
    main: html`${pageHead(heading)}
      <ol>
        <li>${t('questionnaire.step.take')}</li>
        <li>${t('questionnaire.step.send')}</li>
        <li>${t('questionnaire.step.draft')}</li>
      </ol>
      <p class="buttons">
        <a class="button main" href="${linkTo(visit, activityPaths.questionnaireAnswers)}"
          >${t('questionnaire.send')}</a
        >
      </p>
      ${table({
        id: 'blank',
        caption: t('questionnaire.blank'),
        columns: [
          { label: t('questionnaire.language') },
          { label: t('questionnaire.as-xlsx') },
          { label: t('questionnaire.as-docx') },
        ],
        rows: languageCodes.map((code) => {
          const { endonym, tag, direction } = languages[code]
          const link = (ending: Ending) =>
            html`<a
              href="${addressOf(code, activityPaths.questionnaire, {}, ending)}"
              hreflang="${tag}"
              aria-label="${`${endonym}, ${ending.slice(1).toUpperCase()}`}"
              >${ending.slice(1).toUpperCase()}</a
            >`
          return [
            html`<span lang="${tag}" dir="${direction}">${endonym}</span>`,
            link('.xlsx'),
            link('.docx'),
          ]
        }),
      })}`,
  }
}

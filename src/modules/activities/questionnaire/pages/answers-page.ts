import { formPage } from '#platform/ui/form-page.ts'
import { fileInput, formPart } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'

/** Where a filled-in questionnaire is sent. */
export function answersPage(visit: Visit, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: t('questionnaire.send'),
    lead: t('questionnaire.send.lead'),
    crumbs: [
      { label: t('activities.own'), path: activityPaths.myEntries },
      { label: t('questionnaire.title'), path: activityPaths.questionnaire },
    ],
    form: formPart(place, {
      submit: t('questionnaire.look'),
      hasFiles: true,
      content: fileInput(place, {
        name: 'file',
        label: t('questionnaire.file'),
        hint: t('questionnaire.file.hint'),
        endings: ['.xlsx', '.docx'],
      }),
    }),
    after: html`<p>
      <a href="${linkTo(visit, activityPaths.questionnaire)}">${t('questionnaire.blank')}</a>
    </p>`,
  })
}

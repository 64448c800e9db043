import { inLanguage } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, textInput } from '#platform/ui/form.ts'
import { date } from '#platform/ui/format.ts'
import { html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { actWords } from '../../pages/act-words.ts'
import { crumbsOfReport } from '../../pages/report-page.ts'
import { reportPaths } from '../../paths.ts'
import type { AskedSection } from '../asked-section-routes.ts'

/** Who writes a section, and by when; without a day of its own it says which day follows from the report. */
export function sectionHeaderPage(visit: Visit, subject: AskedSection, entered: Entered): Page {
  const { t, language } = visit
  const { report, words, section, usualDueOn, owners } = subject
  const place = { visit, entered, present: { owner: section.owner ?? '', 'due-on': section.dueOn ?? '' } }
  const name = inLanguage(section.name, language)?.text ?? section.code
  return formPage({
    title: actWords(visit, 'action.report-section.edit'),
    lead: name,
    crumbs: [
      ...crumbsOfReport(visit, { id: report.id, title: { text: words.title?.text ?? report.id } }),
      { label: name, path: reportPaths.section(section.id) },
    ],
    form: formPart(place, {
      submit: t('activities.save'),
      version: section.revision,
      content: html`${textInput(place, {
          name: 'owner',
          label: t('reports.owner'),
          hint: t('reports.asking.owner.hint'),
          isRequired: false,
          direction: 'ltr',
          maxLength: 80,
          list: 'owners',
        })}
        <datalist id="owners">${owners.map((id) => html`<option value="${id}"></option>`)}</datalist>
        ${textInput(place, {
          name: 'due-on',
          label: t('reports.due'),
          hint: t('reports.asking.due.hint', { day: date(language, usualDueOn) }),
          isRequired: false,
          type: 'date',
        })}`,
    }),
  })
}

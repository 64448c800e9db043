import { inLanguage, languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, textArea } from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfReport } from '../../pages/report-page.ts'
import { reportPaths } from '../../paths.ts'
import type { SectionInReport, WriteSubject } from '../section-routes.ts'
import { sectionLetters } from '../section.ts'
import { sectionWorkflow, type SectionStep } from '../section-workflow.ts'
import { actWords } from '../../pages/act-words.ts'

/** The text of a section in one language, with what the marks mean and which live parts there are. */
export function writePage(visit: Visit, subject: WriteSubject, entered: Entered): Page {
  const { t } = visit
  const { section, language, present, parts } = subject
  const place = { visit, entered, present: { text: present } }
  const { tag, direction, endonym } = languages[language]
  return formPage({
    title: t('reports.write', { language: endonym }),
    lead: inLanguage(section.purpose, visit.language)?.text ?? '',
    crumbs: crumbsOfSection(visit, subject),
    about: html`<details>
      <summary>${t('reports.marks')}</summary>
      <ul>
        <li><code>## </code> ${t('reports.marks.heading')}</li>
        <li><code>- </code> <code>1. </code> ${t('reports.marks.list')}</li>
        <li><code>**…**</code> <code>*…*</code> ${t('reports.marks.look')}</li>
        <li><code>[…](https://…)</code> ${t('reports.marks.link')}</li>
        <li>
          <code>{{…}}</code> ${t('reports.marks.part')} ${parts.map((key) => html`<code>{{${key}}}</code> `)}
        </li>
        <li><code>[[/activities/…]]</code> ${t('reports.marks.citation')}</li>
      </ul>
    </details>`,
    form: formPart(place, {
      submit: t('account.save'),
      version: section.revision,
      content: textArea(place, {
        name: 'text',
        label: inLanguage(section.name, visit.language)?.text ?? section.code,
        isRequired: false,
        rows: 18,
        maxLength: sectionLetters,
        language: tag,
        direction,
      }),
    }),
  })
}

const crumbsOfSection = (visit: Visit, { report, words, section }: SectionInReport) => [
  ...crumbsOfReport(visit, { id: report.id, title: { text: words.title?.text ?? report.id } }),
  {
    label: inLanguage(section.name, visit.language)?.text ?? section.code,
    path: reportPaths.section(section.id),
  },
]

export function sectionStepPage(
  visit: Visit,
  step: SectionStep,
  subject: SectionInReport,
  entered: Entered,
): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: actWords(visit, `action.report-section.${step}`),
    lead: inLanguage(subject.section.name, visit.language)?.text ?? '',
    crumbs: crumbsOfSection(visit, subject),
    form: formPart(place, {
      submit: actWords(visit, `action.report-section.${step}`),
      version: subject.section.revision,
      content: html`${when('reason' in sectionWorkflow.steps[step], () =>
        textArea(place, {
          name: 'reason',
          label: t('plans.reason'),
          hint: t('plans.reason.hint'),
          isRequired: true,
          maxLength: 5000,
        }),
      )}`,
    }),
  })
}

import { inLanguage } from '#platform/languages.ts'
import { filterForm, textField } from '#platform/ui/controls.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, selectInput } from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import { emptyState } from '#platform/ui/notices.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfReport } from '../../pages/report-page.ts'
import { reportPaths } from '../../paths.ts'
import type { ReuseSubject } from '../reuse-routes.ts'
import type { Offered } from '../source-queries.ts'

/** Words to look for; below, the paragraphs of other reports that have them, and where the chosen one is to stand. */
export function reusePage(visit: Visit, subject: ReuseSubject, entered: Entered): Page {
  const { t } = visit
  const { report, words, section, asked, offered } = subject
  return formPage({
    title: t('reports.proof.reuse'),
    lead: t('reports.proof.reuse.lead'),
    crumbs: [
      ...crumbsOfReport(visit, { id: report.id, title: { text: words.title?.text ?? report.id } }),
      {
        label: inLanguage(section.name, visit.language)?.text ?? section.code,
        path: reportPaths.section(section.id),
      },
    ],
    about: html`${filterForm(visit, {
      label: t('reports.proof.reuse.search'),
      names: ['words'],
      submit: t('reports.proof.reuse.search'),
      fields: [textField(visit, { name: 'words', label: t('reports.proof.reuse.words'), type: 'search' })],
    })}
    ${when(asked !== '' && offered.length === 0, () =>
      emptyState({ title: t('reports.proof.reuse.none'), text: t('reports.proof.reuse.none.text') }),
    )}`,
    form: offered.length === 0 && entered.issues.length === 0 ? html`` : chooseForm(visit, subject, entered),
  })
}

const chooseForm = (visit: Visit, { section, offered, paragraphs }: ReuseSubject, entered: Entered) => {
  const { t } = visit
  const place = { visit, entered }
  return formPart(place, {
    submit: t('reports.proof.reuse.take'),
    version: section.revision,
    content: html`${choiceGroup(place, {
      name: 'paragraph',
      label: t('reports.proof.reuse.choose'),
      kind: 'radio',
      choices: offered.map((one) => ({
        value: one.code,
        label: one.words,
        hint: sourceWords(visit, one),
        language: section.language,
      })),
    })}
    ${selectInput(place, {
      name: 'after',
      label: t('reports.proof.reuse.where'),
      none: t('reports.proof.reuse.at-end'),
      choices: Array.from({ length: paragraphs }, (_, at) => ({
        value: String(at + 1),
        label: t('reports.proof.reuse.after', { number: at + 1 }),
      })),
    })}`,
  })
}

const sourceWords = ({ t }: Visit, { symbol, title, version, section, paragraph }: Offered): string =>
  [
    ...(symbol === null ? [] : [symbol]),
    title,
    ...(version > 1 ? [t('plans.version', { version })] : []),
    section,
    t('reports.proof.paragraph', { number: paragraph }),
  ].join(' · ')

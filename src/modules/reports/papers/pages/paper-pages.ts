import { languageCodes, languages } from '#platform/languages.ts'
import { choiceGroup, formPart } from '#platform/ui/form.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { html, when } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { actWords } from '../../pages/act-words.ts'
import { crumbsOfReport } from '../../pages/report-page.ts'
import { reportPaths } from '../../paths.ts'
import type { ReportRead } from '../../report-queries.ts'
import { draftForms, paperTypes, type PaperFault } from '../paper-form.ts'
import { faultKeys } from './papers-part.ts'

/** Which papers of an open report are to be made, in which languages. */
export function draftsPage(visit: Visit, { report, words }: ReportRead, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered, present: { form: ['docx'], language: [visit.language] } }
  return formPage({
    title: actWords(visit, 'action.report.print'),
    lead: t('reports.paper.print.lead'),
    crumbs: crumbsOfReport(visit, { id: report.id, title: { text: words.title?.text ?? report.id } }),
    form: formPart(place, {
      submit: actWords(visit, 'action.report.print'),
      content: html`${choiceGroup(place, {
        name: 'form',
        label: t('reports.paper.print.form'),
        kind: 'checkbox',
        choices: draftForms.map((value) => ({ value, label: t(paperTypes[value].name) })),
      })}
      ${choiceGroup(place, {
        name: 'language',
        label: t('reports.paper.language'),
        kind: 'checkbox',
        choices: languageCodes.map((value) => ({
          value,
          label: languages[value].endonym,
          language: languages[value].tag,
        })),
      })}`,
    }),
  })
}

export type Unmade = {
  title: string
  standing: { why: 'making'; at: Date; made: number; all: number } | { why: 'unasked' | PaperFault }
}

/** In the place of a paper that does not lie ready: when it will, or why it never does. */
export function unmadePage(visit: Visit, { report }: ReportRead, { title, standing }: Unmade): Page {
  const { t } = visit
  const heads = {
    making: t('reports.paper.wait.title'),
    unasked: t('reports.paper.wait.unasked'),
  }
  const head =
    standing.why === 'making' || standing.why === 'unasked'
      ? heads[standing.why]
      : t('reports.paper.wait.unmade')
  return {
    title: head,
    unlisted: true,
    crumbs: crumbsOfReport(visit, { id: report.id, title: { text: title } }),
    main: html`${pageHead({ kicker: report.symbol ?? title, title: head })}
      ${
        standing.why === 'making'
          ? html`<p>${t('reports.paper.wait.when', { time: standing.at.toISOString().slice(11, 16) })}</p>
              <p class="hint">${t('reports.paper.progress', { made: standing.made, all: standing.all })}</p>`
          : ''
      }
      ${
        standing.why !== 'making' && standing.why !== 'unasked'
          ? html`<p>${t(faultKeys[standing.why])}</p>`
          : ''
      }
      ${when(
        standing.why === 'unasked',
        () =>
          html`<p>
            <a href="${linkTo(visit, reportPaths.drafts(report.id))}"
              >${actWords(visit, 'action.report.print')}</a
            >
          </p>`,
      )}
      <p><a href="${linkTo(visit, reportPaths.report(report.id))}">${t('reports.paper.wait.back')}</a></p>`,
  }
}

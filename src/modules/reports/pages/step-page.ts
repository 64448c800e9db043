import { inLanguage } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, textArea, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reportPaths } from '../paths.ts'
import type { ReportStep } from '../report-workflow.ts'
import { askedBy, type StepSubject } from '../step-routes.ts'
import { crumbsOfReport } from './report-page.ts'
import { actWords } from './act-words.ts'

/** Says what a step does before it is taken, and asks for what it needs. */
export function stepPage(visit: Visit, step: ReportStep, subject: StepSubject, entered: Entered): Page {
  const { t } = visit
  const { report, words } = subject
  const present = { symbol: report.symbol ?? '', on: visit.now.toISOString().slice(0, 10) }
  const title = words.title?.text ?? report.id
  return formPage({
    title: actWords(visit, `action.report.${step}`),
    lead: t(`reports.step.${step}`),
    crumbs: crumbsOfReport(visit, { id: report.id, title: { text: title } }),
    about: html`${openSections(visit, step, subject)}`,
    form: formPart(
      { visit, entered, present },
      {
        submit: actWords(visit, `action.report.${step}`),
        version: report.revision,
        tone: step === 'discard' || step === 'freeze' ? 'grave' : 'plain',
        content: inputs({ visit, entered, present }, askedBy(step)),
      },
    ),
  })
}

/** What stands in the way of clearance, each with the way there. */
function openSections(visit: Visit, step: ReportStep, { sections }: StepSubject): Html | '' {
  const open = step === 'submit' ? sections.filter(({ state }) => state !== 'cleared') : []
  const name = (section: (typeof open)[number]) =>
    inLanguage(section.name, visit.language)?.text ?? section.code
  return when(open.length > 0, () =>
    notice(
      html`${visit.t('reports.sections-waiting')}
        <ul>
          ${open.map(
            (section) =>
              html`<li><a href="${linkTo(visit, reportPaths.section(section.id))}">${name(section)}</a></li>`,
          )}
        </ul>`,
      'warning',
    ),
  )
}

function inputs(place: FormPlace, asks: ReturnType<typeof askedBy>): Html {
  const { t } = place.visit
  return html`${when(asks.includes('symbol'), () =>
    textInput(place, {
      name: 'symbol',
      label: t('reports.symbol'),
      hint: t('reports.symbol.hint'),
      isRequired: true,
      direction: 'ltr',
      maxLength: 60,
    }),
  )}
  ${when(asks.includes('on'), () => textInput(place, { name: 'on', label: t('reports.on'), type: 'date', isRequired: true }))}
  ${when(asks.includes('decision'), () =>
    textInput(place, {
      name: 'decision',
      label: t('reports.decision'),
      hint: t('reports.decision.hint'),
      isRequired: true,
      maxLength: 200,
    }),
  )}
  ${when(asks.includes('reason'), () =>
    textArea(place, {
      name: 'reason',
      label: t('plans.reason'),
      hint: t('plans.reason.hint'),
      isRequired: true,
      maxLength: 5000,
    }),
  )}`
}

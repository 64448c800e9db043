import { formPage } from '#platform/ui/form-page.ts'
import { formPart, textArea, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { matterFieldLetters } from '../matter.ts'
import type { MatterRead } from '../matter-queries.ts'
import { matterTitle } from '../matter-shape.ts'
import type { MatterStep } from '../matter-workflow.ts'
import { crumbsOfMatter } from './matter-form-pages.ts'

/** What has come of it so far. */
export function matterReportPage(visit: Visit, subject: MatterRead, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered, present: presentOf(subject) }
  return formPage({
    title: t('task-force.matter.report'),
    lead: matterTitle(subject).text,
    crumbs: crumbsOfMatter(visit, subject),
    form: formPart(place, {
      submit: t('task-force.save'),
      version: subject.matter.revision,
      content: outcomeInput(place),
    }),
  })
}

/** Says what a step does before it is taken, and asks for what it needs. */
export function matterStepPage(visit: Visit, step: MatterStep, subject: MatterRead, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered, present: presentOf(subject) }
  return formPage({
    title: t(`task-force.matter.step.${step}`),
    lead: matterTitle(subject).text,
    crumbs: crumbsOfMatter(visit, subject),
    about: html`<p>${t(`task-force.matter.step.${step}.lead`)}</p>`,
    form: formPart(place, {
      submit: t(`task-force.matter.step.${step}`),
      version: subject.matter.revision,
      tone: step === 'close' ? 'grave' : 'plain',
      content: html`${when(step === 'account', () => outcomeInput(place))}
      ${when(step === 'close', () =>
        textArea(place, {
          name: 'reason',
          label: t('plans.reason'),
          hint: t('task-force.matter.reason.hint'),
          isRequired: true,
          rows: 3,
          maxLength: 2000,
        }),
      )}`,
    }),
  })
}

const presentOf = ({ words }: MatterRead) => ({ outcome: words.outcome?.text ?? '' })

const outcomeInput = (place: FormPlace): Html => {
  const { t } = place.visit
  return textArea(place, {
    name: 'outcome',
    label: t('task-force.matter.outcome'),
    hint: t('task-force.matter.outcome.hint'),
    isRequired: true,
    rows: 5,
    maxLength: matterFieldLetters.outcome,
  })
}

import { saidOf } from '#modules/activities/index.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, selectInput, textArea, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { dateRangeText, spoken } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { planPaths } from '../../paths.ts'
import type { PeriodInPlan } from '../period-queries.ts'
import type { PlanRead } from '../../plan-queries.ts'

export function newPeriodPage(visit: Visit, subject: PlanRead, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: t('progress.period.new'),
    lead: nameOf(visit, subject),
    crumbs: crumbsOf(visit, subject),
    form: formPart(place, { submit: t('progress.save'), content: dayInputs(place) }),
  })
}

export function seriesPage(visit: Visit, subject: PlanRead, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered, present: { step: 'yearly', 'due-days': '30' } }
  return formPage({
    title: t('progress.series.new'),
    lead: html`${nameOf(visit, subject)} · ${dateRangeText(t, subject.plan.startsOn, subject.plan.endsOn)}`,
    crumbs: crumbsOf(visit, subject),
    form: formPart(place, {
      submit: t('progress.series.new'),
      content: html`${selectInput(place, {
        name: 'step',
        label: t('progress.series.step'),
        choices: [
          { value: 'quarterly', label: t('indicators.frequency.quarterly') },
          { value: 'half-yearly', label: t('indicators.frequency.half-yearly') },
          { value: 'yearly', label: t('indicators.frequency.yearly') },
        ],
      })}
      ${textInput(place, {
        name: 'due-days',
        label: t('progress.series.due-days'),
        hint: t('progress.series.due-days.hint'),
        inputMode: 'numeric',
        isRequired: true,
        maxLength: 3,
      })}`,
    }),
  })
}

export function periodFormPage(visit: Visit, subject: PeriodInPlan, entered: Entered): Page {
  const { t } = visit
  const { startsOn, endsOn, dueOn, revision } = subject.period
  const present = { 'starts-on': startsOn, 'ends-on': endsOn, 'due-on': dueOn }
  const place = { visit, entered, present }
  return formPage({
    title: t('progress.period.edit'),
    lead: nameOf(visit, subject),
    crumbs: crumbsOf(visit, subject),
    form: formPart(place, { submit: t('progress.save'), version: revision, content: dayInputs(place) }),
  })
}

/** Says what a step does before it is taken. */
export function periodStepPage(
  visit: Visit,
  step: 'remove' | 'lock' | 'unlock',
  subject: PeriodInPlan,
  entered: Entered,
): Page {
  const { t } = visit
  const { startsOn, endsOn, revision } = subject.period
  const place = { visit, entered }
  return formPage({
    title: t(`progress.period.${step}`),
    lead: html`${nameOf(visit, subject)} · ${dateRangeText(t, startsOn, endsOn)}`,
    crumbs: crumbsOf(visit, subject),
    about: html`<p>${t(`progress.period.${step}.lead`)}</p>`,
    form: formPart(place, {
      submit: t(`progress.period.${step}`),
      version: revision,
      tone: step === 'remove' ? 'grave' : 'plain',
      content: html`${when(step === 'unlock', () => textArea(place, { name: 'reason', label: t('progress.reason'), isRequired: true, maxLength: 2000 }))}`,
    }),
  })
}

const dayInputs = (place: FormPlace): Html => {
  const { t } = place.visit
  return html`${textInput(place, { name: 'starts-on', label: t('progress.starts-on'), type: 'date', isRequired: true })}
  ${textInput(place, { name: 'ends-on', label: t('progress.ends-on'), type: 'date', isRequired: true })}
  ${textInput(place, { name: 'due-on', label: t('progress.due-on'), hint: t('progress.due-on.hint'), type: 'date', isRequired: true })}`
}

const nameOf = ({ t }: Visit, { plan, words }: PlanRead): Html =>
  spoken(t, saidOf(words.title, plan.language))

const crumbsOf = (visit: Visit, { plan, words }: PlanRead) => [
  ...crumbsOfPlan(visit, { id: plan.id, title: saidOf(words.title, plan.language) }),
  { label: visit.t('progress.title'), path: planPaths.progress(plan.id) },
]

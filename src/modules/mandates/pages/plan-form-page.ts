import { formPart, showButton, textArea, textInput, valueOf, type FormPlace } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { mostMilestones, type Plan } from '../keeping/owner.ts'
import type { PlanSubject } from '../keeping/plan-routes.ts'
import { dutyFormPage, originalBeside, writingHint } from './duty-form.ts'

/** Where the owners say what they will do, with milestones; a button shows more rows. */
export function planFormPage(visit: Visit, subject: PlanSubject, entered: Entered): Page {
  const { t } = visit
  const { plan } = subject
  const place: FormPlace = { visit, entered, present: presentOf(visit, plan) }
  const shown = rowsShown(place)
  const original = plan === null ? null : { text: plan.text[plan.original] ?? '', language: plan.original }
  return dutyFormPage(visit, subject, {
    title: 'action.duty.plan',
    lead: 'keeping.plan-lead',
    form: formPart(place, {
      version: plan?.revision ?? 0,
      submit: t('keeping.save-plan'),
      ...(shown < mostMilestones
        ? { buttons: showButton(String(shown + 3), t('keeping.more-milestones')) }
        : {}),
      content: html`${originalBeside(visit, original)}
        ${textArea(place, {
          name: 'text',
          label: t('keeping.plan-text'),
          hint: writingHint(visit),
          isRequired: true,
          maxLength: 10_000,
          rows: 8,
        })}
        <fieldset class="field">
          <legend>${t('duty.milestones')}</legend>
          ${Array.from({ length: shown }, (_, index) => milestone(place, index + 1))}
        </fieldset>`,
    }),
  })
}

const milestone = (place: FormPlace, number: number): Html => {
  const { t } = place.visit
  return html`${textInput(place, {
    name: `day-${number}`,
    label: t('keeping.milestone-day', { number }),
    type: 'date',
    isRequired: false,
  })}
  ${textInput(place, {
    name: `milestone-${number}`,
    label: t('keeping.milestone-text', { number }),
    isRequired: false,
  })}`
}

/** Rows that hold something, and one more; as many as the button asked for. */
function rowsShown(place: FormPlace): number {
  const filled = Array.from({ length: mostMilestones }, (_, index) => index + 1).filter(
    (number) => valueOf(place, `day-${number}`) + valueOf(place, `milestone-${number}`) !== '',
  )
  const asked = Number(place.entered.asked ?? 0) || 0
  return Math.min(mostMilestones, Math.max(3, asked, (filled.at(-1) ?? 0) + 1))
}

function presentOf({ language }: Visit, plan: Plan | null): Record<string, string> {
  if (plan === null) return {}
  const rows = plan.milestones.flatMap(({ day, text }, index) => [
    [`day-${index + 1}`, day],
    [`milestone-${index + 1}`, text[language] ?? ''],
  ])
  return { text: plan.text[language] ?? '', ...(Object.fromEntries(rows) as Record<string, string>) }
}

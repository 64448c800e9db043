import { formPart, selectInput, textArea, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { DutySubject } from '../keeping/duty-subject.ts'
import type { ConsiderationSubject, ReportSubject } from '../keeping/report-routes.ts'
import { dueDateChoices, dutyFormPage, writingHint } from './duty-form.ts'

/** Where an owner says that work for a due date is under way. */
export function reportPage(visit: Visit, subject: DutySubject, entered: Entered): Page {
  const { t } = visit
  const running = subject.dueDates.find(({ state }) => /^(?:overdue|due|under-way)$/.test(state.code))
  const place: FormPlace = { visit, entered, present: { occurrence: running?.key ?? '' } }
  return dutyFormPage(visit, subject, {
    title: 'action.duty.report',
    lead: 'keeping.report-lead',
    form: formPart(place, {
      submit: t('action.duty.report'),
      content: html`${selectInput(place, {
        name: 'occurrence',
        label: t('keeping.due-date'),
        choices: dueDateChoices(subject, t),
        none: t('keeping.choose'),
      })}
      ${textArea(place, {
        name: 'text',
        label: t('keeping.report-text'),
        hint: writingHint(visit),
        isRequired: true,
        maxLength: 10_000,
      })}`,
    }),
  })
}

export function reportWithdrawalPage(visit: Visit, subject: ReportSubject, entered: Entered): Page {
  const { t } = visit
  const place: FormPlace = { visit, entered }
  return dutyFormPage(visit, subject, {
    title: 'keeping.withdraw-report',
    form: formPart(place, {
      submit: t('keeping.withdraw-report'),
      content: textArea(place, {
        name: 'reason',
        label: t('keeping.reason'),
        hint: t('keeping.reason-hint'),
        isRequired: true,
        maxLength: 10_000,
      }),
    }),
  })
}

/** Where it is noted who considered what was delivered, on which day, and where that is written. */
export function considerationPage(visit: Visit, subject: ConsiderationSubject, entered: Entered): Page {
  const { t } = visit
  const [recipient] = subject.duty.recipients
  const delivered = subject.dueDates.filter(({ state }) => /^(?:delivered|considered)$/.test(state.code))
  const place: FormPlace = {
    visit,
    entered,
    present: { body: recipient?.id ?? '', occurrence: delivered[0]?.key ?? '' },
  }
  return dutyFormPage(visit, subject, {
    title: 'action.duty.consider',
    lead: 'keeping.consider-lead',
    form: formPart(place, {
      submit: t('action.duty.consider'),
      content: html`${selectInput(place, {
        name: 'occurrence',
        label: t('keeping.due-date'),
        choices: dueDateChoices(subject, t),
        none: t('keeping.choose'),
      })}
      ${selectInput(place, {
        name: 'body',
        label: t('keeping.considered-by'),
        choices: [...subject.names].map(([value, label]) => ({ value, label })),
        none: t('keeping.choose'),
      })}
      ${textInput(place, { name: 'on', label: t('keeping.considered-on'), type: 'date', isRequired: true })}
      ${textInput(place, {
        name: 'source',
        label: t('keeping.source'),
        hint: t('keeping.source-hint'),
        isRequired: true,
        maxLength: 200,
      })}
      ${textInput(place, {
        name: 'source-url',
        label: t('keeping.source-url'),
        type: 'url',
        isRequired: false,
      })}`,
    }),
  })
}

import { formPart, textArea, type FormPlace } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { progressOf } from '../review/doubt.ts'
import type { DraftSubject } from '../review/review-subject.ts'
import { reviewShell, stepPage } from './unit-page.ts'

export const acceptancePage = (visit: Visit, subject: DraftSubject, entered: Entered): Page =>
  stepPage(visit, subject, entered, {
    title: visit.t('review.acceptance.title'),
    lead: visit.t('review.acceptance.lead', { count: progressOf(subject.text).sure }),
    submit: visit.t('review.acceptance.submit'),
    version: subject.draft.lastDecision,
  })

export const withdrawalPage = (visit: Visit, subject: DraftSubject, entered: Entered): Page =>
  stepPage(visit, subject, entered, {
    title: visit.t('review.withdrawal.title'),
    lead: visit.t('review.withdrawal.lead'),
    submit: visit.t('review.withdrawal.submit'),
    version: subject.draft.lastDecision,
  })

export function confirmationPage(visit: Visit, subject: DraftSubject, entered: Entered): Page {
  const { units, checked, doubtful } = progressOf(subject.text)
  return stepPage(visit, subject, entered, {
    title: visit.t('review.confirmation.title'),
    lead: visit.t('review.confirmation.lead', { units, checked, doubtful }),
    submit: visit.t('review.confirmation.submit'),
    version: subject.draft.lastDecision,
  })
}

export function abandonmentPage(visit: Visit, subject: DraftSubject, entered: Entered): Page {
  const { t } = visit
  const place: FormPlace = { visit, entered }
  return {
    ...reviewShell(visit, subject, t('review.abandonment.title')),
    main: html`${pageHead({ title: t('review.abandonment.title'), lead: t('review.abandonment.lead') })}
    ${formPart(place, {
      version: subject.draft.lastDecision,
      submit: t('review.abandonment.submit'),
      tone: 'grave',
      content: textArea(place, { name: 'reason', label: t('review.abandonment.reason'), isRequired: false }),
    })}`,
  }
}

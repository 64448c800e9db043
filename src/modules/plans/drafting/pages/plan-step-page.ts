import { formPage } from '#platform/ui/form-page.ts'
import { formPart, textArea, textInput } from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { commentPaths } from '../../consultation/comment-paths.ts'
import type { CommentFigures } from '../../consultation/comment.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import type { PlanRead } from '../../plan-queries.ts'
import { titleOf } from '../../plan-names.ts'
import type { PlanStep } from '../../plan-steps.ts'

/** Says what a step does before it is taken. */
export function planStepPage(
  visit: Visit,
  step: PlanStep,
  { plan, words, comments }: PlanRead & { comments: CommentFigures },
  entered: Entered,
): Page {
  const { t } = visit
  const asksForDay = step === 'consult' || step === 'send-back'
  const place = { visit, entered, present: { 'comments-until': plan.commentsUntil ?? '' } }
  return formPage({
    title: t(`plans.step.${step}`),
    lead: t(`plans.step.${step}.lead`),
    crumbs: crumbsOfPlan(visit, { id: plan.id, title: titleOf({ plan, words }) }),
    about: html`${when(step === 'present' && comments.waiting > 0, () =>
      notice(
        html`<a href="${linkTo(visit, commentPaths.list(plan.id), { disposition: 'waiting' })}"
          >${t('comments.waiting', { count: comments.waiting })}</a
        >`,
        'warning',
      ),
    )}`,
    form: formPart(place, {
      submit: t(`plans.step.${step}`),
      version: plan.revision,
      tone: step === 'discard' || step === 'supersede' ? 'grave' : 'plain',
      content: html`${when(asksForDay, () =>
        textInput(place, {
          name: 'comments-until',
          label: t('plans.comments-until'),
          hint: t('plans.comments-until.hint', { zone: plan.zone }),
          type: 'date',
          isRequired: true,
        }),
      )}
      ${when(step === 'send-back', () =>
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

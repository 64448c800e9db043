import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, textArea } from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemTitle } from '../../../item-shape.ts'
import { titleOf } from '../../../plan-names.ts'
import { taskForcePaths } from '../../task-force-paths.ts'
import type { PairSubject } from '../overlap-form-routes.ts'
import { pairVersion } from '../overlap-thing.ts'
import { overlapWorkflow, type OverlapStep } from '../overlap-workflow.ts'
import { overlapCrumbs } from './overlap-page.ts'

/** Says what becomes of both items before it is done, and asks for the reason. */
export function overlapStepPage(
  visit: Visit,
  step: OverlapStep,
  { pair, items: [one, other] }: PairSubject,
  entered: Entered,
): Page {
  const { t } = visit
  const place = { visit, entered, present: { keep: one.item.id } }
  return formPage({
    title: t(`task-force.step.${step}`),
    lead: t(`task-force.step.${step}.lead`),
    crumbs: [
      ...overlapCrumbs(visit),
      { label: t('task-force.overlap'), path: taskForcePaths.overlap(pair.id) },
    ],
    about: html`<ul>
      ${[one, other].map((each) => html`<li><bdi>${each.item.code}</bdi> ${itemTitle(each).text}</li>`)}
    </ul>`,
    form: formPart(place, {
      submit: t(`task-force.step.${step}`),
      version: pairVersion(one.item.revision, other.item.revision, pair.settled?.revision ?? 0),
      tone: step === 'merge' ? 'grave' : 'plain',
      content: html`${when(step === 'merge', () =>
        choiceGroup(place, {
          name: 'keep',
          label: t('task-force.keep'),
          hint: t('task-force.keep.hint'),
          kind: 'radio',
          choices: [one, other].map((each) => ({
            value: each.item.id,
            label: `${each.item.code} ${itemTitle(each).text}`,
            hint: titleOf(each.plan).text,
          })),
        }),
      )}
      ${textArea(place, {
        name: 'reason',
        label: t('plans.reason'),
        hint: t('plans.reason.hint'),
        isRequired: overlapWorkflow.steps[step].reason === 'required',
        rows: 3,
        maxLength: 2000,
      })}`,
    }),
  })
}

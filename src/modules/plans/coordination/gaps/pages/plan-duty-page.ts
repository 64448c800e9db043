import { dutyCard, mandatePaths } from '#modules/mandates/index.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, selectInput, showButton, valueOf } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemTitle } from '../../../item-shape.ts'
import { crumbsOf } from '../../../pages/plan-page.ts'
import { planPaths } from '../../../paths.ts'
import { stateKeys, titleOf } from '../../../plan-names.ts'
import { taskForcePaths } from '../../task-force-paths.ts'
import { offeredItems, type PlanDutySubject } from '../plan-duty-routes.ts'

/** First the plan, then which of its items answers the duty. */
export async function planDutyPage(
  visit: Visit,
  { kept, duty, plans }: PlanDutySubject,
  entered: Entered,
): Promise<Page> {
  const { t } = visit
  const place = { visit, entered, present: {} }
  const about = dutyCard(visit, duty)
  const chosen = plans.find(({ plan }) => plan.id === valueOf(place, 'plan'))
  const items = chosen === undefined ? [] : await offeredItems(visit, chosen.plan.id)
  const planChoices = plans.map((one) => ({
    value: one.plan.id,
    label: `${titleOf(one).text} (${t(stateKeys[one.plan.state])})`,
  }))
  const itemChoices = items.map((one) => ({
    value: one.item.id,
    label: `${one.item.code} ${itemTitle(one).text}`,
    language: itemTitle(one).language,
  }))
  const itemInput = () =>
    selectInput(place, {
      name: 'item',
      label: t('plans.item'),
      none: t('plans.choose'),
      choices: itemChoices,
    })
  return formPage({
    title: t('task-force.plan-duty'),
    lead: t('task-force.plan-duty.lead'),
    crumbs: [
      ...crumbsOf(visit),
      { label: t('task-force.title'), path: taskForcePaths.whole },
      { label: t('task-force.gaps'), path: taskForcePaths.gaps },
    ],
    about: html`<p><a href="${linkTo(visit, mandatePaths.duty(kept.id))}">${about.kicker ?? ''}</a></p>
      <blockquote class="about">${about.title}</blockquote>`,
    form: formPart(place, {
      submit: t('task-force.plan-duty.submit'),
      content: html`<div class="beside">
          ${selectInput(place, { name: 'plan', label: t('noun.plan'), none: t('plans.choose'), choices: planChoices })}
          ${showButton('items', t('task-force.plan-duty.show'))}
        </div>
        ${when(items.length > 0, itemInput)}
        ${chosen === undefined ? '' : addingPart(visit, chosen.plan.id, items.length)}`,
    }),
  })
}

/** For whoever finds no item that fits. */
const addingPart = (visit: Visit, plan: string, items: number): Html =>
  html`<p>
    ${when(items === 0, () => html`${visit.t('task-force.plan-duty.no-items')} `)}<a
      href="${linkTo(visit, planPaths.plan(plan))}"
      >${visit.t('task-force.plan-duty.add')}</a
    >
  </p>`

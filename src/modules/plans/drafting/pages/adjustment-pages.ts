import { formPage } from '#platform/ui/form-page.ts'
import { formPart, textArea, type FormPlace } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ItemInPlan } from '../../item-queries.ts'
import { itemTitle } from '../../item-shape.ts'
import { presentDates } from '../item-fields.ts'
import { crumbsOfItem, dateInputs } from './item-form-pages.ts'

export const adjustPage = (visit: Visit, subject: ItemInPlan, entered: Entered): Page => {
  const place = { visit, entered, present: presentDates(subject.item) }
  return changePage(place, subject, 'adjust', html`${dateInputs(place, subject.plan.zone)}`)
}

export const splitPage = (visit: Visit, subject: ItemInPlan, entered: Entered): Page => {
  const { t } = visit
  const place = { visit, entered }
  const titles = textArea(place, {
    name: 'titles',
    label: t('plans.split.titles'),
    hint: t('plans.split.titles.hint'),
    isRequired: true,
    rows: 4,
    maxLength: 5000,
  })
  return changePage(place, subject, 'split', titles)
}

export const dropPage = (visit: Visit, subject: ItemInPlan, entered: Entered): Page =>
  changePage({ visit, entered }, subject, 'drop', html``)

function changePage(
  place: FormPlace,
  subject: ItemInPlan,
  change: 'adjust' | 'split' | 'drop',
  inputs: Html,
): Page {
  const { t } = place.visit
  return formPage({
    title: t(`plans.item.${change}`),
    lead: html`<bdi>${subject.item.code}</bdi> ${itemTitle(subject).text}`,
    crumbs: crumbsOfItem(place.visit, subject),
    about: html`<p>${t(`plans.item.${change}.lead`)}</p>`,
    form: formPart(place, {
      submit: t(`plans.item.${change}`),
      version: subject.item.revision,
      tone: change === 'drop' ? 'grave' : 'plain',
      content: html`${inputs}
      ${textArea(place, {
        name: 'reason',
        label: t('plans.reason'),
        hint: t('plans.reason.hint'),
        isRequired: true,
        rows: 3,
        maxLength: 2000,
      })}`,
    }),
  })
}

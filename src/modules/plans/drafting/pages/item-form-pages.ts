import { codedLabel } from '#modules/activities/index.ts'
import { languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, textArea, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { named } from '#platform/web/shapes.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ItemInPlan } from '../../item-queries.ts'
import { itemTitle } from '../../item-shape.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { planPaths } from '../../paths.ts'
import { titleOf } from '../../plan-names.ts'
import { bodyInput } from '../header-input.ts'
import { presentItem } from '../item-fields.ts'
import type { ItemFormSubject, ItemWordsSubject, NewItemSubject } from '../item-form-routes.ts'
import { itemWordInputs, spokenIn } from '../word-inputs.ts'
import { languageInput } from './plan-form-pages.ts'

export function newItemPage(visit: Visit, subject: NewItemSubject, entered: Entered): Page {
  const { t } = visit
  const { plan, words, above, level } = subject
  const place = { visit, entered, present: { language: plan.language } }
  return formPage({
    title: t('plans.items.add', { level: named(visit, level.one, level.code).text }),
    ...(above === null
      ? {}
      : { lead: t('plans.items.below', { title: `${above.item.code} ${itemTitle(above).text}` }) }),
    crumbs: [
      ...crumbsOfPlan(visit, { id: plan.id, title: titleOf({ plan, words }) }),
      ...(above === null ? [] : [itemCrumb(above)]),
    ],
    form: formPart(place, {
      submit: t('plans.items.add.submit'),
      content: html`${languageInput(place)} ${itemWordInputs(place)} ${contentInputs(place, subject)}`,
    }),
  })
}

export function itemFormPage(visit: Visit, subject: ItemFormSubject, entered: Entered): Page {
  const { t } = visit
  const { item, original, bodies, organizationNames } = subject
  const present = presentItem(item, original, ({ kind, party }) =>
    kind === 'body'
      ? (bodies.find(({ id }) => id === party)?.acronym ?? party)
      : (organizationNames.get(party) ?? party),
  )
  const place = { visit, entered, present }
  return formPage({
    title: t('plans.item.edit'),
    lead: `${item.code} ${itemTitle(subject).text}`,
    crumbs: crumbsOfItem(visit, subject),
    form: formPart(place, {
      submit: t('activities.save'),
      version: item.revision,
      content: html`${itemWordInputs(place, spokenIn(item.language))} ${contentInputs(place, subject)}`,
    }),
  })
}

/** The words of an item in another language. */
export function itemWordsPage(visit: Visit, subject: ItemWordsSubject, entered: Entered): Page {
  const { t } = visit
  const { item, language, present } = subject
  const place = { visit, entered, present }
  return formPage({
    title: t('plans.edit.words', { language: languages[language].endonym }),
    lead: t(language === item.language ? 'plans.words.original' : 'plans.words.other'),
    crumbs: crumbsOfItem(visit, subject),
    form: formPart(place, {
      submit: t('activities.save'),
      version: item.revision,
      content: itemWordInputs(place, spokenIn(language)),
    }),
  })
}

/** Where one comes who opens the address of the buttons that move an item. */
export function itemMovePage(visit: Visit, subject: ItemInPlan, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered, present: { direction: 'up' } }
  return formPage({
    title: t('plans.item.move'),
    lead: `${subject.item.code} ${itemTitle(subject).text}`,
    crumbs: crumbsOfItem(visit, subject),
    form: formPart(place, {
      submit: t('plans.item.move'),
      content: choiceGroup(place, {
        name: 'direction',
        label: t('plans.item.move'),
        kind: 'radio',
        choices: [
          { value: 'up', label: t('plans.item.move-up') },
          { value: 'down', label: t('plans.item.move-down') },
        ],
      }),
    }),
  })
}

export const crumbsOfItem = (visit: Visit, found: ItemInPlan) => [
  ...crumbsOfPlan(visit, { id: found.plan.id, title: titleOf({ plan: found.plan, words: found.planWords }) }),
  itemCrumb(found),
]

const itemCrumb = (found: ItemInPlan) => ({
  label: `${found.item.code} ${itemTitle(found).text}`,
  path: planPaths.item(found.item.id),
})

/** Who, when and with what; only what the level has. */
function contentInputs(
  place: FormPlace,
  { plan, level, bodies, codes }: Pick<NewItemSubject, 'plan' | 'level' | 'bodies' | 'codes'>,
): Html {
  const { visit } = place
  const { t } = visit
  const lineInput = (name: string, label: string, hint: string) =>
    textArea(place, { name, label, hint, isRequired: false, rows: 2 })
  return html`${bodyInput(place, bodies, { name: 'lead', label: t('plans.lead'), none: t('plans.lead.of-plan') })}
  ${lineInput('contributors', t('plans.contributors'), t('plans.names.hint'))}
  ${lineInput('partners', t('plans.partners'), t('plans.names.hint'))}
  ${when(level.scheduled, () => dateInputs(place, plan.zone))}
  ${when(level.resourced, () => resourceInputs(place))}
  ${choiceGroup(place, {
    name: 'action-lines',
    label: t('activities.field.actionLines'),
    hint: t('plans.action-lines.hint'),
    kind: 'checkbox',
    choices: [...codes['action-lines'].values()].map((node) => ({
      value: node.code,
      label: codedLabel(visit, node),
    })),
  })}
  ${lineInput('sdgs', t('activities.field.sdgs'), t('plans.sdgs.hint'))}
  ${choiceGroup(place, {
    name: 'gdc-objectives',
    label: t('activities.field.gdc'),
    kind: 'checkbox',
    choices: [...codes['gdc-objectives'].values()].map((node) => ({
      value: node.code,
      label: codedLabel(visit, node),
    })),
  })}
  ${lineInput('countries', t('activities.filter.country'), t('plans.countries.hint'))}`
}

/** Start and deadline; the hour only where it matters. */
export function dateInputs(place: FormPlace, zone: string): Html {
  const { t } = place.visit
  return html`${textInput(place, { name: 'starts-on', label: t('plans.starts'), type: 'date' })}
  ${textInput(place, { name: 'deadline-on', label: t('plans.deadline'), type: 'date' })}
  ${textInput(place, {
    name: 'deadline-time',
    label: t('plans.deadline-time'),
    hint: t('plans.deadline-time.hint', { zone }),
    maxLength: 5,
    direction: 'ltr',
  })}`
}

function resourceInputs(place: FormPlace): Html {
  const { t } = place.visit
  return html`<div class="beside">
      ${textInput(place, { name: 'amount', label: t('plans.amount'), inputMode: 'numeric', direction: 'ltr', maxLength: 16 })}
      ${textInput(place, { name: 'currency', label: t('plans.currency'), direction: 'ltr', maxLength: 3 })}
    </div>
    ${textInput(place, {
      name: 'staff-months',
      label: t('plans.staff'),
      hint: t('plans.staff.hint'),
      inputMode: 'numeric',
      direction: 'ltr',
      maxLength: 8,
    })}`
}

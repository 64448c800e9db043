import { languageCodes, languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, selectInput, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { spoken } from '#platform/ui/text.ts'
import { named } from '#platform/web/shapes.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemTitle } from '../../item-shape.ts'
import { crumbsOf, crumbsOfPlan } from '../../pages/plan-page.ts'
import type { PlanRead } from '../../plan-queries.ts'
import { ledBy } from '../../plan-rights.ts'
import { titleOf } from '../../plan-names.ts'
import { headerInputs } from '../header-input.ts'
import type { HeaderSubject, NextSubject, PlanWordsSubject } from '../plan-form-routes.ts'
import { planWordInputs, spokenIn } from '../word-inputs.ts'

/** Type, line, who leads, period, and words in one language; items come after. */
export function newPlanPage(visit: Visit, subject: HeaderSubject, entered: Entered): Page {
  const { t, actor, query } = visit
  const { lines, bodies } = ledBy(actor)
  const present = {
    language: visit.language,
    type: subject.types[0]?.id ?? '',
    'action-line': query.get('action-line') ?? lines[0] ?? '',
    lead: bodies[0] ?? '',
  }
  const place = { visit, entered, present }
  return formPage({
    title: t('plans.new'),
    lead: t('plans.new.lead'),
    crumbs: crumbsOf(visit),
    form: formPart(place, {
      submit: t('plans.new.submit'),
      content: html`${choiceGroup(place, {
        name: 'type',
        label: t('plans.type'),
        kind: 'radio',
        choices: subject.types
          .filter(({ offered }) => offered)
          .map((type) => ({
            value: type.id,
            label: named(visit, type.name, type.id).text,
            hint: named(visit, type.about, type.id).text,
          })),
      })}
      ${headerInputs(place, subject, null)} ${languageInput(place)} ${planWordInputs(place)}`,
    }),
  })
}

export const languageInput = (place: FormPlace): Html =>
  selectInput(place, {
    name: 'language',
    label: place.visit.t('plans.language'),
    hint: place.visit.t('plans.language.hint'),
    choices: languageCodes.map((code) => ({
      value: code,
      label: languages[code].endonym,
      language: languages[code].tag,
    })),
  })

export function headerPage(
  visit: Visit,
  { plan, words, ...choices }: PlanRead & HeaderSubject,
  entered: Entered,
): Page {
  const { t } = visit
  const nameOf = (id: string) => choices.bodies.find((body) => body.id === id)?.acronym ?? id
  const present = {
    'action-line': plan.actionLine ?? '',
    lead: plan.lead,
    facilitators: plan.facilitators.map(nameOf).join('\n'),
    'starts-on': plan.startsOn,
    'ends-on': plan.endsOn,
  }
  const place = { visit, entered, present }
  return formPage({
    title: t('plans.edit.header'),
    lead: spoken(t, titleOf({ plan, words })),
    crumbs: crumbsOfPlan(visit, { id: plan.id, title: titleOf({ plan, words }) }),
    form: formPart(place, {
      submit: t('activities.save'),
      version: plan.revision,
      content: headerInputs(place, choices, plan.purpose),
    }),
  })
}

/** The words of a plan in one language. */
export function planWordsPage(visit: Visit, subject: PlanWordsSubject, entered: Entered): Page {
  const { t } = visit
  const { plan, words, language, present } = subject
  const place = { visit, entered, present }
  return formPage({
    title: t('plans.edit.words', { language: languages[language].endonym }),
    lead: t(language === plan.language ? 'plans.words.original' : 'plans.words.other'),
    crumbs: crumbsOfPlan(visit, { id: plan.id, title: titleOf({ plan, words }) }),
    form: formPart(place, {
      submit: t('activities.save'),
      version: plan.revision,
      content: planWordInputs(place, spokenIn(language)),
    }),
  })
}

/** The period of the plan that follows, and which items go on; all that are not done are ticked at first. */
export function nextPlanPage(
  visit: Visit,
  { plan, words, items, marks }: NextSubject,
  entered: Entered,
): Page {
  const { t } = visit
  const open = items.map(({ item }) => item.id).filter((id) => marks.get(id)?.code !== 'done')
  const present = { item: open, 'starts-on': dayAfter(plan.endsOn) }
  const place = { visit, entered, present }
  return formPage({
    title: t('plans.next'),
    lead: t('plans.next.lead'),
    crumbs: crumbsOfPlan(visit, { id: plan.id, title: titleOf({ plan, words }) }),
    form: formPart(place, {
      submit: t('plans.next.submit'),
      content: html`${textInput(place, { name: 'starts-on', label: t('plans.starts'), type: 'date', isRequired: true })}
      ${textInput(place, { name: 'ends-on', label: t('plans.ends'), type: 'date', isRequired: true })}
      ${when(items.length > 0, () =>
        choiceGroup(place, {
          name: 'item',
          label: t('plans.next.items'),
          hint: t('plans.next.items.hint'),
          kind: 'checkbox',
          choices: items.map((one) => {
            const mark = marks.get(one.item.id)
            const name = `${one.item.code} ${itemTitle(one).text}`
            return { value: one.item.id, label: mark ? `${name} · ${mark.label}` : name }
          }),
        }),
      )}`,
    }),
  })
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

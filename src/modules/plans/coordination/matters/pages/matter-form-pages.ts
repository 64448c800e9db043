import { languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, textArea, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { bodyInput } from '../../../drafting/header-input.ts'
import { languageInput } from '../../../drafting/pages/plan-form-pages.ts'
import { spokenIn } from '../../../drafting/word-inputs.ts'
import { taskForcePaths } from '../../task-force-paths.ts'
import { matterFieldLetters, matterKinds, matterVisibilities } from '../matter.ts'
import type { MatterChoices, MatterFormSubject, MatterWordsSubject } from '../matter-form-routes.ts'
import type { MatterRead } from '../matter-queries.ts'
import { matterKindKeys, matterTitle, visibilityKeys } from '../matter-shape.ts'
import { matterCrumbs } from './matter-page.ts'

/** Kind, body, days and words in one language, all at once. */
export function newMatterPage(visit: Visit, choices: MatterChoices, entered: Entered): Page {
  const { t } = visit
  const present = { kind: 'decision', visibility: 'public', language: visit.language }
  const place = { visit, entered, present }
  return formPage({
    title: t('task-force.matter.new'),
    lead: t('task-force.matter.new.lead'),
    crumbs: matterCrumbs(visit),
    form: formPart(place, {
      submit: t('task-force.matter.new'),
      content: html`${languageInput(place)} ${wordInputs(place)} ${headerInputs(place, choices)}`,
    }),
  })
}

export function matterFormPage(visit: Visit, subject: MatterFormSubject, entered: Entered): Page {
  const { t } = visit
  const { matter, records, bodies } = subject
  const present = {
    kind: matter.kind,
    visibility: matter.visibility,
    origin: matter.origin,
    'decided-on': matter.decidedOn,
    carer: matter.carer ?? '',
    'due-on': matter.dueOn ?? '',
    addresses: records.flatMap(({ path }) => path ?? []).join('\n'),
  }
  const place = { visit, entered, present }
  return formPage({
    title: t('task-force.matter.edit'),
    lead: matterTitle(subject).text,
    crumbs: crumbsOfMatter(visit, subject),
    form: formPart(place, {
      submit: t('task-force.save'),
      version: matter.revision,
      content: headerInputs(place, { bodies }),
    }),
  })
}

export function matterWordsPage(visit: Visit, subject: MatterWordsSubject, entered: Entered): Page {
  const { t } = visit
  const { matter, language, present } = subject
  const place = { visit, entered, present }
  return formPage({
    title: t('plans.edit.words', { language: languages[language].endonym }),
    lead: t(language === matter.language ? 'plans.words.original' : 'plans.words.other'),
    crumbs: crumbsOfMatter(visit, subject),
    form: formPart(place, {
      submit: t('task-force.save'),
      version: matter.revision,
      content: wordInputs(place, spokenIn(language)),
    }),
  })
}

export const crumbsOfMatter = (visit: Visit, read: MatterRead) => [
  ...matterCrumbs(visit),
  { label: matterTitle(read).text, path: taskForcePaths.matter(read.matter.id) },
]

const headerInputs = (place: FormPlace, { bodies }: MatterChoices): Html => {
  const { t } = place.visit
  return html`${choiceGroup(place, {
    name: 'kind',
    label: t('task-force.matter.kind'),
    kind: 'radio',
    choices: matterKinds.map((kind) => ({ value: kind, label: t(matterKindKeys[kind]) })),
  })}
  ${bodyInput(place, bodies, { name: 'origin', label: t('task-force.matter.origin'), none: t('plans.choose') })}
  ${textInput(place, { name: 'decided-on', label: t('task-force.matter.decided'), type: 'date', isRequired: true })}
  ${bodyInput(place, bodies, { name: 'carer', label: t('task-force.matter.carer'), none: t('task-force.matter.nobody') })}
  ${textInput(place, { name: 'due-on', label: t('task-force.matter.due'), type: 'date', isRequired: false })}
  ${choiceGroup(place, {
    name: 'visibility',
    label: t('task-force.matter.visibility'),
    kind: 'radio',
    choices: matterVisibilities.map((level) => ({ value: level, label: t(visibilityKeys[level]) })),
  })}
  ${textArea(place, {
    name: 'addresses',
    label: t('task-force.matter.links'),
    hint: t('task-force.matter.links.hint'),
    isRequired: false,
    rows: 3,
    direction: 'ltr',
  })}`
}

const wordInputs = (place: FormPlace, spoken: Partial<ReturnType<typeof spokenIn>> = {}): Html => {
  const { t } = place.visit
  return html`${textInput(place, {
    name: 'title',
    label: t('plans.field.title'),
    isRequired: true,
    maxLength: matterFieldLetters.title,
    ...spoken,
  })}
  ${textArea(place, {
    name: 'text',
    label: t('task-force.matter.text'),
    isRequired: false,
    rows: 6,
    maxLength: matterFieldLetters.text,
    ...spoken,
  })}`
}

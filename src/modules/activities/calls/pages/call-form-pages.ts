import { languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, selectInput, textArea, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { spoken } from '#platform/ui/text.ts'
import { textSaid } from '#platform/ui/text-note.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { callPaths } from '../call-paths.ts'
import type { CallRead } from '../call-queries.ts'
import { saidOf } from '../call-shape.ts'
import { usualRemindDays, type CallField } from '../call.ts'
import { crumbsOf } from './call-page.ts'

/** Words in one language, and the dates; everything else comes after. */
export function newCallPage(visit: Visit, entered: Entered): Page {
  const { t } = visit
  const present = { language: visit.language, 'remind-days': String(usualRemindDays) }
  const place = { visit, entered, present }
  return formPage({
    title: t('calls.new'),
    lead: t('calls.new.lead'),
    crumbs: crumbsOf(visit),
    form: formPart(place, {
      submit: t('calls.new.submit'),
      content: html`${selectInput(place, {
        name: 'language',
        label: t('calls.field.language'),
        hint: t('calls.field.language.hint'),
        choices: languageCodes.map((code) => ({
          value: code,
          label: languages[code].endonym,
          language: languages[code].tag,
        })),
      })}
      ${wordInputs(place)} ${dateInputs(place)}`,
    }),
  })
}

export function datesPage(visit: Visit, { call, words }: CallRead, entered: Entered): Page {
  const { t } = visit
  const present = {
    'opens-on': call.opensOn,
    'cut-off': call.cutOff,
    'remind-days': call.remindDays === null ? '' : String(call.remindDays),
  }
  const place = { visit, entered, present }
  return formPage({
    title: t('calls.dates.title'),
    lead: nameOf(visit, { call, words }),
    crumbs: crumbsOfCall(visit, { call, words }),
    form: formPart(place, {
      submit: t('activities.save'),
      version: call.revision,
      content: dateInputs(place),
    }),
  })
}

/** Title and letter in one language; those that were written first stand above, for whoever translates. */
export function wordsPage(
  visit: Visit,
  subject: CallRead & { language: LanguageCode; present: Record<CallField, string> },
  entered: Entered,
): Page {
  const { t } = visit
  const { call, words, language, present } = subject
  const { endonym, tag, direction } = languages[language]
  const place = { visit, entered, present }
  const isOriginal = language === call.language
  return formPage({
    title: t('calls.words.in', { language: endonym }),
    lead: isOriginal ? t('calls.words.original.lead') : t('calls.words.other.lead'),
    crumbs: crumbsOfCall(visit, { call, words }),
    about: html`${when(
      !isOriginal && words.letter,
      () =>
        html`<details>
          <summary>${spoken(t, saidOf(words.title, call.language))}</summary>
          ${words.letter ? textSaid(t, words.letter) : ''}
        </details>`,
    )}`,
    form: formPart(place, {
      submit: t('activities.save'),
      version: call.revision,
      content: wordInputs(place, { language: tag, direction }),
    }),
  })
}

const wordInputs = (
  place: FormPlace,
  spokenIn: { language?: string; direction?: 'ltr' | 'rtl' } = {},
): Html => {
  const { t } = place.visit
  return html`${textInput(place, {
    name: 'title',
    label: t('calls.field.title'),
    isRequired: true,
    maxLength: 200,
    ...spokenIn,
  })}
  ${textArea(place, {
    name: 'letter',
    label: t('calls.letter'),
    hint: t('calls.letter.hint'),
    isRequired: true,
    rows: 16,
    maxLength: 10_000,
    ...spokenIn,
  })}`
}

const dateInputs = (place: FormPlace): Html => {
  const { t } = place.visit
  return html`${textInput(place, { name: 'opens-on', label: t('calls.opens'), type: 'date', isRequired: true })}
  ${textInput(place, { name: 'cut-off', label: t('calls.cut-off'), hint: t('calls.cut-off.hint'), type: 'date', isRequired: true })}
  ${textInput(place, {
    name: 'remind-days',
    label: t('calls.remind-days'),
    hint: t('calls.remind-days.hint'),
    isRequired: false,
    inputMode: 'numeric',
    maxLength: 3,
  })}`
}

export const nameOf = ({ t }: Visit, { call, words }: CallRead): Html =>
  spoken(t, saidOf(words.title, call.language))

export const crumbsOfCall = (visit: Visit, { call, words }: CallRead) => [
  ...crumbsOf(visit),
  { label: words.title?.text ?? call.id, path: callPaths.call(call.id) },
]

import { languages, type LanguageCode } from '#platform/languages.ts'
import { textArea, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { itemFieldLetters } from '../item.ts'
import { planFieldLetters } from '../plan.ts'

type Spoken = { language?: string; direction?: 'ltr' | 'rtl' }

/** How the fields of words in one language are marked. */
export const spokenIn = (language: LanguageCode): Spoken => ({
  language: languages[language].tag,
  direction: languages[language].direction,
})

export const planWordInputs = (place: FormPlace, spoken: Spoken = {}): Html => {
  const { t } = place.visit
  const area = (name: 'vision' | 'context' | 'risks', rows: number) =>
    textArea(place, {
      name,
      label: t(`plans.field.${name}`),
      hint: t(`plans.plan.${name}.hint`),
      isRequired: false,
      rows,
      maxLength: planFieldLetters[name],
      ...spoken,
    })
  return html`${titleInput(place, planFieldLetters.title, spoken, t('plans.plan.title.hint'))}
  ${area('vision', 4)} ${area('context', 8)} ${area('risks', 4)}`
}

export const itemWordInputs = (place: FormPlace, spoken: Spoken = {}): Html => {
  const { t } = place.visit
  const area = (name: 'text' | 'result' | 'risks', rows: number) =>
    textArea(place, {
      name,
      label: t(`plans.field.${name}`),
      isRequired: false,
      rows,
      maxLength: itemFieldLetters[name],
      ...spoken,
    })
  return html`${titleInput(place, itemFieldLetters.title, spoken)} ${area('text', 6)} ${area('result', 4)}
  ${area('risks', 3)}`
}

const titleInput = (place: FormPlace, maxLength: number, spoken: Spoken, hint?: string): Html =>
  textInput(place, {
    name: 'title',
    label: place.visit.t('plans.field.title'),
    ...(hint === undefined ? {} : { hint }),
    isRequired: true,
    maxLength,
    ...spoken,
  })

import { issueSentence, type Issue } from '../errors.ts'
import type { Entered } from '../web/form-resource.ts'
import type { FormPlace } from './form.ts'
import { html, when, type Html } from './html.ts'

/** What is wrong, for the list at the top: the name of the field, the rule, and the way to the field. */
export const summaryLine = (place: FormPlace) => (issue: Issue) => {
  const label = labelsOf(place).get(issue.field)
  if (label === undefined) return { text: sentence(place, issue) }
  const text = place.visit.t('form.issue', { label, sentence: sentence(place, issue) })
  return { text, href: `#f-${issue.field}` }
}

const labels = new WeakMap<Entered, Map<string, string>>()

/** The labels of the fields that were written for this showing of the form, so that the summary can name them. */
export function labelsOf({ entered }: FormPlace): Map<string, string> {
  const known = labels.get(entered) ?? new Map<string, string>()
  labels.set(entered, known)
  return known
}

const sentence = ({ visit }: FormPlace, issue: Issue): string => {
  const said = issueSentence(visit.t, issue)
  return issue.validValues?.length
    ? `${said} ${visit.t('error.valid-values')} ${issue.validValues.join(', ')}`
    : said
}

export const hintPart = (field: { name: string; hint?: string }): Html | '' =>
  when(field.hint, () => html`<p class="hint" id="f-${field.name}-hint">${field.hint}</p>`)

export const errorPart = (place: FormPlace, name: string): Html | '' => {
  const issues = place.entered.issues.filter(({ field }) => field === name)
  return when(
    issues.length,
    () =>
      html`<p class="field-error" id="f-${name}-error">
        ${issues.map((issue) => sentence(place, issue)).join(' ')}
      </p>`,
  )
}

/** Ties a control to its hint and to what is wrong with it. */
export function described(place: FormPlace, field: { name: string; hint?: string }): Html | '' {
  const isWrong = place.entered.issues.some((issue) => issue.field === field.name)
  const ids = [field.hint ? `f-${field.name}-hint` : '', isWrong ? `f-${field.name}-error` : ''].filter(
    Boolean,
  )
  if (ids.length === 0) return ''
  return html`aria-describedby="${ids.join(' ')}" ${isWrong ? html`aria-invalid="true"` : ''}`
}

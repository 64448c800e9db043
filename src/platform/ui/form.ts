import { addressOf } from '../web/address.ts'
import type { Entered } from '../web/form-resource.ts'
import type { Visit } from '../web/visit.ts'
import { described, errorPart, hintPart, labelsOf, summaryLine } from './form-words.ts'
import { html, when, type Html } from './html.ts'
import { errorSummary, notice } from './notices.ts'

/** What the parts of one form share: the visit, what was entered, what the record says now. */
export type FormPlace = {
  visit: Visit
  entered: Entered
  /** Present values of the record, shown until something was typed. */
  present?: Record<string, string | readonly string[]>
}

export type FormPart = {
  id?: string
  /** Of the record that is changed; comes back as `input.version`. */
  version?: string | number
  /** The words on the button. */
  submit: string
  /** Another look for what cannot be undone. */
  tone?: 'plain' | 'grave'
  /** Where it is sent, without the language; the address of the page when missing. */
  action?: string
  content: Html | Html[]
  /** Further buttons beside the main one. */
  buttons?: Html | Html[]
  /** Files are among the fields. */
  hasFiles?: boolean
  /** For whom a script may keep in the browser what is typed. */
  keptFor?: string | null
}

/** The form of a page: summary of what is wrong, fields, button. Give `Page.form` the same id ('form' when missing). */
export function formPart(place: FormPlace, part: FormPart): Html {
  const { visit, entered } = place
  const { t } = visit
  return html`${when(entered.isStale, () => notice(t('form.stale'), 'warning'))}
    ${when(entered.issues.length, () => errorSummary(t, entered.issues.map(summaryLine(place))))}
    <form
      class="form"
      id="${part.id ?? 'form'}"
      method="post"
      action="${addressOf(visit.language, part.action ?? visit.path, part.action ? {} : visit.query)}"
      ${part.hasFiles ? html`enctype="multipart/form-data"` : ''}
      ${part.keptFor ? html`data-kept-for="${part.keptFor}"` : ''}
      ${part.keptFor && isTyped(entered) ? html`data-again` : ''}
    >
      ${hiddenFields(place, part)} ${part.content}
      <p class="buttons">
        <button type="submit" class="${part.tone === 'grave' ? 'grave' : 'main'}">${part.submit}</button>
        ${part.buttons ?? ''}
      </p>
    </form>`
}

/** A button that acts at once, for steps without any field: the form around it is all there is. */
export const stepButton = (
  visit: Visit,
  step: {
    action: string
    label: string
    version?: string | number
    fields?: Record<string, string>
    /** What the button is about, for those who hear the page: appended to the label unseen. */
    about?: string
  },
): Html =>
  html`<form class="step" method="post" action="${addressOf(visit.language, step.action)}">
    ${tokenField(visit)}
    ${step.version === undefined ? '' : html`<input type="hidden" name="_version" value="${step.version}" />`}
    ${Object.entries(step.fields ?? {}).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button type="submit">
      ${step.label} ${when(step.about, () => html`<span class="unseen">${step.about}</span>`)}
    </button>
  </form>`

/** A button that shows the form again with other fields, keeping what was typed: `entered.asked` is its value. */
export const showButton = (value: string, label: string): Html =>
  html`<button type="submit" name="_show" value="${value}" formnovalidate>${label}</button>`

export type TextInput = {
  name: string
  label: string
  hint?: string
  isRequired?: boolean
  type?: 'text' | 'email' | 'password' | 'url' | 'date' | 'number' | 'tel'
  autocomplete?: string
  /** Code of the language of the text, when it is not that of the page. */
  language?: string
  direction?: 'ltr' | 'rtl' | 'auto'
  maxLength?: number
  inputMode?: 'numeric' | 'email' | 'url'
  /** Id of a datalist on the page, whose values are offered. */
  list?: string
}

export function textInput(place: FormPlace, field: TextInput): Html {
  const { name, type = 'text' } = field
  // A password is never sent back.
  const value = type === 'password' ? '' : valueOf(place, name)
  return fieldPart(
    place,
    field,
    html`<input
      id="f-${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      dir="${field.direction ?? (type === 'text' ? 'auto' : 'ltr')}"
      autocomplete="${field.autocomplete ?? 'off'}"
      ${field.language ? html`lang="${field.language}"` : ''}
      ${field.maxLength ? html`maxlength="${field.maxLength}"` : ''}
      ${field.inputMode ? html`inputmode="${field.inputMode}"` : ''}
      ${field.list ? html`list="${field.list}"` : ''}
      ${field.isRequired ? html`aria-required="true"` : ''}
      ${described(place, field)}
    />`,
  )
}

export const textArea = (
  place: FormPlace,
  field: Omit<TextInput, 'type' | 'autocomplete'> & { rows?: number },
): Html =>
  fieldPart(
    place,
    field,
    html`<textarea
      id="f-${field.name}"
      name="${field.name}"
      rows="${field.rows ?? 4}"
      dir="${field.direction ?? 'auto'}"
      ${field.language ? html`lang="${field.language}"` : ''}
      ${field.maxLength ? html`maxlength="${field.maxLength}"` : ''}
      ${field.isRequired ? html`aria-required="true"` : ''}
      ${described(place, field)}
    >
${valueOf(place, field.name)}</textarea>`,
  )

export type Choice = { value: string; label: string; hint?: string; language?: string }

/** A choice of one from a list; `none` is the label of the empty choice. */
export function selectInput(
  place: FormPlace,
  field: { name: string; label: string; hint?: string; choices: Choice[]; none?: string },
): Html {
  const chosen = valueOf(place, field.name)
  const all = field.none === undefined ? field.choices : [{ value: '', label: field.none }, ...field.choices]
  const options = all.map(
    ({ value, label, language }) =>
      html`<option
        value="${value}"
        ${value === chosen ? html`selected` : ''}
        ${language ? html`lang="${language}"` : ''}
      >
        ${label}
      </option>`,
  )
  return fieldPart(
    place,
    field,
    html`<select id="f-${field.name}" name="${field.name}" ${described(place, field)}>
      ${options}
    </select>`,
  )
}

/** A choice of one ('radio') or several ('checkbox'), all to be seen at once. */
export function choiceGroup(
  place: FormPlace,
  field: { name: string; label: string; hint?: string; choices: Choice[]; kind: 'radio' | 'checkbox' },
): Html {
  const chosen = valuesOf(place, field.name)
  labelsOf(place).set(field.name, field.label)
  return html`<fieldset class="field choices" id="f-${field.name}" ${described(place, field)}>
    <legend>${field.label}</legend>
    ${hintPart(field)} ${errorPart(place, field.name)}
    ${field.choices.map(
      ({ value, label, hint, language }) =>
        html`<div class="check">
          <input
            id="f-${field.name}-${value}"
            name="${field.name}"
            type="${field.kind}"
            value="${value}"
            ${chosen.includes(value) ? html`checked` : ''}
            ${hint ? html`aria-describedby="f-${field.name}-${value}-hint"` : ''}
          />
          <label for="f-${field.name}-${value}" ${language ? html`lang="${language}"` : ''}>${label}</label>
          ${when(hint, () => html`<p class="hint" id="f-${field.name}-${value}-hint">${hint}</p>`)}
        </div>`,
    )}
  </fieldset>`
}

/** One box to tick; `value` is what is sent when it is ticked. */
export const tickBox = (
  place: FormPlace,
  field: { name: string; label: string; hint?: string; value?: string },
): Html => {
  labelsOf(place).set(field.name, field.label)
  return html`<div class="field check">
    <input
      id="f-${field.name}"
      name="${field.name}"
      type="checkbox"
      value="${field.value ?? 'yes'}"
      ${valuesOf(place, field.name).includes(field.value ?? 'yes') ? html`checked` : ''}
      ${described(place, field)}
    />
    <label for="f-${field.name}">${field.label}</label>
    ${hintPart(field)} ${errorPart(place, field.name)}
  </div>`
}

/** A file; one that came with an earlier try is kept and named. */
export function fileInput(
  place: FormPlace,
  field: { name: string; label: string; hint?: string; isRequired?: boolean; endings: readonly string[] },
): Html {
  return fieldPart(
    place,
    field,
    html`${heldFilePart(place, field.name)}<input
        id="f-${field.name}"
        name="${field.name}"
        type="file"
        accept="${field.endings.join(',')}"
        ${described(place, field)}
      />`,
  )
}

/** What came with an earlier try goes along with the next one. */
export function heldFilePart({ visit, entered }: FormPlace, name: string): Html | '' {
  const held = entered.files[name]
  return when(
    held,
    () =>
      html`<p class="held-file">
        ${visit.t('form.held-file', { name: held?.name ?? '' })}
        <input type="hidden" name="_held-${name}" value="${held?.id ?? ''}" />
      </p>`,
  )
}

export const hiddenInput = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`

/** What stands in a field: what was typed, else what the record says. */
export const valueOf = (place: FormPlace, name: string): string => valuesOf(place, name)[0] ?? ''

export function valuesOf({ entered, present }: FormPlace, name: string): readonly string[] {
  const value = isTyped(entered) ? (entered.values[name] ?? []) : (present?.[name] ?? [])
  return typeof value === 'string' ? [value] : value
}

/** Nothing of the record shows through once the form was sent: an emptied field stays empty. */
const isTyped = ({ values, issues, asked, isStale }: Entered) =>
  issues.length > 0 || asked !== null || isStale || Object.keys(values).length > 0

const hiddenFields = ({ visit, entered }: FormPlace, part: FormPart): Html =>
  html`${tokenField(visit)}${when(
    part.version !== undefined,
    () => html`<input type="hidden" name="_version" value="${versionOf(entered) ?? part.version}" />`,
  )}`

/** Shown again, a form stays with the version that it was opened on, until somebody was told that there is a newer one. */
const versionOf = ({ isStale, version }: Entered): string | null => (isStale ? null : version)

const tokenField = (visit: Visit): Html =>
  html`<input type="hidden" name="_token" value="${visit.formToken ?? ''}" />`

/** Label, hint, what is wrong, and the control. */
export const fieldPart = (
  place: FormPlace,
  field: { name: string; label: string; hint?: string; isRequired?: boolean },
  control: Html,
): Html => {
  labelsOf(place).set(field.name, field.label)
  return html`<div class="field">
    <label for="f-${field.name}"
      >${field.label}
      ${field.isRequired === false ? html`<span class="optional">${place.visit.t('form.optional')}</span>` : ''}</label
    >
    ${hintPart(field)} ${errorPart(place, field.name)} ${control}
  </div>`
}

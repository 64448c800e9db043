import { addressOf } from '../web/address.ts'
import { html, when, type Html } from './html.ts'
import { here, type Place } from './links.ts'

type Field = { name: string; label: string; hint?: string }

export type Option = { value: string; label: string }

/** A choice of one; the first option ("any") has the empty value, which means that the filter is not set. */
export function selectField(place: Place, field: Field & { options: Option[]; any?: string }): Html {
  const chosen = place.query.get(field.name) ?? ''
  const option = ({ value, label }: Option) =>
    value === chosen
      ? html`<option value="${value}" selected>${label}</option>`
      : html`<option value="${value}">${label}</option>`
  return labelled(
    field,
    html`<select id="f-${field.name}" name="${field.name}" ${describedBy(field)}>
      ${[{ value: '', label: field.any ?? place.t('filters.any') }, ...field.options].map(option)}
    </select>`,
  )
}

export function textField(place: Place, field: Field & { type?: 'text' | 'search' }): Html {
  const value = place.query.get(field.name) ?? ''
  return labelled(
    field,
    html`<input
      id="f-${field.name}"
      name="${field.name}"
      type="${field.type ?? 'text'}"
      value="${value}"
      dir="auto"
      placeholder=" "
      autocomplete="off"
      ${describedBy(field)}
    />`,
  )
}

/** A GET form that keeps the parameters which it does not ask for itself. */
export function filterForm(
  place: Place,
  props: { label: string; fields: Html[]; names: string[]; submit?: string },
): Html {
  const kept = [...place.query].filter(
    ([name, value]) => !props.names.includes(name) && name !== 'after' && value !== '',
  )
  const cleared = Object.fromEntries(props.names.map((name) => [name, null]))
  return html`<form
    class="filter-form"
    method="get"
    action="${addressOf(place.language, place.path)}"
    aria-label="${props.label}"
  >
    ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${props.fields}
    <p class="buttons">
      <button type="submit">${props.submit ?? place.t('filters.apply')}</button>
      ${when(
        props.names.some((name) => place.query.get(name)),
        () => html`<a href="${here(place, cleared)}">${place.t('filters.clear')}</a>`,
      )}
    </p>
  </form>`
}

const labelled = (field: Field, control: Html): Html =>
  html`<div class="field"><label for="f-${field.name}">${field.label}</label>${hint(field)}${control}</div>`

const hint = (field: Field) =>
  when(field.hint, () => html`<p class="hint" id="f-${field.name}-hint">${field.hint}</p>`)

const describedBy = (field: Field) => when(field.hint, () => html`aria-describedby="f-${field.name}-hint"`)

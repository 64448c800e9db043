import { valuesOf, type Choice, type FormPlace } from '#platform/ui/form.ts'
import { described, errorPart, hintPart, labelsOf } from '#platform/ui/form-words.ts'
import { html, when, type Html } from '#platform/ui/html.ts'

/** Many boxes to tick, folded by group; a group in which something is ticked is open and says how many. */
export function foldedChoices(
  place: FormPlace,
  field: { name: string; label: string; hint?: string; groups: { label: string; choices: Choice[] }[] },
): Html {
  const chosen = new Set(valuesOf(place, field.name))
  labelsOf(place).set(field.name, field.label)
  return html`<fieldset class="field choices folded" id="f-${field.name}" ${described(place, field)}>
    <legend>${field.label}</legend>
    ${hintPart(field)} ${errorPart(place, field.name)}
    ${field.groups.map(({ label, choices }) => {
      const count = choices.filter(({ value }) => chosen.has(value)).length
      return html`<details ${count > 0 ? html`open` : ''}>
        <summary>
          ${label}
          ${when(count > 0, () => html`<span class="count">${place.visit.t('activities.ticked', { count })}</span>`)}
        </summary>
        <div class="columns">
          ${choices.map(
            (choice) =>
              html`<div class="check">
                <input
                  id="f-${field.name}-${choice.value}"
                  name="${field.name}"
                  type="checkbox"
                  value="${choice.value}"
                  ${chosen.has(choice.value) ? html`checked` : ''}
                />
                <label for="f-${field.name}-${choice.value}">${choice.label}</label>
              </div>`,
          )}
        </div>
      </details>`
    })}
  </fieldset>`
}

import { html, when, type Html } from '#platform/ui/html.ts'
import type { FormPlace } from '#platform/ui/form.ts'
import { choiceId, codedLabel, codeLabel } from './choices.ts'
import type { EntrySubject } from './sections/section.ts'
import { suggestionsIn, type SuggestedField } from './suggestions.ts'

/** Codes that the words of the entry suggest, with these words. Nothing is ticked by itself. */
export function suggestionNote(place: FormPlace, subject: EntrySubject, field: SuggestedField): Html | '' {
  const { visit } = place
  const found = suggestionsIn(subject, field)
  return when(
    found.length > 0,
    () =>
      html`<div class="suggestions">
        <p>${visit.t('activities.suggested')}</p>
        <ul>
          ${found.map(
            ({ node, words }) =>
              html`<li>
                ${toChoice(field, node.code, field === 'beneficiaries' ? codeLabel(visit, node) : codedLabel(visit, node))}
                <span class="muted"
                  >${visit.t('activities.suggested.by')}
                  ${words.map((word, place) => html`${place > 0 ? visit.t('words.comma') : ''}<q><bdi>${word}</bdi></q>`)}</span
                >
              </li>`,
          )}
        </ul>
      </div>`,
  )
}

/** Leads to the box to tick; a target is typed into a row. */
const toChoice = (field: SuggestedField, code: string, label: string): Html =>
  field === 'sdgs'
    ? html`<strong>${label}</strong>`
    : html`<a href="#${choiceId(boxesOf[field], code)}">${label}</a>`

const boxesOf = { actionLines: 'lines', gdc: 'gdc', beneficiaries: 'beneficiaries' }

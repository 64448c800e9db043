import { html, when, type Html } from '#platform/ui/html.ts'
import { bdi } from '#platform/ui/text.ts'
import type { FormPlace } from '#platform/ui/form.ts'
import { codeLabel } from './choices.ts'
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
                <strong>${bdi(node.code)} ${codeLabel(visit, node)}</strong>
                <span class="muted"
                  >${visit.t('activities.suggested.by')}
                  ${words.map((word, place) => html`${place > 0 ? ', ' : ''}<q><bdi>${word}</bdi></q>`)}</span
                >
              </li>`,
          )}
        </ul>
      </div>`,
  )
}

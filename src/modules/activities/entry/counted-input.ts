import { languages, type LanguageCode } from '#platform/languages.ts'
import { textArea, textInput, valueOf, type FormPlace } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { lengthOf, limits, measureOf, mostLetters, type ProseField } from '../content.ts'

type Counted = {
  name: string
  label: string
  hint?: string
  limit: ProseField | 'why'
  /** In which it is written. */
  language: LanguageCode
  rows?: number
  /** The Stocktaking asks for it: then it is not called optional, though a draft is kept without. */
  isAsked?: boolean
}

/** A text with its limit in words, in Chinese in characters; a script keeps the count while one writes. */
export function countedInput(place: FormPlace, field: Counted): Html {
  const { t } = place.visit
  const limit = limits[field.limit]
  const measure = measureOf(field.language)
  const { tag, direction } = languages[field.language]
  const count = lengthOf(valueOf(place, field.name), field.language)
  const shared = {
    name: field.name,
    label: field.label,
    ...(field.hint === undefined ? {} : { hint: field.hint }),
    ...(field.isAsked ? {} : { isRequired: false }),
    language: tag,
    direction,
    maxLength: mostLetters(limit),
  }
  const input =
    field.limit === 'title' ? textInput(place, shared) : textArea(place, { ...shared, rows: field.rows ?? 5 })
  return html`<div class="counted" data-measure="${measure}" data-limit="${limit[measure]}">
    ${input}
    <p class="hint counter">
      ${t(`activities.counted-${measure}`)}
      <bdi><span class="counter-now">${count}</span> / ${limit[measure]}</bdi>
    </p>
  </div>`
}

import type { FrameworkNode } from '#modules/frameworks/index.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { valuesOf, type FormPlace } from '#platform/ui/form.ts'
import { errorPart, labelsOf } from '#platform/ui/form-words.ts'
import { html, type Html } from '#platform/ui/html.ts'
import type { Tag } from '../content.ts'
import { choiceId } from './choices.ts'
import { countedInput } from './counted-input.ts'
import { listOf, textOf, type Typed } from './sections/section.ts'

/** A short list of codes to tick, each with a sentence why. */
export const tagRows = { read, inputs }

function read(typed: Typed, name: string): Tag[] {
  return listOf(typed, name).map((code) => ({ code, why: textOf(typed, `${name}-why-${code}`) }))
}

function inputs(
  place: FormPlace,
  list: {
    name: string
    field: string
    label: string
    hint: string
    nodes: Map<string, FrameworkNode>
    labelOf: (node: FrameworkNode) => string
    language: LanguageCode
    before?: Html | ''
  },
): Html {
  const { name, field, nodes, labelOf, language } = list
  const chosen = valuesOf(place, name)
  labelsOf(place).set(field, list.label)
  return html`<fieldset class="field choices folded" id="f-${field}">
    <legend>${list.label}</legend>
    <p class="hint">${list.hint}</p>
    ${errorPart(place, field)} ${list.before ?? ''}
    ${[...nodes.values()].map((node) => {
      const isChosen = chosen.includes(node.code)
      const label = labelOf(node)
      return html`<details class="tag-choice" ${isChosen ? html`open` : ''}>
        <summary>${label}</summary>
        <div class="check">
          <input
            id="${choiceId(name, node.code)}"
            name="${name}"
            type="checkbox"
            value="${node.code}"
            ${isChosen ? html`checked` : ''}
          />
          <label for="${choiceId(name, node.code)}"
            >${place.visit.t('activities.line.serves', { line: label })}</label
          >
        </div>
        ${countedInput(place, {
          name: `${name}-why-${node.code}`,
          label: place.visit.t('activities.field.why', { tag: label }),
          limit: 'why',
          language,
          rows: 2,
        })}
      </details>`
    })}
  </fieldset>`
}

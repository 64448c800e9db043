import { z } from 'zod'
import type { Html } from '#platform/ui/html.ts'
import { html, when } from '#platform/ui/html.ts'
import { valuesOf, type FormPlace } from '#platform/ui/form.ts'
import { errorPart, labelsOf } from '#platform/ui/form-words.ts'
import { choiceId, codedLabel, codeChoices } from '../choices.ts'
import { countedInput } from '../counted-input.ts'
import { suggestionNote } from '../suggestion-note.ts'
import { listOf, textOf, type EntrySubject, type Section } from './section.ts'

/** Action lines with their sub-themes, each with a sentence why. */
export const lines: Section = {
  name: 'lines',
  holds: ['actionLines'],
  // The names of the fields hold the codes, and the codes are data: `read` checks them.
  fields: z.object({}).catchall(z.union([z.string(), z.array(z.string())])),
  present: ({ activity: { content } }) =>
    Object.fromEntries([
      ['lines', content.actionLines.map(({ code }) => code)],
      ...content.actionLines.flatMap(({ code, why, themes }) => [
        [`why-${code}`, why],
        [`themes-${code}`, themes],
      ]),
    ]),
  read: async (typed) => ({
    changes: {
      content: {
        actionLines: listOf(typed, 'lines').map((code) => ({
          code,
          why: textOf(typed, `why-${code}`),
          themes: listOf(typed, `themes-${code}`),
        })),
      },
    },
  }),
  inputs: (place, subject) => {
    labelsOf(place).set('actionLines', place.visit.t('activities.field.actionLines'))
    return html`<fieldset class="field choices folded" id="f-actionLines">
      <legend>${place.visit.t('activities.field.actionLines')}</legend>
      <p class="hint">${place.visit.t('activities.hint.actionLines')}</p>
      ${errorPart(place, 'actionLines')} ${suggestionNote(place, subject, 'actionLines')}
      ${[...subject.codes['action-lines'].values()]
        .filter(({ code }) => code !== 'C7')
        .map((line) => oneLine(place, subject, line.code, codedLabel(place.visit, line)))}
    </fieldset>`
  },
}

function oneLine(place: FormPlace, subject: EntrySubject, code: string, label: string): Html {
  const { visit } = place
  const isChosen = valuesOf(place, 'lines').includes(code)
  const themes = new Map(
    [...subject.codes.themes].filter(([theme]) => subject.codes.lineOfTheme.get(theme) === code),
  )
  const chosenThemes = valuesOf(place, `themes-${code}`)
  const id = choiceId('lines', code)
  return html`<details class="tag-choice" ${isChosen ? html`open` : ''}>
    <summary>${label}</summary>
    <div class="check">
      <input id="${id}" name="lines" type="checkbox" value="${code}" ${isChosen ? html`checked` : ''} />
      <label for="${id}">${visit.t('activities.line.serves', { line: label })}</label>
    </div>
    ${when(
      themes.size > 0,
      () =>
        html`<fieldset class="choices">
          <legend>${visit.t('activities.field.themes')}</legend>
          ${codeChoices(visit, themes).map(
            (theme) =>
              html`<div class="check">
                <input
                  id="${choiceId('theme', theme.value)}"
                  name="themes-${code}"
                  type="checkbox"
                  value="${theme.value}"
                  ${chosenThemes.includes(theme.value) ? html`checked` : ''}
                />
                <label for="${choiceId('theme', theme.value)}">${theme.label}</label>
              </div>`,
          )}
        </fieldset>`,
    )}
    ${countedInput(place, {
      name: `why-${code}`,
      label: visit.t('activities.field.why', { tag: code }),
      limit: 'why',
      language: subject.activity.language,
      rows: 2,
    })}
  </details>`
}

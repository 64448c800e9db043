import { z } from 'zod'
import { html, type Html } from '#platform/ui/html.ts'
import { showButton, textInput, valueOf, type FormPlace } from '#platform/ui/form.ts'
import { errorPart, labelsOf } from '#platform/ui/form-words.ts'
import { codedLabel } from '../choices.ts'
import { countedInput } from '../counted-input.ts'
import { suggestionNote } from '../suggestion-note.ts'
import { tagRows } from '../tag-choices.ts'
import { textOf, type EntrySubject, type Section, type Typed } from './section.ts'

/** As many targets as one form takes. */
export const mostTargets = 40
const emptyRows = 3

/** Targets of the Sustainable Development Goals, and objectives of the Global Digital Compact. */
export const goals: Section = {
  name: 'goals',
  holds: ['sdgs', 'gdc'],
  fields: z.object({}).catchall(z.union([z.string(), z.array(z.string())])),
  present: ({ activity: { content } }) =>
    Object.fromEntries([
      ...content.sdgs.flatMap(({ code, why }, place) => [
        [`sdg-${place + 1}`, code],
        [`sdg-why-${place + 1}`, why],
      ]),
      ...content.gdc.flatMap(({ code, why }) => [
        ['gdc', content.gdc.map((tag) => tag.code)],
        [`gdc-why-${code}`, why],
      ]),
    ]),
  read: async (typed) => ({
    changes: { content: { sdgs: sdgsOf(typed), gdc: tagRows.read(typed, 'gdc') } },
  }),
  inputs: (place, subject) => html`${targets(place, subject)} ${objectives(place, subject)}`,
}

const sdgsOf = (typed: Typed) =>
  Array.from({ length: mostTargets }, (_, place) => ({
    code: targetCode(textOf(typed, `sdg-${place + 1}`)),
    why: textOf(typed, `sdg-why-${place + 1}`),
  })).filter(({ code }) => code !== '')

/** People write 'SDG 9.c', '9.C' or the choice with its title behind. */
const targetCode = (text: string): string =>
  /\b(\d{1,2}(?:\.[0-9a-z]{1,2})?)\b/i.exec(text)?.[1]?.toLowerCase() ?? text.toLowerCase()

function targets(place: FormPlace, subject: EntrySubject): Html {
  const { t } = place.visit
  labelsOf(place).set('sdgs', t('activities.field.sdgs'))
  const filled = Array.from({ length: mostTargets }, (_, row) => row + 1).filter(
    (row) => valueOf(place, `sdg-${row}`) !== '',
  )
  const rows = Math.min(
    mostTargets,
    Math.max(0, ...filled) + (place.entered.asked === 'rows' ? emptyRows * 2 : emptyRows),
  )
  const { sdgs, 'sdg-targets': ofGoals } = subject.codes
  return html`<fieldset class="field" id="f-sdgs">
    <legend>${t('activities.field.sdgs')}</legend>
    <p class="hint">${t('activities.hint.sdgs')}</p>
    ${errorPart(place, 'sdgs')} ${suggestionNote(place, subject, 'sdgs')}
    <datalist id="sdg-codes">
      ${[...sdgs.values(), ...ofGoals.values()].map(
        (node) => html`<option value="${node.code}">${codedLabel(place.visit, node)}</option>`,
      )}
    </datalist>
    ${Array.from({ length: rows }, (_, row) => targetRow(place, subject, row + 1))}
    <p>${showButton('rows', t('activities.more-rows'))}</p>
  </fieldset>`
}

const targetRow = (place: FormPlace, { activity }: EntrySubject, row: number): Html => {
  const { t } = place.visit
  return html`<div class="tag-row">
    ${textInput(place, {
      name: `sdg-${row}`,
      label: t('activities.field.sdg-row', { row }),
      list: 'sdg-codes',
      direction: 'ltr',
      isRequired: false,
      maxLength: 120,
    })}
    ${countedInput(place, {
      name: `sdg-why-${row}`,
      label: t('activities.field.why-row', { row }),
      limit: 'why',
      language: activity.language,
      rows: 2,
    })}
  </div>`
}

const objectives = (place: FormPlace, subject: EntrySubject): Html =>
  tagRows.inputs(place, {
    name: 'gdc',
    field: 'gdc',
    label: place.visit.t('activities.field.gdc'),
    hint: place.visit.t('activities.hint.gdc'),
    nodes: subject.codes['gdc-objectives'],
    labelOf: (node) => codedLabel(place.visit, node),
    language: subject.activity.language,
    before: suggestionNote(place, subject, 'gdc'),
  })

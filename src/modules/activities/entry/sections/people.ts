import { z } from 'zod'
import { choiceGroup } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import { codeChoices, codeLabel } from '../choices.ts'
import { suggestionNote } from '../suggestion-note.ts'
import { tagRows } from '../tag-choices.ts'
import { listOf, type Section } from './section.ts'

/** Whom it serves, and which targets of the Geneva Plan of Action. */
export const people: Section = {
  name: 'people',
  holds: ['beneficiaries', 'genevaTargets'],
  fields: z.object({}).catchall(z.union([z.string(), z.array(z.string())])),
  present: ({ activity: { content } }) =>
    Object.fromEntries([
      ['beneficiaries', content.beneficiaries.map(({ code }) => code)],
      ...content.beneficiaries.map(({ code, why }) => [`beneficiaries-why-${code}`, why]),
      ['genevaTargets', content.genevaTargets],
    ]),
  read: async (typed) => ({
    changes: {
      content: {
        beneficiaries: tagRows.read(typed, 'beneficiaries'),
        genevaTargets: listOf(typed, 'genevaTargets'),
      },
    },
  }),
  inputs: (place, subject) =>
    html`${tagRows.inputs(place, {
      name: 'beneficiaries',
      field: 'beneficiaries',
      label: place.visit.t('activities.field.beneficiaries'),
      hint: place.visit.t('activities.hint.beneficiaries'),
      nodes: subject.codes.beneficiaries,
      labelOf: (node) => codeLabel(place.visit, node),
      language: subject.activity.language,
      before: suggestionNote(place, subject, 'beneficiaries'),
    })}
    ${choiceGroup(place, {
      name: 'genevaTargets',
      label: place.visit.t('activities.field.genevaTargets'),
      hint: place.visit.t('activities.hint.genevaTargets'),
      kind: 'checkbox',
      choices: codeChoices(place.visit, subject.codes['geneva-targets']),
    })}`,
}

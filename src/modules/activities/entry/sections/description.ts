import { z } from 'zod'
import { html } from '#platform/ui/html.ts'
import { rule } from '#platform/web/problem.ts'
import { limits, mostLetters, type ProseField } from '../../content.ts'
import { countedInput } from '../counted-input.ts'
import { textOf, type Section, type SectionName } from './section.ts'

type Described = Exclude<ProseField, 'title' | 'funding'>

/** A section of nothing but prose. */
const proseSection = (name: SectionName, names: readonly Described[]): Section => ({
  name,
  holds: names,
  fields: z.strictObject(
    Object.fromEntries(
      names.map((field) => [
        field,
        z.string().max(mostLetters(limits[field]), rule('rule.long-text')).optional(),
      ]),
    ),
  ),
  present: ({ activity }) => Object.fromEntries(names.map((field) => [field, activity.content[field]])),
  read: async (typed) => ({
    changes: { content: Object.fromEntries(names.map((field) => [field, textOf(typed, field)])) },
  }),
  inputs: (place, { activity }) =>
    html`${names.map((field) =>
      countedInput(place, {
        name: field,
        label: place.visit.t(`activities.field.${field}`),
        hint: place.visit.t(`activities.hint.${field}`),
        limit: field,
        language: activity.language,
        rows: limits[field].words > 250 ? 9 : 5,
        isAsked: field === 'summary',
      }),
    )}`,
})

export const description = proseSection('description', ['summary', 'objective', 'content', 'results'])

export const quality = proseSection('quality', [
  'replicability',
  'sustainability',
  'values',
  'partnerships',
  'challenges',
  'lessons',
])

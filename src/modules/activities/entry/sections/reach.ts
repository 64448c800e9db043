import { z } from 'zod'
import { choiceGroup, textInput } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import { rule } from '#platform/web/problem.ts'
import { progressStates, reaches } from '../../content.ts'
import { codeChoices, sortedChoices } from '../choices.ts'
import { foldedChoices } from '../folded-choices.ts'
import { listOf, orNull, textOf, type Section } from './section.ts'

const code = z.string().max(40, rule('rule.short-text'))

/** Where and when: the lists by reach. */
export const reach: Section = {
  name: 'reach',
  holds: ['reach', 'countries', 'regions', 'status', 'start', 'end'],
  fields: z.strictObject({
    reach: z.enum(reaches).optional(),
    countries: z.array(code).max(260, rule('rule.too-many')).optional(),
    regions: z.array(code).max(20, rule('rule.too-many')).optional(),
    status: z.enum(progressStates).optional(),
    start: code.optional(),
    end: code.optional(),
  }),
  present: ({ activity: { content } }) => ({
    reach: content.reach ?? '',
    countries: content.countries,
    regions: content.regions,
    status: content.status ?? '',
    start: content.start ?? '',
    end: content.end ?? '',
  }),
  read: async (typed) => ({
    changes: {
      content: {
        reach: reaches.find((one) => one === textOf(typed, 'reach')) ?? null,
        countries: listOf(typed, 'countries'),
        regions: listOf(typed, 'regions'),
        status: progressStates.find((one) => one === textOf(typed, 'status')) ?? null,
        start: orNull(textOf(typed, 'start')),
        end: orNull(textOf(typed, 'end')),
      },
    },
  }),
  inputs: (place, { codes }) => {
    const { t } = place.visit
    const day = {
      hint: t('activities.hint.date'),
      direction: 'ltr',
      maxLength: 10,
    } as const
    return html`${choiceGroup(place, {
      name: 'reach',
      label: t('activities.field.reach'),
      kind: 'radio',
      choices: reaches.map((value) => ({ value, label: t(`activities.reach.${value}`) })),
    })}
    ${choiceGroup(place, {
      name: 'regions',
      label: t('activities.field.regions'),
      hint: t('activities.hint.regions'),
      kind: 'checkbox',
      choices: codeChoices(place.visit, codes['itu-regions']),
    })}
    ${foldedChoices(place, {
      name: 'countries',
      label: t('activities.field.countries'),
      hint: t('activities.hint.countries'),
      groups: [...codes['itu-regions'].values()].map((region) => ({
        label: codeChoices(place.visit, new Map([[region.code, region]]))[0]?.label ?? region.code,
        choices: sortedChoices(
          place.visit,
          new Map([...codes.countries].filter(([country]) => codes.regionOf.get(country) === region.code)),
        ),
      })),
    })}
    ${choiceGroup(place, {
      name: 'status',
      label: t('activities.field.status'),
      kind: 'radio',
      choices: progressStates.map((value) => ({ value, label: t(`activities.status.${value}`) })),
    })}
    ${textInput(place, { name: 'start', label: t('activities.field.start'), ...day })}
    ${textInput(place, { name: 'end', label: t('activities.field.end'), isRequired: false, ...day })}`
  },
}

import { z } from 'zod'
import { isLanguageCode, languageCodes, languages } from '#platform/languages.ts'
import { html } from '#platform/ui/html.ts'
import { selectInput, textInput } from '#platform/ui/form.ts'
import { rule } from '#platform/web/problem.ts'
import { codeChoices } from '../choices.ts'
import { countedInput } from '../counted-input.ts'
import { organizationFields, organizationInput } from '../organization-input.ts'
import { orNull, textOf, type Section } from './section.ts'

const short = z.string().max(300, rule('rule.short-text'))

/** Who does it, what it is called, in which language it is described. */
export const basics: Section = {
  name: 'basics',
  holds: ['organization', 'title', 'type', 'website', 'language'],
  fields: z.strictObject({
    ...organizationFields,
    language: z.enum(languageCodes),
    title: z.string().max(600, rule('rule.long-text')).optional(),
    type: short.optional(),
    website: short.optional(),
  }),
  present: ({ activity }) => ({
    organization: activity.organization ?? '',
    language: activity.language,
    title: activity.content.title,
    type: activity.content.type ?? '',
    website: activity.content.website ?? '',
  }),
  read: async (typed, { activity }) => {
    const language = textOf(typed, 'language')
    return {
      changes: {
        organization: orNull(textOf(typed, 'organization')),
        language: isLanguageCode(language) ? language : activity.language,
        content: {
          title: textOf(typed, 'title'),
          type: orNull(textOf(typed, 'type')),
          website: orNull(textOf(typed, 'website')),
        },
      },
    }
  },
  inputs: (place, { activity, codes, organizations }) => {
    const { t } = place.visit
    return html`${organizationInput(place, { choices: organizations, none: 'activities.choose' })}
    ${selectInput(place, {
      name: 'language',
      label: t('activities.field.language'),
      hint: t('activities.hint.language'),
      choices: languageCodes.map((code) => ({
        value: code,
        label: languages[code].endonym,
        language: languages[code].tag,
      })),
    })}
    ${countedInput(place, { name: 'title', label: t('activities.field.title'), limit: 'title', language: activity.language, isAsked: true })}
    ${selectInput(place, {
      name: 'type',
      label: t('activities.field.type'),
      none: t('activities.choose'),
      choices: codeChoices(place.visit, codes['activity-types']),
    })}
    ${textInput(place, { name: 'website', label: t('activities.field.website'), type: 'url', isRequired: false, maxLength: 300 })}`
  },
}

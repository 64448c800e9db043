import { z } from 'zod'
import { selectInput, showButton, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { rule } from '#platform/web/problem.ts'
import { organizationLabel } from './choices.ts'
import type { OrganizationChoice } from './organization-queries.ts'

/** The organization of an entry: one is chosen, and what is not among the choices is looked up by words. */
export function organizationInput(
  place: FormPlace,
  {
    choices,
    none,
  }: { choices: readonly OrganizationChoice[]; none: 'activities.choose' | 'activities.later' },
): Html {
  const { visit } = place
  const { t } = visit
  return html`${selectInput(place, {
      name: 'organization',
      label: t('activities.field.organization'),
      hint: t('activities.hint.organization'),
      none: t(none),
      choices: choices.map((one) => ({ value: one.id, label: organizationLabel(visit, one) })),
    })}
    <div class="beside">
      ${textInput(place, {
        name: 'organization-words',
        label: t('activities.field.organization-words'),
        hint: t('activities.hint.organization-words'),
        isRequired: false,
        maxLength: 100,
      })}
      ${showButton('organizations', t('activities.look-up'))}
    </div>`
}

const short = z.string().max(300, rule('rule.short-text'))

/** What the input sends. */
export const organizationFields = {
  organization: short.optional(),
  'organization-words': short.optional(),
}

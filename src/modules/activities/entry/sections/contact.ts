import { z } from 'zod'
import { selectInput, textInput, tickBox, type FormPlace } from '#platform/ui/form.ts'
import { labelsOf } from '#platform/ui/form-words.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { isMailAddress } from '#platform/mail/header-text.ts'
import { rule } from '#platform/web/problem.ts'
import { licences } from '../../activity.ts'
import { orNull, textOf, type Section } from './section.ts'
import { licenceKeys } from '../../licence-words.ts'

const short = z.string().max(200, rule('rule.short-text'))

/** Whom to ask, never public; and under which licence others may use the entry. */
export const contact: Section = {
  name: 'contact',
  holds: ['contact', 'email', 'licence'],
  fields: z.strictObject({
    honorific: short.optional(),
    'first-name': short.optional(),
    'last-name': short.optional(),
    position: short.optional(),
    email: short.optional(),
    phone: short.optional(),
    consent: z.enum(['yes']).optional(),
    licence: z.enum(licences),
  }),
  present: ({ activity, contact: known }) => ({
    honorific: known?.honorific ?? '',
    'first-name': known?.firstName ?? '',
    'last-name': known?.lastName ?? '',
    position: known?.position ?? '',
    email: known?.email ?? '',
    phone: known?.phone ?? '',
    consent: known?.consents === true ? 'yes' : '',
    licence: activity.licence,
  }),
  read: async (typed) => {
    const email = textOf(typed, 'email')
    const consents = textOf(typed, 'consent') === 'yes'
    const names = ['honorific', 'first-name', 'last-name', 'position', 'email', 'phone']
    if (email !== '' && !isMailAddress(email))
      return { issues: [{ field: 'email', key: 'form.value.wrong', rule: 'rule.email' }] }
    if (!consents && names.some((name) => textOf(typed, name) !== ''))
      return { issues: [{ field: 'consent', key: 'activities.consent-needed' }] }
    return {
      changes: {
        licence: licences.find((one) => one === textOf(typed, 'licence')) ?? 'CC-BY-4.0',
        contact: consents
          ? {
              honorific: orNull(textOf(typed, 'honorific')),
              firstName: orNull(textOf(typed, 'first-name')),
              lastName: orNull(textOf(typed, 'last-name')),
              position: orNull(textOf(typed, 'position')),
              email: orNull(email),
              phone: orNull(textOf(typed, 'phone')),
              consents,
            }
          : null,
      },
    }
  },
  inputs: (place) => {
    const { t } = place.visit
    const field = { isRequired: false, maxLength: 200 } as const
    return html`<fieldset class="field">
        <legend>${t('activities.contact')}</legend>
        <p class="hint">${t('activities.contact.hint')}</p>
        ${textInput(place, { name: 'honorific', label: t('activities.field.honorific'), ...field })}
        ${textInput(place, { name: 'first-name', label: t('activities.field.first-name'), autocomplete: 'given-name', ...field })}
        ${textInput(place, { name: 'last-name', label: t('activities.field.last-name'), autocomplete: 'family-name', ...field })}
        ${textInput(place, { name: 'position', label: t('activities.field.position'), autocomplete: 'organization-title', ...field })}
        ${textInput(place, { name: 'email', label: t('activities.field.email'), type: 'email', autocomplete: 'email', ...field })}
        ${textInput(place, { name: 'phone', label: t('activities.field.phone'), type: 'tel', autocomplete: 'tel', ...field })}
        ${consentBox(place)}
      </fieldset>
      ${selectInput(place, {
        name: 'licence',
        label: t('activities.field.licence'),
        hint: t('activities.hint.licence'),
        choices: licences.map((value) => ({ value, label: t(licenceKeys[value]) })),
      })}`
  },
}

/** The sentence to agree to is too long a name for the list of what is wrong. */
function consentBox(place: FormPlace): Html {
  const { t } = place.visit
  const box = tickBox(place, { name: 'consent', label: t('activities.field.consent') })
  labelsOf(place).set('consent', t('activities.consent'))
  return box
}

import { z } from 'zod'
import { textInput } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import { rule } from '#platform/web/problem.ts'
import { limits, mostLetters } from '../../content.ts'
import { countedInput } from '../counted-input.ts'
import { textOf, type Section } from './section.ts'

/** What it costs and who pays; nobody has to say. */
export const money: Section = {
  name: 'money',
  holds: ['budget', 'funding'],
  fields: z.strictObject({
    amount: z.string().max(30, rule('rule.amount')).optional(),
    currency: z.string().max(10, rule('rule.currency')).optional(),
    funding: z.string().max(mostLetters(limits.funding), rule('rule.long-text')).optional(),
  }),
  present: ({ activity: { content } }) => ({
    amount: content.budget === null ? '' : String(content.budget.amount),
    currency: content.budget?.currency ?? '',
    funding: content.funding,
  }),
  read: async (typed) => {
    const [amount, currency] = [plainAmount(textOf(typed, 'amount')), textOf(typed, 'currency').toUpperCase()]
    if (amount !== '' && !/^\d{1,15}(?:\.\d{1,2})?$/.test(amount))
      return { issues: [{ field: 'amount', key: 'form.value.wrong', rule: 'rule.amount' }] }
    if (amount !== '' && currency === '')
      return { issues: [{ field: 'currency', key: 'form.value.wrong', rule: 'rule.currency' }] }
    const budget = amount === '' ? null : { amount: Number(amount), currency }
    return { changes: { content: { budget, funding: textOf(typed, 'funding') } } }
  },
  inputs: (place, { activity }) => {
    const { t } = place.visit
    return html`${textInput(place, {
        name: 'amount',
        label: t('activities.field.amount'),
        hint: t('activities.hint.amount'),
        isRequired: false,
        direction: 'ltr',
        maxLength: 30,
      })}
      <datalist id="currencies">
        ${Intl.supportedValuesOf('currency').map((code) => html`<option value="${code}"></option>`)}
      </datalist>
      ${textInput(place, {
        name: 'currency',
        label: t('activities.field.currency'),
        hint: t('activities.hint.currency'),
        list: 'currencies',
        isRequired: false,
        direction: 'ltr',
        maxLength: 3,
      })}
      ${countedInput(place, { name: 'funding', label: t('activities.field.funding'), limit: 'funding', language: activity.language, rows: 2 })}`
  },
}

/** Digits of any script, without what people write between thousands. */
const plainAmount = (text: string): string =>
  text
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll(/[\s\u00a0\u202f'’_]/g, '')
    .replaceAll(/,(?=\d{3}(?:\D|$))/g, '')
    .replace(',', '.')

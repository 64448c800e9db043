import { formPart, selectInput, textArea, tickBox, type Choice } from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { GiveBack, TakeOver } from '../keeping/owner-routes.ts'
import { dutyFormPage } from './duty-form.ts'

/** Where a duty is taken over: for a body, an organization, or by the person in their own name. */
export function takeOverPage(visit: Visit, subject: TakeOver, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered, present: { owner: defaultOwner(subject) } }
  return dutyFormPage(visit, subject, {
    title: 'action.duty.take',
    lead: 'keeping.take-lead',
    form: formPart(place, {
      submit: t('action.duty.take'),
      content: html`${selectInput(place, { name: 'owner', label: t('keeping.who-answers'), choices: ownerChoices(visit, subject) })}
      ${when(subject.scopes.length, () => selectInput(place, { name: 'behalf', label: t('keeping.behalf'), hint: t('keeping.behalf-hint'), choices: scopeChoices(subject), none: t('keeping.behalf-none') }))}
      ${tickBox(place, { name: 'named', label: t('keeping.named'), hint: t('keeping.named-hint') })}`,
    }),
  })
}

/** Where a duty is given back, with the reason. */
export function giveBackPage(visit: Visit, subject: GiveBack, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  return dutyFormPage(visit, subject, {
    title: 'action.duty.give-back',
    lead: 'keeping.give-back-lead',
    form: formPart(place, {
      submit: t('action.duty.give-back'),
      content: textArea(place, {
        name: 'reason',
        label: t('keeping.reason'),
        hint: t('keeping.reason-hint'),
        isRequired: true,
        maxLength: 10_000,
      }),
    }),
  })
}

const defaultOwner = ({ takers, kept }: TakeOver): string => {
  const first = kept.addressees.find((id) => takers.includes(id)) ?? takers[0]
  return first === undefined ? 'me' : `body:${first}`
}

const ownerChoices = ({ t }: Visit, { takers, organizations, names }: TakeOver): Choice[] => [
  ...takers.map((id) => ({ value: `body:${id}`, label: names.get(id) ?? id })),
  { value: 'me', label: t('keeping.me') },
  ...organizations.map(({ id, name }) => ({ value: `organization:${id}`, label: name })),
]

const scopeChoices = ({ scopes, names }: TakeOver): Choice[] =>
  scopes.map((scope) => ({ value: scope, label: names.get(scope.slice('body:'.length)) ?? scope }))

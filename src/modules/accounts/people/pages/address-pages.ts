import { formPage } from '#platform/ui/form-page.ts'
import { formPart, textInput } from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import { definitionList } from '#platform/ui/lists.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../../paths.ts'

export function newAddressPage(
  visit: Visit,
  { hasPassword }: { hasPassword: boolean },
  entered: Entered,
): Page {
  const { t } = visit
  const place = { visit, entered }
  const email = { name: 'email', label: t('account.address.new'), type: 'email', maxLength: 254 } as const
  const password = { name: 'present', label: t('security.present'), type: 'password' } as const
  return formPage({
    title: t('account.address.title'),
    lead: t('account.address.lead'),
    crumbs: [{ label: t('account.title'), path: accountPaths.account }],
    form: formPart(place, {
      submit: t('account.address.send'),
      content: html`${textInput(place, { ...email, isRequired: true, autocomplete: 'email' })}
      ${when(hasPassword, () => textInput(place, { ...password, isRequired: true, autocomplete: 'current-password' }))}`,
    }),
  })
}

export const takeAddressPage = (visit: Visit, { email }: { email: string }, entered: Entered): Page =>
  formPage({
    title: visit.t('account.address.title'),
    crumbs: [{ label: visit.t('account.title'), path: accountPaths.account }],
    about: definitionList([
      { term: visit.t('account.address.new'), content: html`<bdi dir="ltr">${email}</bdi>` },
    ]),
    form: formPart({ visit, entered }, { submit: visit.t('account.address.take'), content: html`` }),
  })

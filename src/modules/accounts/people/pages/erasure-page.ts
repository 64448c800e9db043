import { formPage } from '#platform/ui/form-page.ts'
import { formPart, textInput, tickBox, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../../paths.ts'

const goes = [
  'account.erasure.goes.profile',
  'account.erasure.goes.sign-in',
  'account.erasure.goes.roles',
  'account.erasure.goes.claims',
  'account.erasure.goes.mails',
] as const satisfies MessageKey[]

const stays = [
  'account.erasure.stays.history',
  'account.erasure.stays.work',
  'account.erasure.stays.roles',
] as const satisfies MessageKey[]

/** Says what goes and what stays, and why, before anything is asked. */
export function erasurePage(visit: Visit, { hasPassword }: { hasPassword: boolean }, entered: Entered): Page {
  const { t } = visit
  const place: FormPlace = { visit, entered }
  const email = { name: 'email', label: t('account.erasure.email'), hint: t('account.erasure.email.hint') }
  const password = { name: 'present', label: t('security.present'), type: 'password' } as const
  return formPage({
    title: t('account.erasure.title'),
    lead: t('account.erasure.lead'),
    crumbs: [{ label: t('account.title'), path: accountPaths.account }],
    about: [
      list(visit, 'goes', t('account.erasure.goes'), goes),
      list(visit, 'stays', t('account.erasure.stays'), stays),
      html`<p>
        <a href="${linkTo(visit, accountPaths.accountData)}">${t('account.erasure.data-first')}</a>
      </p>`,
    ],
    form: formPart(place, {
      submit: t('account.erasure.button'),
      tone: 'grave',
      content: html`${tickBox(place, { name: 'understood', label: t('account.erasure.understood') })}
      ${textInput(place, { ...email, isRequired: true, direction: 'ltr', maxLength: 254 })}
      ${when(hasPassword, () => textInput(place, { ...password, isRequired: true, autocomplete: 'current-password' }))}`,
    }),
  })
}

const list = ({ t }: Visit, id: string, title: string, keys: readonly MessageKey[]): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    <ul>
      ${keys.map((key) => html`<li>${t(key)}</li>`)}
    </ul>
  </section>`

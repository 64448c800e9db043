import { formPart, textInput } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import { qrCode } from '#platform/ui/qr-code.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { FactorSetup } from '../second-factor.ts'
import { securityPaths } from '../sign-in-paths.ts'
import { codeField, formPage, newPasswordField, passkeyFields, presentField } from './entrance-pages.ts'

type Asked = { visit: Visit; entered: Entered; hasPassword: boolean }

export function ownPasswordPage({ visit, entered, hasPassword }: Asked): Page {
  const { t } = visit
  const place = { visit, entered }
  const title = hasPassword ? t('security.password.change') : t('security.password.set')
  const form = formPart(place, {
    submit: title,
    content: html`${presentField(place, hasPassword)}${newPasswordField(place, t('sign-in.new-password'))}`,
  })
  return within(visit, formPage(title, t('security.password.lead'), form))
}

/** A step that needs nothing but the present password. */
export function provenStepPage(
  asked: Asked,
  step: { title: string; lead: string; tone?: 'plain' | 'grave' },
): Page {
  const { visit, entered, hasPassword } = asked
  const place = { visit, entered }
  const form = formPart(place, {
    submit: step.title,
    tone: step.tone ?? 'plain',
    content: html`${presentField(place, hasPassword)}`,
  })
  return within(visit, formPage(step.title, step.lead, form))
}

export function factorSetupPage(visit: Visit, setup: FactorSetup, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  const form = formPart(place, {
    submit: t('security.factor.confirm'),
    content: codeField(place, t('security.factor.first-code'), t('security.factor.begin-lead')),
  })
  const parts = html`<p>${t('security.factor.scan')}</p>
    ${qrCode(setup.address, t('security.factor.picture'))}
    <p><a href="${setup.address}">${t('security.factor.open')}</a></p>
    <p>${t('security.factor.key')} <code dir="ltr">${(setup.key.match(/.{1,4}/g) ?? []).join(' ')}</code></p>
    <p>${t('security.factor.codes')}</p>
    ${codeList(setup.backupCodes)} ${form}`
  return within(visit, formPage(t('security.factor.confirm-title'), t('security.factor.begin-lead'), parts))
}

/** The codes that were just made; shown while the sign-in or the change is fresh. */
export const codesPage = (visit: Visit, codes: string[]): Page => {
  const { t } = visit
  const main = html`<p>${t('security.factor.codes')}</p>
    ${codeList(codes)}`
  const { form: _none, ...page } = formPage(t('security.codes.title'), t('security.codes.lead'), main)
  return within(visit, page)
}

const codeList = (codes: string[]) =>
  html`<ul dir="ltr">
    ${codes.map((code) => html`<li><code>${code}</code></li>`)}
  </ul>`

export function addPasskeyPage(asked: Asked, challenge: { id: string; options: object }): Page {
  const { visit, entered, hasPassword } = asked
  const { t } = visit
  const place = { visit, entered }
  const name = { name: 'name', label: t('security.passkeys.name'), hint: t('security.passkeys.name.hint') }
  const form = formPart(place, {
    submit: t('security.passkeys.add'),
    content: html`${passkeyFields('create', challenge)}
    ${textInput(place, { ...name, isRequired: true, maxLength: 100 })} ${presentField(place, hasPassword)}`,
  })
  const page = formPage(t('security.passkeys.add'), t('sign-in.passkey.lead'), form)
  return within(visit, { ...page, script: 'passkey' })
}

const within = (visit: Visit, page: Page): Page => ({
  ...page,
  crumbs: [
    { label: visit.t('security.account'), path: '/account' },
    { label: visit.t('security.title'), path: securityPaths.overview },
  ],
})

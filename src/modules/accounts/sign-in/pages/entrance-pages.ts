import type { IdentityProvider } from '#platform/identity-providers.ts'
import { formPart, hiddenInput, stepButton, textInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { shortestPassword } from '../password-rule.ts'
import { providerPaths, signInPaths } from '../sign-in-paths.ts'

/** A page with one form; nothing of it is for search engines. */
export const formPage = (title: string, lead: string, form: Html, after: Html | '' = ''): Page => ({
  title,
  main: html`${pageHead({ title, lead })}${form}${after}`,
  unlisted: true,
  form: 'form',
})

export function signInPage(visit: Visit, providers: readonly IdentityProvider[], entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  const form = formPart(place, {
    submit: t('sign-in.button'),
    content: html`${emailField(place)}${passwordField(place, 'current-password')}`,
  })
  return formPage(t('sign-in.title'), t('sign-in.lead'), form, otherWays(visit, providers))
}

function otherWays(visit: Visit, providers: readonly IdentityProvider[]): Html {
  const { t } = visit
  const to = visit.query.get('to')
  const way = (path: string, label: string) =>
    html`<li><a href="${linkTo(visit, path, { to })}">${label}</a></li>`
  return html`<section aria-labelledby="other-ways">
    <h2 id="other-ways">${t('sign-in.other-ways')}</h2>
    ${providers.map(({ id, name }) =>
      stepButton(visit, {
        action: providerPaths.leave(id),
        label: t('sign-in.by-provider', { provider: name }),
        fields: to === null ? {} : { to },
      }),
    )}
    <ul>
      ${way(signInPaths.link, t('sign-in.by-link'))} ${way(signInPaths.passkey, t('sign-in.by-passkey'))}
      ${way(signInPaths.forgotten, t('sign-in.forgotten'))}
      ${way(signInPaths.signUp, t('sign-in.to-sign-up'))}
    </ul>
  </section>`
}

export function signUpPage(visit: Visit, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  const name = { name: 'name', label: t('sign-in.name'), hint: t('sign-in.name.hint') }
  const form = formPart(place, {
    submit: t('sign-up.button'),
    content: html`${textInput(place, { ...name, isRequired: true, autocomplete: 'name', maxLength: 200 })}
    ${emailField(place)}${newPasswordField(place, t('sign-in.password'))}`,
  })
  return formPage(t('sign-up.title'), t('sign-up.lead'), form, signInLink(visit))
}

/** `isOpen`: whether the link can still be opened. */
export function confirmPage(visit: Visit, isOpen: boolean, entered: Entered): Page {
  const { t } = visit
  if (!isOpen) return linkOverPage(visit, t('sign-up.confirm.title'))
  const place = { visit, entered }
  const form = formPart(place, {
    submit: t('sign-up.confirm.button'),
    content: passwordField(place, 'current-password'),
  })
  return formPage(t('sign-up.confirm.title'), t('sign-up.confirm.lead'), form, forgottenLink(visit))
}

/** For a link that signs in, and one for a new password: both begin with the address. */
export function askForLinkPage(visit: Visit, purpose: 'enter' | 'new-password', entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  const form = formPart(place, { submit: t('sign-in.link.button'), content: emailField(place) })
  return purpose === 'enter'
    ? formPage(t('sign-in.link.title'), t('sign-in.link.lead'), form, signInLink(visit))
    : formPage(t('sign-in.forgotten.title'), t('sign-in.forgotten.lead'), form, signInLink(visit))
}

export function openLinkPage(visit: Visit, isOpen: boolean, entered: Entered): Page {
  const { t } = visit
  if (!isOpen) return linkOverPage(visit, t('sign-in.open.title'))
  const form = formPart({ visit, entered }, { submit: t('sign-in.button'), content: html`` })
  return formPage(t('sign-in.open.title'), t('sign-in.open.lead'), form)
}

export function newPasswordPage(visit: Visit, isOpen: boolean, entered: Entered): Page {
  const { t } = visit
  if (!isOpen) return linkOverPage(visit, t('sign-in.new-password.title'))
  const place = { visit, entered }
  const form = formPart(place, {
    submit: t('sign-in.new-password.button'),
    content: newPasswordField(place, t('sign-in.new-password')),
  })
  return formPage(t('sign-in.new-password.title'), t('sign-in.new-password.lead'), form)
}

export function secondFactorPage(visit: Visit, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered }
  const form = formPart(place, {
    submit: t('sign-in.continue'),
    content: codeField(place, t('sign-in.code')),
  })
  return formPage(t('sign-in.second-factor.title'), t('sign-in.second-factor.lead'), form, signInLink(visit))
}

/** The button sends the form; the script has the passkey sign first. */
export function passkeyPage(
  visit: Visit,
  challenge: { id: string; options: object },
  entered: Entered,
): Page {
  const { t } = visit
  const form = formPart(
    { visit, entered },
    {
      submit: t('sign-in.passkey.button'),
      content: passkeyFields('get', challenge),
    },
  )
  const page = formPage(t('sign-in.passkey.title'), t('sign-in.passkey.lead'), form, signInLink(visit))
  return { ...page, script: 'passkey' }
}

export const passkeyFields = (step: 'get' | 'create', challenge: { id: string; options: object }): Html =>
  html`${hiddenInput('challenge', challenge.id)}
    <input
      type="hidden"
      name="answer"
      value=""
      data-passkey="${step}"
      data-options="${JSON.stringify(challenge.options)}"
    />`

export function providerPage(visit: Visit, provider: IdentityProvider, entered: Entered): Page {
  const { t } = visit
  const values = { provider: provider.name }
  const form = formPart(
    { visit, entered },
    {
      submit: t('sign-in.provider.button', values),
      content: hiddenInput('to', visit.query.get('to') ?? ''),
    },
  )
  return formPage(
    t('sign-in.provider.title', values),
    t('sign-in.provider.lead', values),
    form,
    signInLink(visit),
  )
}

export function backPage(visit: Visit, provider: IdentityProvider, entered: Entered): Page {
  const { t } = visit
  const form = formPart({ visit, entered }, { submit: t('sign-in.continue'), content: html`` })
  const title = t('sign-in.back.title', { provider: provider.name })
  return formPage(title, t('sign-in.back.lead'), form, signInLink(visit))
}

export function signOutPage(visit: Visit, entered: Entered): Page {
  const { t } = visit
  const form = formPart({ visit, entered }, { submit: t('sign-out.button'), content: html`` })
  return formPage(t('sign-out.title'), `${t('sign-out.lead')} ${t('sign-out.kept')}`, form)
}

/** After a form whose result comes by mail. */
export const sentPage = (visit: Visit, text: string): Page => ({
  title: visit.t('sign-in.sent.title'),
  main: html`${pageHead({ title: visit.t('sign-in.sent.title'), lead: text })}${signInLink(visit)}`,
  unlisted: true,
})

export const passwordSetPage = (visit: Visit): Page => ({
  title: visit.t('sign-in.new-password.done'),
  main: html`${pageHead({ title: visit.t('sign-in.new-password.done'), lead: visit.t('sign-in.new-password.done-lead') })}
    <p><a href="${linkTo(visit, signInPaths.signIn)}">${visit.t('sign-in.button')}</a></p>`,
  unlisted: true,
})

const linkOverPage = (visit: Visit, title: string): Page => ({
  title,
  main: html`${pageHead({ title, lead: visit.t('sign-in.link-over') })}
    <ul>
      <li><a href="${linkTo(visit, signInPaths.link)}">${visit.t('sign-in.by-link')}</a></li>
      <li><a href="${linkTo(visit, signInPaths.forgotten)}">${visit.t('sign-in.forgotten')}</a></li>
    </ul>`,
  unlisted: true,
})

const signInLink = (visit: Visit): Html =>
  html`<p>
    <a href="${linkTo(visit, signInPaths.signIn, { to: visit.query.get('to') })}"
      >${visit.t('sign-in.to-sign-in')}</a
    >
  </p>`

const forgottenLink = (visit: Visit): Html =>
  html`<p><a href="${linkTo(visit, signInPaths.forgotten)}">${visit.t('sign-in.forgotten')}</a></p>`

const emailField = (place: FormPlace): Html =>
  textInput(place, {
    name: 'email',
    label: place.visit.t('sign-in.email'),
    type: 'email',
    inputMode: 'email',
    autocomplete: 'username',
    isRequired: true,
  })

const passwordField = (place: FormPlace, autocomplete: 'current-password'): Html =>
  textInput(place, {
    name: 'password',
    label: place.visit.t('sign-in.password'),
    type: 'password',
    autocomplete,
    isRequired: true,
  })

export const newPasswordField = (place: FormPlace, label: string): Html =>
  textInput(place, {
    name: 'password',
    label,
    hint: place.visit.t('sign-in.password.hint', { count: shortestPassword }),
    type: 'password',
    autocomplete: 'new-password',
    isRequired: true,
  })

export const codeField = (place: FormPlace, label: string, hint = place.visit.t('sign-in.code.hint')): Html =>
  textInput(place, {
    name: 'code',
    label,
    hint,
    direction: 'ltr',
    autocomplete: 'one-time-code',
    isRequired: true,
    maxLength: 40,
  })

/** Shown again before somebody changes how they sign in; whoever has no password is not asked. */
export const presentField = (place: FormPlace, hasPassword: boolean): Html | '' =>
  when(hasPassword, () =>
    textInput(place, {
      name: 'present',
      label: place.visit.t('security.present'),
      type: 'password',
      autocomplete: 'current-password',
      isRequired: true,
    }),
  )

import { z } from 'zod'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { askForLink, chooseNewPassword, enterByLink, isOpenLink } from './mail-entrance.ts'
import * as pages from './pages/entrance-pages.ts'
import { email, engineOf, everybody, nameOf, outcomeOf, password } from './sign-in-routes.ts'
import { signInPaths, sentPaths } from './sign-in-paths.ts'
import { confirmSignUp, isOpenConfirmation, signUp } from './sign-up.ts'

/** All that goes by mail: the first proof of an address, a link to sign in, a new password. */
export function mailRoutes(site: Site): void {
  signUpRoutes(site)
  linkRoutes(site)
  newPasswordRoutes(site)
  site.record({
    path: sentPaths.any(':what'),
    name: 'signInNotice',
    summary: 'What is shown after a form of sign-in whose result comes by mail.',
    query: z.strictObject({}),
    shape: z.object({ what: z.enum(notices) }),
    read: async (_visit, parameters) => {
      const what = notices.find((one) => one === parameters['what'])
      return what === undefined ? null : { what }
    },
    page: (visit, { what }) =>
      what === 'password-set'
        ? pages.passwordSetPage(visit)
        : pages.sentPage(visit, visit.t(what === 'sign-up' ? 'sign-in.sent.sign-up' : 'sign-in.sent.link')),
  })
}

const notices = ['sign-up', 'link', 'forgotten', 'password-set'] as const

function signUpRoutes(site: Site): void {
  site.form({
    path: signInPaths.signUp,
    name: 'signUp',
    summary:
      'Begins an account; a mail to the address finishes it. The answer is the same for every address.',
    right: everybody,
    fields: z.strictObject({ name: nameOf(200), email, password: chosen }),
    read: engineOf,
    page: (visit, _engine, entered) => pages.signUpPage(visit, entered),
    act: async (visit, engine, { fields, caller }) => {
      const asked = await signUp(engine, caller, { ...fields, language: visit.language })
      return 'issues' in asked ? asked : { to: sentPaths.signUp }
    },
  })
  site.form({
    path: signInPaths.confirm,
    name: 'confirmAddress',
    summary: 'Confirms an address: the token of the mail stands in the address, the password in the form.',
    right: everybody,
    fields: z.strictObject({ password }),
    read: async (visit) => {
      const engine = await engineOf(visit)
      return { engine, isOpen: await isOpenConfirmation(engine, tokenOf(visit)) }
    },
    page: (visit, { isOpen }, entered) => pages.confirmPage(visit, isOpen, entered),
    act: async (visit, { engine }, { fields, caller }) =>
      outcomeOf(visit, await confirmSignUp(engine, caller, { token: tokenOf(visit), ...fields })),
  })
}

function linkRoutes(site: Site): void {
  site.form({
    path: signInPaths.link,
    name: 'askForLink',
    summary: 'Sends a link that signs in once, if the address has an account.',
    right: everybody,
    fields: z.strictObject({ email }),
    read: engineOf,
    page: (visit, _engine, entered) => pages.askForLinkPage(visit, 'enter', entered),
    act: async (_visit, engine, { fields, caller }) => {
      const asked = await askForLink(engine, caller, { ...fields, purpose: 'enter' })
      return 'issues' in asked ? asked : { to: sentPaths.link }
    },
  })
  site.form({
    path: signInPaths.openLink,
    name: 'openLink',
    summary: 'Signs in by the token of a mail, which stands in the address.',
    right: everybody,
    fields: z.strictObject({}),
    read: linkOf('enter'),
    page: (visit, { isOpen }, entered) => pages.openLinkPage(visit, isOpen, entered),
    act: async (visit, { engine }, { caller }) =>
      outcomeOf(visit, await enterByLink(engine, caller, tokenOf(visit))),
  })
}

function newPasswordRoutes(site: Site): void {
  site.form({
    path: signInPaths.forgotten,
    name: 'askForNewPassword',
    summary: 'Sends a link to choose a new password, if the address has an account.',
    right: everybody,
    fields: z.strictObject({ email }),
    read: engineOf,
    page: (visit, _engine, entered) => pages.askForLinkPage(visit, 'new-password', entered),
    act: async (_visit, engine, { fields, caller }) => {
      const asked = await askForLink(engine, caller, { ...fields, purpose: 'new-password' })
      return 'issues' in asked ? asked : { to: sentPaths.forgotten }
    },
  })
  site.form({
    path: signInPaths.newPassword,
    name: 'chooseNewPassword',
    summary: 'Sets a new password by the token of a mail, which stands in the address; all sessions end.',
    right: everybody,
    fields: z.strictObject({ password: chosen }),
    read: linkOf('new-password'),
    page: (visit, { isOpen }, entered) => pages.newPasswordPage(visit, isOpen, entered),
    act: async (visit, { engine }, { fields }) => {
      const changed = await chooseNewPassword(engine, { token: tokenOf(visit), ...fields })
      return 'issues' in changed ? changed : { to: sentPaths.passwordSet }
    },
  })
}

const linkOf = (purpose: 'enter' | 'new-password') => async (visit: Visit) => {
  const engine = await engineOf(visit)
  return { engine, isOpen: await isOpenLink(engine, tokenOf(visit), purpose) }
}

const tokenOf = ({ query }: Visit) => query.get('token') ?? ''

/** Its own rule says how short and how long; here only that it is not a whole book. */
const chosen = z.string().max(1000, rule('rule.long-text'))

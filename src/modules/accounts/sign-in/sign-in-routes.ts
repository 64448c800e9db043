import { z } from 'zod'
import { takeApart } from '#platform/web/address.ts'
import { isMailAddress } from '#platform/mail/header-text.ts'
import type { Outcome } from '#platform/web/form-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { openAuthentication, signOut } from './authentication.ts'
import type { Engine, Entrance } from './engine.ts'
import { signIn } from './password-entrance.ts'
import { enterWithPasskey, passkeyToShow } from './passkeys.ts'
import * as pages from './pages/entrance-pages.ts'
import { passSecondFactor } from './second-factor.ts'
import { signInPaths } from './sign-in-paths.ts'

/** Ways in: password, second factor, passkey; and the way out. Those by mail and by providers have files of their own. */
export function signInRoutes(site: Site): void {
  site.form({
    path: signInPaths.signIn,
    name: 'signIn',
    summary: 'Signs somebody in with address and password; the answer sets the cookie of the session.',
    right: everybody,
    fields: z.strictObject({ email, password }),
    read: engineOf,
    page: (visit, { providers }, entered) => pages.signInPage(visit, providers, entered),
    act: async (visit, engine, { fields, caller }) => outcomeOf(visit, await signIn(engine, caller, fields)),
  })
  site.form({
    path: signInPaths.secondFactor,
    name: 'secondFactor',
    summary: 'The second step of a sign-in: a code of the application, or a backup code.',
    right: everybody,
    fields: z.strictObject({ code: z.string().max(40, rule('rule.short-text')) }),
    read: engineOf,
    page: (visit, _engine, entered) => pages.secondFactorPage(visit, entered),
    act: async (visit, engine, { fields, caller }) =>
      outcomeOf(visit, await passSecondFactor(engine, caller, fields.code)),
  })
  site.form({
    path: signInPaths.passkey,
    name: 'passkey',
    summary: 'Signs somebody in by what their passkey has signed (WebAuthn, as JSON text).',
    right: everybody,
    fields: passkeyAnswer,
    read: engineOf,
    page: async (visit, engine, entered) => pages.passkeyPage(visit, await passkeyToShow(engine), entered),
    act: async (visit, engine, { fields, caller }) => {
      const { challenge: id, answer } = fields
      if (answer === undefined) return { issues: [{ field: '', key: 'sign-in.passkey.no-script' }] }
      return outcomeOf(visit, await enterWithPasskey(engine, caller, { id, answer }))
    },
  })
  site.form({
    path: signInPaths.signOut,
    name: 'signOut',
    summary: 'Ends the session of the request.',
    right: everybody,
    fields: z.strictObject({}),
    read: engineOf,
    page: (visit, _engine, entered) => pages.signOutPage(visit, entered),
    act: async (_visit, engine, { caller }) => ({ to: '/', ...(await signOut(engine, caller.cookie)) }),
  })
}

/** No record is concerned: these are for whoever comes. */
export const everybody = 'everybody'

export const engineOf = ({ db, settings }: Visit): Promise<Engine> => openAuthentication(db, settings)

export const email = z.string().refine(isMailAddress, rule('rule.email'))

/** What a person or a passkey is called. */
export const nameOf = (longest: number) =>
  z
    .string()
    .max(longest, rule('rule.short-text'))
    .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), rule('rule.no-control'))

export const password = z.string().max(200, rule('rule.short-text'))

/** The script fills the answer in; without it the field stays empty. */
export const passkeyAnswer = z.strictObject({
  challenge: z.string().max(100, rule('rule.short-text')),
  answer: z.string().max(10_000, rule('rule.long-text')).optional(),
})

/** Where somebody goes who has come in, or what is still asked for. */
export function outcomeOf(visit: Visit, entrance: Entrance, wanted = visit.query.get('to')): Outcome {
  visit.log({ level: 'info', signIn: entrance.kind, by: visit.path, ...noted(entrance) })
  if (entrance.kind === 'refused') return { issues: entrance.issues }
  const { cookies } = entrance
  const to = ownPath(wanted)
  if (entrance.kind === 'signed-in') return { to: to ?? '/account', done: 'done.signed-in', cookies }
  const query = to === null ? '' : `?${new URLSearchParams({ to }).toString()}`
  return { to: `${signInPaths.secondFactor}${query}`, cookies }
}

/** Why not, or the number of the account; never the address that was tried. */
function noted(entrance: Entrance): Record<string, unknown> {
  if (entrance.kind === 'refused') return { reasons: entrance.issues.map(({ key }) => key) }
  return entrance.kind === 'signed-in' ? { person: entrance.person } : {}
}

/** A path of this site without the language, for after the sign-in; nothing that leads to another host passes. */
export function ownPath(text: string | null): string | null {
  if (text === null || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(text)) return null
  const address = URL.parse(text, 'http://here.invalid')
  if (address === null || address.host !== 'here.invalid') return null
  return decodeURI(takeApart(address.pathname).path) + address.search
}

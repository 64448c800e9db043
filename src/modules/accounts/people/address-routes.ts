import { z } from 'zod'
import { isMailAddress } from '#platform/mail/header-text.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import { accountPaths } from '../paths.ts'
import { now } from '../sign-in/engine.ts'
import { countTry } from '../sign-in/limit-commands.ts'
import { mailLimits } from '../sign-in/limits.ts'
import { proveAgain } from '../sign-in/own-password.ts'
import { selfOf } from '../sign-in/security-routes.ts'
import { waitIssue } from '../sign-in/waiting.ts'
import { askAddressChange, openChange, takeNewAddress } from './address-commands.ts'
import { newAddressPage, takeAddressPage } from './pages/address-pages.ts'

/** Another mail address for the same account: asked for here, taken where its mail leads. */
export function addressRoutes(site: Site): void {
  site.form({
    path: accountPaths.address,
    name: 'askNewAddress',
    summary: 'Ask for another mail address; a link goes to the new one.',
    right: 'person.edit',
    fields: z.strictObject({
      email: z.string().refine((text) => isMailAddress(text.trim()), rule('rule.email')),
      present: z.string().max(200, rule('rule.short-text')).optional(),
    }),
    read: selfOf,
    page: newAddressPage,
    act: async ({ db }, { engine, signedIn }, { fields: { email, present = '' }, caller }) => {
      const issues = await proveAgain(engine, caller, signedIn, present)
      if (issues.length > 0) return { issues }
      const wait = await countTry(db, mailLimits(engine.secret, { email, address: caller.address }))
      if (wait > 0) return { issues: [waitIssue(wait)] }
      await askAddressChange(db, { person: signedIn.person.id, email, at: now() })
      return { to: accountPaths.account, done: 'done.address-asked' }
    },
  })

  site.form({
    path: '/account/address/:token',
    name: 'takeNewAddress',
    summary: 'Take the new mail address that a link stands for.',
    right: 'person.edit',
    fields: z.strictObject({}),
    read: async (visit, { token = '' }) => {
      const self = await selfOf(visit)
      const change = await openChange(visit.db, self.signedIn.person.id, token, now())
      return change && { ...self, token, email: change.email }
    },
    page: takeAddressPage,
    act: async ({ db }, { signedIn: { person, session }, token }) => {
      const outcome = await takeNewAddress(db, { person: person.id, session: session.id, token, at: now() })
      if ('issues' in outcome) return outcome
      return { to: accountPaths.account, done: 'done.address-changed' }
    },
  })
}

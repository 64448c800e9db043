import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { visitor } from '#platform/access/actor.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Entered, Outcome } from '#platform/web/form-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { personRights } from '../people/person-rights.ts'
import { now, type Changed, type Engine } from './engine.ts'
import { changePassword } from './own-password.ts'
import * as forms from './pages/security-forms.ts'
import { securityPage, type Security } from './pages/security-page.ts'
import { passkeysOf } from './passkey-queries.ts'
import { personById, providersOf } from './person-queries.ts'
import { backupCodes } from './second-factor.ts'
import { endSession, endSessions } from './session-commands.ts'
import { sessionsOf, signedInAs, type SignedIn } from './session-queries.ts'
import { engineOf, password } from './sign-in-routes.ts'
import { securityPaths } from './sign-in-paths.ts'

/** Who looks at how they sign in, and whether they have a password to show again. */
export type Self = { engine: Engine; signedIn: SignedIn; hasPassword: boolean }

/** The row of the rights table that all of this asks: everybody keeps their own account. */
export const ownAccount = 'person.edit'

/** The overview, the password and the sessions. The second factor and passkeys have a file of their own. */
export function securityRoutes(site: Site): void {
  site.form({
    path: securityPaths.overview,
    name: 'security',
    summary: 'How a person signs in, and where they are signed in. Sending it changes nothing.',
    right: ownAccount,
    fields: z.strictObject({}),
    read: selfOf,
    page: async (visit, self) => securityPage(visit, await securityOf(visit, self)),
    act: async () => ({ to: securityPaths.overview }),
  })
  site.form({
    path: securityPaths.password,
    name: 'changePassword',
    summary: 'Sets another password; all other sessions end.',
    right: ownAccount,
    fields: z.strictObject({ present, password: z.string().max(1000, rule('rule.long-text')) }),
    read: selfOf,
    page: (visit, { hasPassword }, entered) => forms.ownPasswordPage({ visit, entered, hasPassword }),
    act: async (_visit, { engine, signedIn }, { fields, caller }) =>
      afterwards(
        await changePassword(engine, caller, signedIn, { ...fields, present: fields.present ?? '' }),
        'done.password-changed',
      ),
  })
  sessionRoutes(site)
}

function sessionRoutes(site: Site): void {
  const session = {
    right: ownAccount,
    fields: z.strictObject({}),
    page: (visit: Visit, _self: Self, entered: Entered) =>
      forms.provenStepPage(
        { visit, entered, hasPassword: false },
        { title: visit.t('security.sessions.end'), lead: visit.t('security.sessions.end-lead') },
      ),
  }
  site.form({
    ...session,
    path: securityPaths.endOthers,
    name: 'endOtherSessions',
    summary: 'Ends all sessions of the person but this one.',
    read: selfOf,
    act: async (_visit, { engine, signedIn }) => {
      await endSessions(engine.db, signedIn.person.id, signedIn.session.id)
      return { to: securityPaths.overview, done: 'done.session-ended' }
    },
  })
  site.form({
    ...session,
    path: securityPaths.endSession(':session'),
    name: 'endSession',
    summary: 'Ends one session of the person.',
    read: async (visit, parameters) => {
      const self = await selfOf(visit)
      const open = await sessionsOf(visit.db, self.signedIn.person.id, now())
      const chosen = open.find(({ id }) => id === parameters['session'])
      return chosen ? { ...self, chosen: chosen.id } : null
    },
    act: async (_visit, { engine, signedIn, chosen }) => {
      await endSession(engine.db, signedIn.person.id, chosen)
      return { to: securityPaths.overview, done: 'done.session-ended' }
    },
  })
}

/** Whoever is not signed in is refused here; the page of sign-in leads back. */
export async function selfOf(visit: Visit): Promise<Self> {
  const { db, actor, session } = visit
  const engine = await engineOf(visit)
  const owners = actor.person === null ? [] : [actor.person]
  permit(personRights, 'edit', actor, { state: 'active', owners })
  const signedIn = await signedInAs(db, actor.person ?? '', session ?? '', now())
  const person = await personById(db, actor.person ?? '')
  if (signedIn && person) return { engine, signedIn, hasPassword: person.password !== null }
  permit(personRights, 'edit', visitor, { state: 'active', owners })
  throw new Error('a visitor keeps no account')
}

async function securityOf({ db }: Visit, { engine, signedIn, hasPassword }: Self): Promise<Security> {
  const { id, email, hasSecondFactor } = signedIn.person
  const names = await providersOf(db, id)
  return {
    email,
    hasPassword,
    hasSecondFactor,
    codesLeft: hasSecondFactor ? (await backupCodes(engine, signedIn)).length : null,
    passkeys: await passkeysOf(db, id),
    providers: names.map((one) => engine.providers.find((known) => known.id === one)?.name ?? one),
    sessions: await sessionsOf(db, id, now()),
  }
}

export const present = password.optional()

/** Back to the overview with a sentence, or the form again. */
export const afterwards = (
  changed: Changed,
  done: MessageKey,
  to: string = securityPaths.overview,
): Outcome => ('issues' in changed ? changed : { to, done, cookies: changed.cookies })

import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { ownAccount, present, selfOf, type Self } from '../sign-in/security-routes.ts'
import { nameOf } from '../sign-in/sign-in-routes.ts'
import { proveAgain } from '../sign-in/own-password.ts'
import { endTokenPage, madeTokenPage, newTokenPage, tokensPage } from './pages/token-pages.ts'
import { endToken, makeToken } from './token-commands.ts'
import { tokensOf } from './token-queries.ts'
import { tokenPowers } from './token.ts'
import { tokenPaths } from './token-paths.ts'

/** Tokens with which programs act for a person: what there is, a new one, the end of one. */
export function tokenRoutes(site: Site): void {
  site.form({
    path: tokenPaths.overview,
    name: 'tokens',
    summary: 'The tokens of a person for their programs. Sending it changes nothing.',
    right: ownAccount,
    fields: z.strictObject({}),
    read: selfOf,
    page: async (visit) => tokensPage(visit, await ownTokens(visit)),
    act: async () => ({ to: tokenPaths.overview }),
  })
  site.form({
    path: tokenPaths.make,
    name: 'makeToken',
    summary: 'Makes a token for a program; the answer is the only place where it stands.',
    right: ownAccount,
    fields: z.strictObject({
      name: nameOf(100),
      ends: z.iso.date(rule('rule.date')),
      may: z.enum(tokenPowers),
      present,
    }),
    read: selfOf,
    page: newTokenPage,
    act: async (visit, { engine, signedIn }, { fields, caller }) => {
      const proof = await proveAgain(engine, caller, signedIn, fields.present ?? '')
      if (proof.length > 0) return { issues: proof }
      const { db, actor, now: at } = visit
      const made = await makeToken(db, { actor, at, name: fields.name, endsOn: fields.ends, may: fields.may })
      if ('issues' in made) return made
      return { shown: madeTokenPage(visit, fields.name, made.token), data: made }
    },
  })
  site.form({
    path: tokenPaths.end(':token'),
    name: 'endToken',
    summary: 'Ends a token of the person; it opens nothing from then on.',
    right: ownAccount,
    fields: z.strictObject({}),
    read: async (visit, parameters) => {
      const self: Self = await selfOf(visit)
      const chosen = (await ownTokens(visit)).find(({ id }) => id === parameters['token'])
      return chosen ? { ...self, chosen } : null
    },
    page: (visit, { chosen }, entered) => endTokenPage(visit, chosen, entered),
    act: async ({ db, actor, now: at }, { chosen }) => {
      if (!(await endToken(db, { actor, at, id: chosen.id }))) throw notFound()
      return { to: tokenPaths.overview, done: 'done.token-ended' }
    },
  })
}

const ownTokens = ({ db, actor }: Visit) => tokensOf(db, actor.person ?? '')

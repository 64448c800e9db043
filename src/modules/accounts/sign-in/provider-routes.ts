import { z } from 'zod'
import type { IdentityProvider } from '#platform/identity-providers.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { followClaims } from './claim-commands.ts'
import type { Engine } from './engine.ts'
import * as pages from './pages/entrance-pages.ts'
import { comeBackFrom, leaveForProvider } from './provider-entrance.ts'
import { providerPaths, signInPaths } from './sign-in-paths.ts'
import { engineOf, everybody, outcomeOf, ownPath } from './sign-in-routes.ts'

/** Going to a provider of identities, and coming back. */
export function providerRoutes(site: Site): void {
  site.form({
    path: providerPaths.leave(':provider'),
    name: 'leaveForProvider',
    summary: 'Leads to a provider of identities of the settings.',
    right: everybody,
    fields: z.strictObject({ to: z.string().max(2000, rule('rule.long-text')).optional() }),
    read: providerNamed,
    page: (visit, { provider }, entered) => pages.providerPage(visit, provider, entered),
    act: async (visit, { engine, provider }, { fields, caller }) => {
      const to = ownPath(fields.to ?? null) ?? '/account'
      const leaving = await leaveForProvider(engine, caller, provider.id, { language: visit.language, to })
      return leaving === null
        ? { issues: [{ field: '', key: 'sign-in.provider-failed', values: { provider: provider.name } }] }
        : { to: signInPaths.signIn, ...leaving }
    },
  })
  site.form({
    path: providerPaths.back(':provider'),
    name: 'comeBackFromProvider',
    summary: 'Signs in by what a provider has put into the address.',
    right: everybody,
    fields: z.strictObject({}),
    read: providerNamed,
    page: (visit, { provider }, entered) => pages.backPage(visit, provider, entered),
    act: async (visit, { engine, provider }, { caller }) => {
      const { query, language } = visit
      const came = await comeBackFrom(engine, caller, provider.id, { query, language })
      const { entrance, claims, to } = came
      if (claims) await followClaims(visit.db, claims.person, claims.said, visit.now)
      return outcomeOf(visit, entrance, to)
    },
  })
}

async function providerNamed(
  visit: Visit,
  { provider: id }: Record<string, string>,
): Promise<{ engine: Engine; provider: IdentityProvider } | null> {
  const engine = await engineOf(visit)
  const provider = engine.providers.find((one) => one.id === id)
  return provider ? { engine, provider } : null
}

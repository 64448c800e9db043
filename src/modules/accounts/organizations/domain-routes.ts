import { z } from 'zod'

import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import { accountPaths } from '../paths.ts'
import { dropDomain, listDomain, verifyDomain } from './domain-commands.ts'
import { organizationTo } from './organization-form-routes.ts'
import { domainsOf } from './organization-queries.ts'
import { domainsPage } from './pages/domains-page.ts'

/** The mail domains of an organization: who has a proven address in one acts for it without asking anybody. */
export function domainRoutes(site: Site): void {
  site.form({
    path: '/organizations/:organization/domains',
    name: 'organizationDomains',
    summary: 'Name, confirm or take away a mail domain of an organization.',
    right: 'organization.list-domain',
    fields: z.strictObject({
      step: z.enum(['list', 'verify', 'drop']),
      domain: z.string().max(253, rule('rule.domain')),
    }),
    read: async (visit, parameters) => {
      const row = await organizationTo(visit, parameters, 'list-domain')
      if (row === null) return null

      return { row, domains: await domainsOf(visit.db, row.id) }
    },
    page: domainsPage,
    act: async ({ db, actor, now: at }, { row: { id } }, { fields: { step, domain } }) => {
      const to = accountPaths.organizationPart(id, 'domains')
      if (step === 'drop') {
        await dropDomain(db, { actor, at, id, domain })
        return { to, done: 'done.domain-dropped' }
      }
      const command = step === 'list' ? listDomain : verifyDomain
      const outcome = await command(db, { actor, at, id, domain })
      if ('issues' in outcome) return outcome
      return { to, done: step === 'list' ? 'done.domain-listed' : 'done.domain-verified' }
    },
  })
}

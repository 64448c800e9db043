import { z } from 'zod'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import { accountPaths } from '../paths.ts'
import { mergeOrganization } from './merge-commands.ts'
import { approveOrganization, closeOrganization, declineOrganization } from './organization-commands.ts'
import { organizationTo } from './organization-form-routes.ts'
import { similarOrganizations } from './organization-queries.ts'
import { approvalPage, closurePage, mergerPage } from './pages/decision-pages.ts'

const reason = z.string().max(10_000, rule('rule.long-text')).optional()

const reasonMissing = {
  issues: [{ field: 'reason', key: 'form.value.wrong' as const, rule: 'rule.required' as const }],
}

/** Steps of an organization's workflow, each with a page of its own. */
export function decisionRoutes(site: Site): void {
  site.form({
    path: '/organizations/:organization/approval',
    name: 'decideOnOrganization',
    summary: 'Approve a proposed organization, or decline it with a reason.',
    right: 'organization.approve',
    fields: z.strictObject({ decision: z.enum(['approve', 'decline']), reason }),
    read: async (visit, parameters) => {
      const row = await organizationTo(visit, parameters, 'approve')
      return row && { row, similar: await similarOrganizations(visit.db, visit.actor, row) }
    },
    page: approvalPage,
    act: async ({ db, actor, now: at }, { row: { id } }, { fields: { decision, reason } }) => {
      const to = accountPaths.organization(id)
      if (decision === 'approve') {
        await approveOrganization(db, { actor, at, id, reason })
        return { to, done: 'done.organization-approved' }
      }
      if (reason === undefined) return reasonMissing
      await declineOrganization(db, { actor, at, id, reason })
      return { to, done: 'done.organization-declined' }
    },
  })

  site.form({
    path: '/organizations/:organization/merger',
    name: 'mergeOrganization',
    summary: 'Merge an organization into another; its people, domains and page lead on.',
    right: 'organization.merge',
    fields: z.strictObject({ into: z.string().max(200, rule('rule.short-text')), reason }),
    read: async (visit, parameters) => {
      const row = await organizationTo(visit, parameters, 'merge')
      return row && { row, similar: await similarOrganizations(visit.db, visit.actor, row) }
    },
    page: mergerPage,
    act: async ({ db, actor, now: at }, { row: { id } }, { fields: { into, reason } }) => {
      // The whole address may be pasted; its last part is the code.
      const code =
        into
          .replace(/[?#].*$/, '')
          .split('/')
          .findLast(Boolean) ?? ''
      const outcome = await mergeOrganization(db, { actor, at, id, into: code, reason })
      if ('issues' in outcome) return outcome
      return { to: accountPaths.organization(outcome.id), done: 'done.organization-merged' }
    },
  })

  site.form({
    path: '/organizations/:organization/closure',
    name: 'closeOrganization',
    summary: 'Close an organization that is no more; all roles for it end.',
    right: 'organization.close',
    fields: z.strictObject({ reason }),
    read: (visit, parameters) => organizationTo(visit, parameters, 'close'),
    page: closurePage,
    act: async ({ db, actor, now: at }, { id }, { fields: { reason } }) => {
      if (reason === undefined) return reasonMissing
      await closeOrganization(db, { actor, at, id, reason })
      return { to: accountPaths.organization(id), done: 'done.organization-closed' }
    },
  })
}

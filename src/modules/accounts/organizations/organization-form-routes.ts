import { may, permit } from '#platform/access/rights.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../paths.ts'
import { organizationCodes } from './code-queries.ts'
import { editOrganization, proposeOrganization } from './organization-commands.ts'
import { fieldsOf, newStanding, organizationFields, standingOf } from './organization-fields.ts'
import { organizationById } from './organization-queries.ts'
import { organizationRights } from './organization-rights.ts'
import { asThing } from './organization.ts'
import { organizationFormPage } from './pages/organization-form-page.ts'

const proposed = { state: 'proposed' } as const

/** Proposing an organization, and changing what is said of one. */
export function organizationFormRoutes(site: Site): void {
  site.form({
    path: accountPaths.newOrganization,
    name: 'proposeOrganization',
    summary: 'Propose an organization that is missing; the secretariat approves it.',
    right: 'organization.propose',
    fields: organizationFields,
    read: async (visit) => {
      permit(organizationRights, 'propose', visit.actor, proposed)
      return {
        row: null,
        codes: await organizationCodes(visit.db),
        mayClassify: may(organizationRights, 'classify', visit.actor, proposed),
      }
    },
    page: organizationFormPage,
    act: async ({ db, actor, now: at }, { mayClassify }, { fields: sent }) => {
      const standing = mayClassify ? standingOf(sent, newStanding) : undefined
      const outcome = await proposeOrganization(db, { actor, at, fields: fieldsOf(sent), standing })
      if ('issues' in outcome) return outcome
      return { to: accountPaths.organization(outcome.id), done: 'done.organization-proposed' }
    },
  })

  site.form({
    path: '/organizations/:organization/edit',
    name: 'editOrganization',
    summary: 'Change what is said of an organization.',
    right: 'organization.edit',
    fields: organizationFields,
    read: async (visit, parameters) => {
      const row = await organizationTo(visit, parameters, 'edit')
      if (row === null) return null
      const mayClassify = may(organizationRights, 'classify', visit.actor, asThing(row))
      return { row, codes: await organizationCodes(visit.db), mayClassify }
    },
    page: organizationFormPage,
    act: async ({ db, actor, now: at }, { row, mayClassify }, { fields: sent, version }) => {
      const standing = mayClassify ? standingOf(sent, row) : undefined
      const change = { actor, at, id: row.id, revision: Number(version ?? row.revision) }
      const outcome = await editOrganization(db, { ...change, fields: fieldsOf(sent), standing })
      if ('issues' in outcome) return outcome
      return { to: accountPaths.organization(row.id), done: 'done.organization-edited' }
    },
  })
}

/** The organization of an address, for somebody who may do this with it; null when they may not even see it. */
export async function organizationTo(
  { db, actor }: Visit,
  { organization = '' }: PathParameters,
  action: keyof typeof organizationRights.actions,
) {
  const row = await organizationById(db, actor, organization)
  if (row !== null) permit(organizationRights, action, actor, asThing(row))
  return row
}

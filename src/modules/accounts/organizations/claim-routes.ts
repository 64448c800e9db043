import { z } from 'zod'
import { scopesOf } from '#platform/access/actor.ts'
import { may, permit } from '#platform/access/rights.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { rule } from '#platform/web/problem.ts'
import type { Column, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { accountPaths } from '../paths.ts'
import { askClaim, decideClaim, withdrawClaim } from './claim-commands.ts'
import { claimById, openClaims } from './claim-queries.ts'
import { claimRecord, claimShape, type ClaimRecord } from './claim-shape.ts'
import { claimAsThing } from './claim.ts'
import { organizationTo } from './organization-form-routes.ts'
import { claimRights } from './organization-rights.ts'
import { askClaimPage, claimPage, claimsPage, withdrawalPage } from './pages/claim-pages.ts'

/** Asking to act for an organization, and answering. */
export function claimRoutes(site: Site): void {
  site.form({
    path: '/organizations/:organization/claim',
    name: 'askToRepresent',
    summary: 'Ask to act for an organization: granted at once when the mail address proves it.',
    right: 'organization.claim',
    fields: z.strictObject({ words: z.string().max(10_000, rule('rule.long-text')).optional() }),
    read: (visit, parameters) => organizationTo(visit, parameters, 'claim'),
    page: askClaimPage,
    act: async ({ db, actor, now: at }, { id: organization }, { fields: { words } }) => {
      const outcome = await askClaim(db, { actor, at, organization, words })
      if ('issues' in outcome) return outcome
      return {
        to: accountPaths.organization(organization),
        done: outcome.state === 'granted' ? 'done.claim-granted-at-once' : 'done.claim-asked',
      }
    },
  })

  site.list({
    path: accountPaths.claims,
    name: 'claims',
    summary: 'Open requests to act for organizations, for those who answer them.',
    query: z.strictObject({ after: cursorText.optional(), limit: limitText.optional() }),
    row: claimShape,
    read: async (visit, { after, limit }) => {
      const { db, actor } = visit
      const isFocalPoint = scopesOf(actor, 'focal-point').some((scope) => scope.startsWith('organization:'))
      if (!isFocalPoint) permit(claimRights, 'list-all', actor, { state: 'asked' })
      const page = { after, limit: limit === undefined ? undefined : Number(limit) }
      const list = await refusingCursor(openClaims(db, actor, page))
      return { rows: list.rows.map((row) => claimRecord(visit, row)), total: list.total, next: list.next }
    },
    page: claimsPage,
    columns,
  })

  answerRoutes(site)
}

function answerRoutes(site: Site): void {
  site.form({
    path: '/claims/:claim',
    name: 'answerClaim',
    summary: 'Grant or refuse a request to act for an organization.',
    right: 'claim.grant',
    fields: z.strictObject({
      decision: z.enum(['grant', 'refuse']),
      reason: z.string().max(10_000, rule('rule.long-text')).optional(),
    }),
    read: async (visit, parameters) => {
      const claim = await claimTo(visit, parameters)
      if (claim) {
        permit(claimRights, 'grant', visit.actor, claimAsThing(claim))
        permit(claimRights, 'judge', visit.actor, { state: claim.state, owners: [claim.person] })
      }
      return claim
    },
    page: claimPage,
    act: async ({ db, actor, now: at }, { id }, { fields: { decision, reason } }) => {
      const outcome = await decideClaim(db, { actor, at, id, decision, reason })
      if ('issues' in outcome) return outcome
      return {
        to: accountPaths.claims,
        done: decision === 'grant' ? 'done.claim-granted' : 'done.claim-refused',
      }
    },
  })

  site.form({
    path: '/claims/:claim/withdrawal',
    name: 'withdrawClaim',
    summary: 'Take back a request of one’s own.',
    right: 'claim.withdraw',
    fields: z.strictObject({}),
    read: async (visit, parameters) => {
      const claim = await claimTo(visit, parameters)
      if (claim) permit(claimRights, 'withdraw', visit.actor, claimAsThing(claim))
      return claim
    },
    page: withdrawalPage,
    act: async ({ db, actor, now: at }, { id }) => {
      await withdrawClaim(db, { actor, at, id })
      return { to: accountPaths.account, done: 'done.claim-withdrawn' }
    },
  })
}

/** A claim exists only for whoever asked and for those who answer. */
async function claimTo({ db, actor }: Visit, { claim: id = '' }: PathParameters) {
  // Asked before anything is read, so that a visitor cannot tell which claims there are.
  permit(claimRights, 'ask-about', actor, { state: 'asked' })
  const claim = await claimById(db, id)
  return claim && may(claimRights, 'see', actor, claimAsThing(claim)) ? claim : null
}

const columns: Column<ClaimRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'organization', value: (row) => row.organization.id },
  { name: 'organization_name', value: (row) => row.organization.name.text },
  { name: 'person', value: (row) => row.person.id },
  { name: 'person_name', value: (row) => row.person.name },
  { name: 'email', value: (row) => row.person.email },
  { name: 'words', value: (row) => row.words },
  { name: 'asked', value: (row) => row.asked },
]

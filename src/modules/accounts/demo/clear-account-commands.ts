import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { forgetMailsOf } from '#platform/mail/outbox-commands.ts'
import { organizationParts } from '../organizations/organization-parts-queries.ts'

/** Takes the invented people and organizations away, with all that hangs on them; the history keeps its lines. */
export const clearDemoAccounts = (
  db: Db,
  { actor, at }: { actor: string; at: Date },
): Promise<{ people: number; organizations: number }> =>
  db.transaction().execute(async (tx) => {
    const people = await tx
      .selectFrom('people')
      .select(['id', 'email'])
      .where('is_example', '=', true)
      .execute()
    const organizations = await tx
      .selectFrom('organizations')
      .select('id')
      .where('is_example', '=', true)
      .execute()
    const gone = {
      people: people.map(({ id }) => id),
      organizations: organizations.map(({ id }) => id),
    }
    await closeMerged(tx, gone, { actor, at })
    const subjects = [
      ...(await clearRoles(tx, gone)),
      ...(await clearClaims(tx, gone)),
      ...(await clearInvitations(tx, gone)),
      ...(await clearOrganizations(tx, gone)),
      ...gone.people.map((id) => ({ kind: 'person', id })),
    ]
    for (const { id, email } of people) if (email !== null) await forgetMailsOf(tx, id, email)
    await tx.deleteFrom('people').where('is_example', '=', true).execute()
    for (const subject of subjects)
      await record(tx, { act: 'accounts.clear-example', subject, actor, parts: {} }, at)
    return { people: people.length, organizations: organizations.length }
  })

type Gone = { people: string[]; organizations: string[] }
type Subject = { kind: string; id: string }

const of = (kind: string, rows: { id: string }[]): Subject[] => rows.map(({ id }) => ({ kind, id }))

async function clearRoles(tx: Tx, gone: Gone): Promise<Subject[]> {
  const scopes = gone.organizations.map((id) => `organization:${id}`)
  const rows = await tx
    .deleteFrom('roles')
    .where(sql<boolean>`(person = any(${gone.people}::text[]) or scope = any(${scopes}::text[]))`)
    .returning('id')
    .execute()
  return of('role', rows)
}

async function clearClaims(tx: Tx, gone: Gone): Promise<Subject[]> {
  const rows = await tx
    .deleteFrom('claims')
    .where(
      sql<boolean>`(person = any(${gone.people}::text[]) or organization = any(${gone.organizations}::text[]))`,
    )
    .returning('id')
    .execute()
  return of('claim', rows)
}

async function clearInvitations(tx: Tx, gone: Gone): Promise<Subject[]> {
  const scopes = gone.organizations.map((id) => `organization:${id}`)
  const rows = await tx
    .deleteFrom('invitations')
    .where(sql<boolean>`(invited_by = any(${gone.people}::text[]) or scope = any(${scopes}::text[]))`)
    .returning('id')
    .execute()
  return of('invitation', rows)
}

async function clearOrganizations(tx: Tx, gone: Gone): Promise<Subject[]> {
  await tx
    .deleteFrom('organization_domains')
    .where(sql<boolean>`organization = any(${gone.organizations}::text[])`)
    .execute()
  const rows = await tx.deleteFrom('organizations').where('is_example', '=', true).returning('id').execute()
  return of('organization', rows)
}

/** One that was merged into an example has no successor any more: it is closed. */
async function closeMerged(tx: Tx, gone: Gone, { actor, at }: { actor: string; at: Date }) {
  const closed = await tx
    .updateTable('organizations')
    .set(({ eb }) => ({ state: 'closed', successor: null, revision: eb('revision', '+', 1), updated_at: at }))
    .where(sql<boolean>`successor = any(${gone.organizations}::text[])`)
    .returning(['id', 'is_example'])
    .execute()
  for (const { id } of closed.filter(({ is_example }) => !is_example)) {
    const subject = { kind: 'organization', id }
    const states = { from: 'merged', to: 'closed' }
    const parts = await organizationParts(tx, id)
    await record(tx, { act: 'accounts.close-organization', subject, actor, states, parts }, at)
  }
}

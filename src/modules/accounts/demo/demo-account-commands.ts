import { randomInt } from 'node:crypto'
import { operator, type Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import type { Settings } from '#platform/settings.ts'
import { askClaim } from '../organizations/claim-commands.ts'
import { listDomain, verifyDomain } from '../organizations/domain-commands.ts'
import { approveOrganization, proposeOrganization } from '../organizations/organization-commands.ts'
import { organizationScope } from '../organizations/organization.ts'
import { personParts } from '../people/person-parts-queries.ts'
import { grantRole } from '../roles/role-commands.ts'
import { heldRoles } from '../roles/role-queries.ts'
import { openAuthentication } from '../sign-in/authentication.ts'
import { setPassword } from '../sign-in/person-commands.ts'
import { readDemoAccounts, type DemoOrganization, type DemoPerson } from './demo-accounts.ts'

/** Somebody of the example world, with a password that holds until the next load. */
export type DemoAccount = { name: string; email: string; password: string; roles: string[] }

/**
 * Brings the invented organizations and people, through the commands that people use, and gives everybody a new password.
 * Loaded once: what is there already stays, whoever is new joins, and only the passwords change.
 */
export async function loadDemoAccounts(
  db: Db,
  { settings, at }: { settings: Settings; at: Date },
): Promise<DemoAccount[]> {
  const { organizations, people } = readDemoAccounts()
  const missing = await missingOf(db, people)
  const isNew = missing.length === people.length
  const ids = new Map<string, string>()
  for (const one of missing) await insertDemoPerson(db, one, at)
  if (isNew) for (const one of organizations) ids.set(one.key, await loadOrganization(db, one, at))
  for (const one of missing) await loadRoles(db, one, ids, at)
  const engine = await openAuthentication(db, settings)
  const { password: hashing } = await engine.library.$context
  const accounts: DemoAccount[] = []
  for (const { id, name, email } of people) {
    const password = invented()
    const hash = await hashing.hash(password)
    await db.transaction().execute((tx) => setPassword(tx, id, hash, at))
    const held = await heldRoles(db, id, at)
    accounts.push({ name, email, password, roles: held.map(({ role }) => role).toSorted() })
  }
  return accounts
}

/** All of them, or those that have joined the example world since it was loaded. */
async function missingOf(db: Db, people: readonly DemoPerson[]): Promise<DemoPerson[]> {
  const ids = people.map(({ id }) => id)
  const found = await db.selectFrom('people').select('id').where('id', 'in', ids).execute()
  const known = new Set(found.map(({ id }) => id))
  return people.filter(({ id }) => !known.has(id))
}

type Invented = Pick<DemoPerson, 'id' | 'name' | 'language' | 'email'> &
  Partial<Pick<DemoPerson, 'ownName' | 'isPublic'>>

/** Their addresses count as proven: nobody can own one. */
export const insertDemoPerson = (db: Db, one: Invented, at: Date): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await tx
      .insertInto('people')
      .values({
        id: one.id,
        name: one.name,
        own_name: one.ownName ?? null,
        email: one.email,
        email_verified: true,
        language: one.language,
        second_factor: false,
        name_is_public: one.isPublic ?? false,
        is_example: true,
        created_at: at,
        updated_at: at,
        erased_at: null,
      })
      .execute()
    const subject = { kind: 'person', id: one.id }
    const parts = await personParts(tx, one.id)
    await record(tx, { act: 'accounts.join', subject, actor: operator.id, parts }, at)
  })

async function loadOrganization(db: Db, one: DemoOrganization, at: Date): Promise<string> {
  const by = { actor: operator, at }
  const proposed = await proposeOrganization(db, {
    ...by,
    fields: {
      name: one.name,
      acronym: one.acronym ?? null,
      stakeholderType: one.type,
      country: one.country ?? null,
      region: one.region ?? null,
      website: one.website,
      ror: null,
      iati: null,
    },
    standing: { membership: one.membership, visibility: one.visibility },
    isExample: true,
  })
  if ('issues' in proposed) throw new Error(`${one.key}: ${JSON.stringify(proposed.issues)}`)
  const { id } = proposed
  if (!one.waits) await approveOrganization(db, { ...by, id })
  for (const domain of one.domains) {
    await listDomain(db, { ...by, id, domain })
    await verifyDomain(db, { ...by, id, domain })
  }
  return id
}

async function loadRoles(db: Db, one: DemoPerson, ids: Map<string, string>, at: Date) {
  for (const { role, scope, organization } of one.roles) {
    const id = organization === undefined ? undefined : ids.get(organization)
    if (organization !== undefined && id === undefined) continue
    const of: Scope | null = id === undefined ? (scope ?? null) : organizationScope(id)
    const granted = await grantRole(db, { actor: operator, at, person: one.id, role, scope: of })
    if ('issues' in granted) throw new Error(`${one.id}: ${JSON.stringify(granted.issues)}`)
  }
  const organization = one.asks === undefined ? undefined : ids.get(one.asks)
  if (organization === undefined) return
  const actor = { person: one.id, id: one.id, name: one.name, standings: [] }
  const asked = await askClaim(db, { actor, at, organization })
  if ('issues' in asked) throw new Error(`${one.id}: ${JSON.stringify(asked.issues)}`)
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Easy to type, impossible to guess; another one at each load. */
const invented = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-')

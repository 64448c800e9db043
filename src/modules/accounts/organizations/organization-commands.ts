import { randomBytes } from 'node:crypto'
import type { Actor } from '#platform/access/actor.ts'
import { may, permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, type Issue } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import { languageCodes } from '#platform/languages.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { closeRole } from '../roles/role-commands.ts'
import { rolesOfScope } from '../roles/role-queries.ts'
import { issuesOfFields } from './organization-checks.ts'
import { asRow, organizationParts } from './organization-parts-queries.ts'
import { organizationRights, organizationWorkflow } from './organization-rights.ts'
import {
  asThing,
  folded,
  organizationScope,
  type OrganizationFields,
  type OrganizationRow,
  type OrganizationStanding,
} from './organization.ts'
import { regionOf } from './region-queries.ts'

type By = { actor: Actor; at: Date }

/** A new organization, to be approved; whoever may approve it may also say what it is in the Union. */
export const proposeOrganization = (
  db: Db,
  {
    actor,
    at,
    fields,
    standing,
    isExample = false,
  }: By & {
    fields: OrganizationFields
    standing?: OrganizationStanding
    isExample?: boolean
  },
): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    permit(organizationRights, 'propose', actor, { state: 'proposed' })
    if (standing !== undefined) permit(organizationRights, 'classify', actor, { state: 'proposed' })
    const checked = await checkedFields(tx, fields)
    if ('issues' in checked) return checked
    const id = newId(fields)
    await tx
      .insertInto('organizations')
      .values({
        id,
        ...columnsOf(checked.fields),
        membership: standing?.membership ?? 'none',
        visibility: standing?.visibility ?? 'public',
        state: 'proposed',
        successor: null,
        proposed_by: actor.id,
        is_example: isExample,
        revision: 1,
        created_at: at,
        updated_at: at,
      })
      .execute()
    await told(tx, { actor, at, act: 'propose-organization', id, states: { from: null, to: 'proposed' } })
    return { id }
  })

/** Changes what is said of an organization; what only the secretariat says stays when it is not given. */
export const editOrganization = (
  db: Db,
  {
    actor,
    at,
    id,
    revision,
    fields,
    standing,
  }: By & {
    id: string
    revision: number
    fields: OrganizationFields
    standing?: OrganizationStanding
  },
): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    const row = await lockOrganization(tx, id)
    permit(organizationRights, 'edit', actor, asThing(row))
    if (standing !== undefined) permit(organizationRights, 'classify', actor, asThing(row))
    if (row.revision !== revision) throw new Stale()
    const checked = await checkedFields(tx, fields)
    if ('issues' in checked) return checked
    await tx
      .updateTable('organizations')
      .set({ ...columnsOf(checked.fields), ...standing, revision: revision + 1, updated_at: at })
      .where('id', '=', id)
      .execute()
    await told(tx, { actor, at, act: 'edit-organization', id })
    return { id }
  })

/** The secretariat has looked at it: from here on people can ask to act for it. */
export const approveOrganization = (db: Db, by: By & { id: string; reason?: string | null }) =>
  step(db, 'approve', by)

export const declineOrganization = (db: Db, by: By & { id: string; reason: string }) =>
  step(db, 'decline', by)

/** It is no more: nobody acts for it any longer. */
export const closeOrganization = (db: Db, by: By & { id: string; reason: string }) => step(db, 'close', by)

/** Whether the actor may also say what the organization is in the Union. */
export const mayClassify = (actor: Actor, row: OrganizationRow): boolean =>
  may(organizationRights, 'classify', actor, asThing(row))

/** Locks the organization, so that whoever comes second sees what the first has done. */
export async function lockOrganization(tx: Tx, id: string): Promise<OrganizationRow> {
  const row = await tx
    .selectFrom('organizations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return asRow(row)
}

/** One line of history about an organization, with its content after the change. */
export const told = async (
  tx: Tx,
  change: By & {
    act: string
    id: string
    states?: { from: string | null; to: string | null }
    reason?: string | null
    facts?: Record<string, string | number>
  },
): Promise<void> =>
  record(
    tx,
    {
      act: `accounts.${change.act}`,
      subject: { kind: 'organization', id: change.id },
      actor: change.actor.id,
      states: change.states,
      reason: change.reason ?? undefined,
      facts: change.facts,
      parts: await organizationParts(tx, change.id),
    },
    change.at,
  )

const step = (
  db: Db,
  name: 'approve' | 'decline' | 'close',
  { actor, at, id, reason = null }: By & { id: string; reason?: string | null },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const row = await lockOrganization(tx, id)
    const to = take(organizationWorkflow, organizationRights, name, actor, asThing(row))
    if (name === 'close') await endAllRoles(tx, { actor, at, id, reason })
    await tx
      .updateTable('organizations')
      .set({ state: to, revision: row.revision + 1, updated_at: at })
      .where('id', '=', id)
      .execute()
    await told(tx, { actor, at, act: `${name}-organization`, id, states: { from: row.state, to }, reason })
  })

async function endAllRoles(tx: Tx, { id, ...how }: By & { id: string; reason: string | null }) {
  for (const role of await rolesOfScope(tx, organizationScope(id)))
    await closeRole(tx, { ...how, id: role.id })
}

/** The region follows from the country where there is one. */
async function checkedFields(
  tx: Tx,
  fields: OrganizationFields,
): Promise<{ issues: Issue[] } | { fields: OrganizationFields }> {
  const region = fields.country === null ? fields.region : await regionOf(tx, fields.country)
  const issues = await issuesOfFields(tx, fields)
  return issues.length > 0 ? { issues } : { fields: { ...fields, region } }
}

function columnsOf(fields: OrganizationFields) {
  const names = languageCodes.flatMap((code) => fields.name[code] ?? [])
  const first = fields.name.en ?? fields.name.fr ?? fields.name.es ?? names[0] ?? ''
  return {
    name: JSON.stringify(fields.name),
    acronym: fields.acronym,
    stakeholder_type: fields.stakeholderType,
    country: fields.country,
    region: fields.region,
    website: fields.website,
    ror: fields.ror,
    iati: fields.iati,
    sort_name: folded(first),
    words: folded([...names, fields.acronym ?? ''].join(' ')),
  }
}

/** Readable, and never the same twice: the end keeps it from telling that another of that name is hidden. */
function newId(fields: OrganizationFields): string {
  const latin = [fields.acronym, fields.name.en, fields.name.fr, fields.name.es]
    .map((text) =>
      folded(text ?? '')
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, ''),
    )
    .find((text) => text.length > 1)
  return `${(latin ?? 'organization').slice(0, 40).replace(/-$/, '')}-${randomBytes(3).toString('hex')}`
}

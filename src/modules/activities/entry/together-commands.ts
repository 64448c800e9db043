import { sql } from 'kysely'
import { permit } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import { together } from '#platform/database/together.ts'
import type { Issue } from '#platform/errors.ts'
import { lineOf } from '#platform/history.ts'
import { noteOf } from '../activity-commands.ts'
import { activityRights } from '../activity-rights.ts'
import { asActivity } from '../activity-row.ts'
import type { Activity } from '../activity.ts'
import { codeTrees, type CodeTrees } from '../codes-queries.ts'
import { issuesOfCodes, unknownOrganization } from './content-checks.ts'
import { newRow, sendingOf, type NewEntry, type Sending } from './new-entry.ts'
import { mayBeNamed, type NamedOrganization } from './organization-queries.ts'

/** An entry for which nothing else has to be held: no key that must be its own, no call that must be open, nobody to ask. */
export type PlainEntry = Omit<NewEntry, 'externalKey' | 'call' | 'contact' | 'isExample'>

/**
 * Begins an entry, and sends it when it is to be sent, in one go with what others begin at the same moment: each has its own
 * lines of history, and all are durable when the first is answered. Null when something came between, so that none of them is there.
 */
export async function enterTogether(
  db: Db,
  entry: PlainEntry,
  { isSent }: { isSent: boolean },
): Promise<{ issues: Issue[] } | { activity: Activity } | null> {
  permit(activityRights, 'enter', entry.actor, { state: 'draft' })
  const row = newRow(entry)
  const sending = isSent ? sendingOf(asActivity(row), entry) : null
  if (sending !== null && 'issues' in sending) return sending
  try {
    return await entered(db, { entry, row, sending })
  } catch (error) {
    // An organization has gone, or another transaction was in the way; each can be done by itself.
    if (isUndone(error)) return null
    throw error
  }
}

type Begun = { entry: PlainEntry; row: ReturnType<typeof newRow>; sending: Sending | null }

/** The classes integrity_constraint_violation and transaction_rollback: the database has kept nothing. */
const isUndone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:23|40)/.test(String(error.code))

const entered = together(async (db, begun: Begun[]) => {
  const known = await knownFor(db, begun)
  const outcomes = begun.map((one) => outcomeOf(one, known))
  const steps = outcomes.flatMap((one) => ('issues' in one ? [] : [one.written]))
  if (steps.length > 0) await sql`select enter_activities(${JSON.stringify(steps)}::jsonb)`.execute(db)
  return outcomes
})

type Known = {
  codes: CodeTrees
  organizations: Record<string, NamedOrganization>
  examplePeople: string[]
}

/** What the entries name, as it is now. */
async function knownFor(db: Db, begun: readonly Begun[]): Promise<Known> {
  const people = [...new Set(begun.map(({ entry }) => entry.actor.person))]
  const organizations = [...new Set(begun.map(({ entry }) => entry.organization))]
  const [codes, found] = await Promise.all([
    codeTrees(db),
    sql<Omit<Known, 'codes'>>`
      select array(select p.id from people p where p.id = any(${people}::text[]) and p.is_example) as "examplePeople",
        (select coalesce(jsonb_object_agg(o.id, jsonb_build_object('state', o.state, 'proposed_by', o.proposed_by)), '{}')
          from organizations o where o.id = any(${organizations}::text[])) as organizations`.execute(db),
  ])
  return { codes, ...found.rows[0]! }
}

/**
 * What is wrong with an entry, or the entry as it is afterwards with all that is written of it. What is sent at once never stood
 * there as a draft, so it is written as it was sent, and the line that says so accounts for it.
 */
function outcomeOf({ entry, row, sending }: Begun, { codes, organizations, examplePeople }: Known) {
  const { actor, at, organization } = entry
  const issues = issuesOfCodes(codes, row)
  if (organization !== null && !mayBeNamed(actor, organizations[organization]))
    issues.push(unknownOrganization(organization))
  if (issues.length > 0) return { issues }
  const is_example = examplePeople.includes(actor.id)
  const begun = { ...row, is_example }
  const entering = lineOf(noteOf(row.id, { actor, at, act: 'enter' }, { from: null, to: row.state }), at)
  if (sending === null)
    return { activity: asActivity(begun), written: { row: begun, earlier: [], line: entering } }
  const { step, activity } = sending
  const { state, submittedAt: submitted_at, revision } = activity
  const line = lineOf(noteOf(row.id, { actor, at, act: step }, { from: row.state, to: state }), at)
  return {
    activity: { ...activity, isExample: is_example },
    written: { row: { ...begun, state, submitted_at, revision }, earlier: [entering], line },
  }
}

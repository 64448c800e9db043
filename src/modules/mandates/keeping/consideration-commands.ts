import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import { Stale } from '#platform/web/form-resource.ts'
import type { Look } from '../duties/look.ts'
import { dayOf } from '../occurrences/occurrence.ts'
import { dutyRights } from './keeping-rights.ts'
import { considerationParts } from './kept-content-queries.ts'
import { wholeThing } from './kept-duty.ts'
import { bodyTree, occurrenceKeys } from './kept-duty-queries.ts'
import { hasEvidence } from './known-facts-queries.ts'
import { lockedDuty } from './owner-commands.ts'
import { standsFor } from './plan-commands.ts'

export type ConsiderRequest = {
  actor: Actor
  at: Date
  duty: string
  occurrence: string
  /** Revision of what was noted before; 0 when nothing was. */
  version: number
  /** The body that considered it. */
  body: string
  consideredOn: string
  /** Where it is written: the symbol of a record or a summary, and its address when it has one. */
  source: string
  sourceUrl: string | null
}

/** Notes that the recipient has considered what was delivered. Nothing is considered that was not delivered. */
export const considerDuty = (db: Db, asked: ConsiderRequest): Promise<Issue[]> =>
  db.transaction().execute((tx) => considerDutyIn(tx, asked))

/** The same as part of something larger that happens whole or not at all. */
export async function considerDutyIn(tx: Tx, asked: ConsiderRequest): Promise<Issue[]> {
  const { actor, at, duty: id, occurrence } = asked
  const duty = await lockedDuty(tx, id)
  const bodies = await bodyTree(tx)
  permit(dutyRights, 'consider', actor, wholeThing(duty, bodies))
  const issues = await wrongParts(
    tx,
    asked,
    bodies.map((one) => one.id),
  )
  if (issues.length > 0) return issues
  const before = await lastConsideration(tx, id, occurrence)
  if ((before?.revision ?? 0) !== asked.version) throw new Stale()
  await tx
    .updateTable('considerations')
    .set({ withdrawn_at: at })
    .where('duty', '=', id)
    .where('occurrence', '=', occurrence)
    .where('withdrawn_at', 'is', null)
    .execute()
  await tx
    .insertInto('considerations')
    .values({
      duty: id,
      occurrence,
      revision: asked.version + 1,
      body: asked.body,
      considered_on: asked.consideredOn,
      source: asked.source,
      source_url: asked.sourceUrl,
      recorded_by: actor.id,
      recorded_for: standsFor(actor),
      recorded_at: at,
    })
    .execute()
  const subject = { kind: 'consideration', id: `${id}@${occurrence}` }
  const facts = { body: asked.body, day: asked.consideredOn, source: asked.source }
  const parts = await considerationParts(tx, subject.id)
  await record(tx, { act: 'mandates.consider-duty', subject, actor: actor.id, facts, parts }, at)
  return []
}

async function wrongParts(tx: Tx, asked: ConsiderRequest, bodies: string[]): Promise<Issue[]> {
  const issues: Issue[] = []
  const keys = await occurrenceKeys(tx, asked.duty)
  const look: Look = { today: dayOf(asked.at), levels: levelsSeenBy(asked.actor) }
  if (!keys.includes(asked.occurrence))
    issues.push({ field: 'occurrence', key: 'form.value.choice', validValues: keys })
  else if (!(await isDelivered(tx, asked.duty, asked.occurrence, look)))
    issues.push({ field: 'occurrence', key: 'form.value.wrong', rule: 'rule.delivered' })
  if (!bodies.includes(asked.body)) issues.push({ field: 'body', key: 'form.value.choice' })
  if (asked.consideredOn > look.today)
    issues.push({ field: 'on', key: 'form.value.wrong', rule: 'rule.not-future' })
  return issues
}

async function isDelivered(tx: Tx, duty: string, occurrence: string, look: Look): Promise<boolean> {
  const found = await sql<{ delivered: boolean }>`
    select ${hasEvidence(look)} as delivered from occurrences o
    where o.duty = ${duty} and coalesce(o.occasion, o.year::text, 'unknown') = ${occurrence}`.execute(tx)
  return found.rows[0]?.delivered ?? false
}

const lastConsideration = (tx: Tx, duty: string, occurrence: string) =>
  tx
    .selectFrom('considerations')
    .select('revision')
    .where('duty', '=', duty)
    .where('occurrence', '=', occurrence)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()

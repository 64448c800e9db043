import { sql } from 'kysely'
import { tableParts, type Parts } from '#platform/content-digests.ts'
import type { Db } from '#platform/database/tables.ts'

/** What people said of one duty: who answers for it, the plan, the reports. */
export async function keepingParts(db: Db, duty: string): Promise<Parts> {
  const own = sql`duty = ${duty}`
  return {
    ...(await tableParts(db, 'duty_owners', ['id'], own)),
    ...(await tableParts(db, 'duty_plans', ['duty', 'revision'], own)),
    ...(await tableParts(db, 'duty_milestones', ['duty', 'revision', 'place'], own)),
    ...(await tableParts(db, 'duty_reports', ['id'], own)),
  }
}

/** '<duty>@<due date>': what its recipient made of it. */
export async function considerationParts(db: Db, id: string): Promise<Parts> {
  const [, duty = '', occurrence = ''] = /^(.*)@([^@]*)$/.exec(id) ?? []
  const own = sql`duty = ${duty} and occurrence = ${occurrence}`
  return tableParts(db, 'considerations', ['duty', 'occurrence', 'revision'], own)
}

/** One piece of evidence with its due dates, revisions and contests. */
export async function evidenceParts(db: Db, id: string): Promise<Parts> {
  const own = sql`evidence = ${id}::uuid`
  return {
    ...(await tableParts(db, 'evidence', ['id'], sql`id = ${id}::uuid`)),
    ...(await tableParts(db, 'evidence_occurrences', ['evidence', 'occurrence'], own)),
    ...(await tableParts(db, 'evidence_revisions', ['evidence', 'revision'], own)),
    ...(await tableParts(db, 'evidence_contests', ['id'], own)),
  }
}

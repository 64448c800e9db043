import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { Visibility } from '#platform/access/visibility.ts'
import type { Look } from '../duties/look.ts'
import type { EvidenceContent } from './evidence.ts'
import { doneBy, evidenceRow } from './evidence-queries.ts'
import type { By, Contest, EvidenceDetail, EvidenceRevision } from './evidence-row.ts'

/** A piece of evidence with its earlier revisions and its contests; null when it is not there for whoever looks. */
export async function evidenceDetail(db: Db, id: string, look: Look): Promise<EvidenceDetail | null> {
  const row = await evidenceRow(db, id, look)
  if (row === null) return null
  return { ...row, revisions: await revisionsOf(db, id, look), contests: await contestsOf(db, id, look) }
}

/** Earlier revisions, the latest first; each only for those who could see it. */
async function revisionsOf(db: Db, id: string, look: Look): Promise<EvidenceRevision[]> {
  const found = await sql<{
    revision: number
    visibility: Visibility
    content: EvidenceContent
    changedAt: string
    changed: By
    reason: string | null
  }>`
    select x.revision, x.visibility, x.content, x.reason, to_json(x.changed_at) #>> '{}' as "changedAt",
      ${doneBy(look, { scope: 'x.changed_for', person: 'x.changed_by', named: sql`false`, at: 'x.changed_at' })} as changed
    from evidence_revisions x
    where x.evidence = ${id}::uuid and x.visibility = any (${look.levels}::text[])
    order by x.revision desc limit 100`.execute(db)
  return found.rows.map(({ content, ...row }) => ({ ...content, ...row }))
}

async function contestsOf(db: Db, id: string, look: Look): Promise<Contest[]> {
  const found = await sql<Contest>`
    select x.id, x.state, x.reason, x.reason_language as "reasonLanguage", x.answer, x.answer_language as "answerLanguage",
      ${doneBy(look, { scope: 'x.raised_for', person: 'x.raised_by', named: sql`false`, at: 'x.raised_at' })} as raised,
      case when x.answered_at is null then null else
        ${doneBy(look, { scope: 'x.answered_for', person: 'x.answered_by', named: sql`false`, at: 'x.answered_at' })} end as answered,
      (x.withdrawn_at at time zone 'UTC')::date::text as "withdrawnOn", x.withdrawn_because as "withdrawnBecause"
    from evidence_contests x where x.evidence = ${id}::uuid order by x.raised_at desc, x.id limit 100`.execute(
    db,
  )
  return found.rows
}

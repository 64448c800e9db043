import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { dutyById } from '../duties/duty-queries.ts'
import type { Look } from '../duties/look.ts'
import { evidenceOfDuty, doneBy } from '../evidence/evidence-queries.ts'
import { dueDates } from '../occurrences/occurrence-queries.ts'
import type { ConsiderationRow, DutyPage, ReportRow } from './duty-page.ts'
import { bodyTree, keptDuty } from './kept-duty-queries.ts'
import { hasEvidence, ownerRows } from './known-facts-queries.ts'
import type { OwnerColumns } from './owner.ts'
import { plansOfDuty } from './plan-queries.ts'
import { dutyLineage } from '../succession/lineage-queries.ts'
import { translated } from '../wording/said-queries.ts'

/** One duty with everything that is said and shown of it, as whoever looks may know it; null for what is no duty. */
export async function dutyPage(db: Db, id: string, look: Look): Promise<DutyPage | null> {
  const kept = await keptDuty(db, id)
  const duty = kept === null ? null : await dutyById(db, id, look)
  if (kept === null || duty === null) return null
  const dates = await dueDates(db, { duty: id }, look, { limit: 200 })
  const said = await translated(db, id, {
    plans: await plansOfDuty(db, id),
    reports: await reportsOf(db, id, look),
  })
  return {
    duty,
    kept,
    bodies: await bodyTree(db),
    official: await officialWords(db, duty),
    owners: await ownersOf(db, id, look),
    plans: said.plans,
    dueDates: dates.rows,
    reports: said.reports,
    considerations: await considerationsOf(db, id, look),
    evidence: await evidenceOfDuty(db, id, look),
    lineage: await dutyLineage(db, id),
  }
}

const mostRows = 200

async function ownersOf(db: Db, duty: string, { levels }: Look): Promise<OwnerColumns[]> {
  const found = await sql<{ row: OwnerColumns }>`
    select to_jsonb(w) as row from (${ownerRows(levels)} where x.duty = ${duty}) as w
    order by w."takenAt" desc, w.id limit ${mostRows}`.execute(db)
  return found.rows.map(({ row }) => row)
}

async function reportsOf(db: Db, duty: string, look: Look): Promise<ReportRow[]> {
  const found = await sql<ReportRow>`
    select x.id, x.occurrence, x.body as text, x.original_language as original, x.withdrawn_at is not null as "isWithdrawn",
      ${doneBy(look, { scope: 'x.reported_for', person: 'x.reported_by', named: sql`false`, at: 'x.reported_at' })} as reported
    from duty_reports x where x.duty = ${duty} order by x.reported_at desc, x.id limit ${mostRows}`.execute(
    db,
  )
  return found.rows
}

/** Of due dates for which whoever looks sees that something was delivered: a note about hidden evidence would betray it. */
async function considerationsOf(db: Db, duty: string, look: Look): Promise<ConsiderationRow[]> {
  const found = await sql<ConsiderationRow>`
    select x.occurrence, x.revision, x.body, x.considered_on::text as "consideredOn", x.source, x.source_url as "sourceUrl"
    from considerations x
    join occurrences o on o.duty = x.duty and coalesce(o.occasion, o.year::text, 'unknown') = x.occurrence
    where x.duty = ${duty} and x.withdrawn_at is null and ${hasEvidence(look)}
    order by x.considered_on desc, x.occurrence limit ${mostRows}`.execute(db)
  return found.rows
}

/** The latest official text of the provision in each language that was imported. */
async function officialWords(
  db: Db,
  { revision, address }: { revision: { id: string }; address: string },
): Promise<Translated> {
  const found = await sql<{ words: Translated | null }>`
    select jsonb_object_agg(u.language, u.text order by u.version) as words
    from text_units u where u.revision = ${revision.id} and u.address = ${address}`.execute(db)
  return found.rows[0]?.words ?? {}
}

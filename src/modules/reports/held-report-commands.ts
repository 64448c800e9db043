import { sql, type Updateable } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tables, Tx } from '#platform/database/tables.ts'
import { notFound } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { reportsSeenBy, reportsWhere } from './report-queries.ts'
import type { Report } from './report.ts'
import { sectionsWhere } from './sections/section-queries.ts'
import type { Section } from './sections/section.ts'

/** Who does something, and when. */
export type By = { actor: Actor; at: Date }

/** Holds a report, so that whoever comes second sees what the first has done; what one may not see is not there. */
export async function lockReport(tx: Tx, actor: Actor, id: string, revision?: number): Promise<Report> {
  const held = await sql`
    select from reports r where r.id = ${id} and ${reportsSeenBy(actor)} for update`.execute(tx)
  const [report] = held.rows.length === 0 ? [] : await reportsWhere(tx, sql`r.id = ${id}`)
  if (report === undefined) throw notFound()
  if (revision !== undefined && report.revision !== revision) throw new Stale()
  return report
}

/** Holds the report of a section, and with it the section: all changes of sections hold their report first. */
export async function lockSection(
  tx: Tx,
  actor: Actor,
  id: string,
  revision?: number,
): Promise<{ report: Report; section: Section }> {
  const found = await tx
    .selectFrom('report_sections')
    .select('report')
    .where('id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw notFound()
  const report = await lockReport(tx, actor, found.report)
  const [section] = await sectionsWhere(tx, sql`s.id = ${id}`)
  if (section === undefined) throw notFound()
  if (revision !== undefined && section.revision !== revision) throw new Stale()
  return { report, section }
}

type Line = By & { act: string; reason?: string; facts?: Record<string, unknown> }
type States = { from: string | null; to: string }

/** Changes the row of a held report and writes the line of history. */
export async function changeReport(
  tx: Tx,
  report: Report,
  columns: Updateable<Tables['reports']>,
  line: Line,
): Promise<void> {
  await tx
    .updateTable('reports')
    .set({ ...columns, revision: report.revision + 1, updated_at: line.at })
    .where('id', '=', report.id)
    .execute()
  const to = columns.state ?? report.state
  await note(
    tx,
    { kind: 'report', id: report.id },
    line,
    to === report.state ? null : { from: report.state, to },
  )
}

/** Changes the row of a section of a held report and writes the line of history. */
export async function changeSection(
  tx: Tx,
  section: Section,
  columns: Updateable<Tables['report_sections']>,
  line: Line,
): Promise<void> {
  await tx
    .updateTable('report_sections')
    .set({ ...columns, revision: section.revision + 1, updated_at: line.at })
    .where('id', '=', section.id)
    .execute()
  const to = columns.state ?? section.state
  const states = to === section.state ? null : { from: section.state, to }
  const facts = { report: section.report, ...line.facts }
  await note(tx, { kind: 'report-section', id: section.id }, { ...line, facts }, states)
}

/** One line of history about a report, one of its sections, or what was said of it. */
export const note = (
  tx: Tx,
  subject: { kind: 'report' | 'report-section' | 'report-comment' | 'report-suggestion'; id: string },
  { actor, at, act, reason, facts }: Line,
  states: States | null,
): Promise<void> =>
  record(
    tx,
    {
      act: `reports.${act}`,
      subject,
      actor: actor.id,
      ...(states === null ? {} : { states }),
      ...(reason === undefined ? {} : { reason }),
      ...(facts === undefined ? {} : { facts }),
    },
    at,
  )

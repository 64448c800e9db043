import { sql } from 'kysely'
import type { Visit } from '#platform/web/visit.ts'
import { reportsWhere, seesDraftOf } from '../report-queries.ts'
import type { Report } from '../report.ts'
import { sectionsOf } from '../sections/section-queries.ts'
import { commentsWhere, suggestionsWhere } from './talk-queries.ts'
import { talkRecords, type TalkRecord } from './talk-shape.ts'

/** All that was said of a report, or of one of its sections; nothing to whoever never saw the draft. */
export async function talkOf(
  visit: Visit,
  report: Report,
  { section = null, isOpen = false }: { section?: string | null; isOpen?: boolean } = {},
): Promise<TalkRecord[]> {
  const { db, actor } = visit
  if (!(await seesDraftOf(db, actor, report.id))) return []
  const of = sql`report = ${report.id} and (${section}::text is null or section = ${section})
    and (not ${isOpen} or state = 'open')`
  const comments = await commentsWhere(db, actor, sql`c.id in (select id from report_comments where ${of})`)
  const suggestions = await suggestionsWhere(
    db,
    actor,
    sql`g.id in (select id from report_suggestions where ${of})`,
  )
  return talkRecords(visit, { comments, suggestions }, { report, sections: await sectionsOf(db, report.id) })
}

/** One comment, or one suggestion, with its report; null for whoever never saw the draft. */
export async function talkById(
  visit: Visit,
  kind: 'comment' | 'suggestion',
  id: string,
): Promise<{ record: TalkRecord; report: Report } | null> {
  const { db, actor } = visit
  const comments = kind === 'comment' ? await commentsWhere(db, actor, sql`c.id = ${id}`) : []
  const suggestions = kind === 'suggestion' ? await suggestionsWhere(db, actor, sql`g.id = ${id}`) : []
  const [found] = [...comments, ...suggestions]
  const [report] = found === undefined ? [] : await reportsWhere(db, sql`r.id = ${found.report}`)
  if (report === undefined) return null
  const around = { report, sections: await sectionsOf(db, report.id) }
  const [record] = await talkRecords(visit, { comments, suggestions }, around)
  return record === undefined ? null : { record, report }
}

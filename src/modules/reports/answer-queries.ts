import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { answerCode, type AnswerChoice } from './answer.ts'
import type { Answered } from './report.ts'

/** Those of some due dates that the register does not know, as '<duty>@<due date>'. */
export async function unknownAnswers(db: Db, answers: readonly Answered[]): Promise<string[]> {
  if (answers.length === 0) return []
  const asked = answers.map(answerCode)
  const found = await sql<{ code: string }>`
    select o.duty || '@' || coalesce(o.occasion, o.year::text, 'unknown') as code from occurrences o
    where o.duty = any(${answers.map(({ duty }) => duty)}::text[])`.execute(db)
  const known = new Set(found.rows.map(({ code }) => code))
  return asked.filter((code) => !known.has(code))
}

/** All due dates of some duties, with whether another report answers them already. */
export async function answerChoices(
  db: Db,
  duties: readonly string[],
  report: string | null,
): Promise<AnswerChoice[]> {
  if (duties.length === 0) return []
  const found = await sql<AnswerChoice>`
    select o.duty, coalesce(o.occasion, o.year::text, 'unknown') as occurrence, o.year, p.paraphrase,
      exists (select from report_answers a join reports r on r.id = a.report where a.duty = o.duty
        and a.occurrence = coalesce(o.occasion, o.year::text, 'unknown') and r.state <> 'discarded'
        and r.id is distinct from ${report}
        and r.series is distinct from (select series from reports where id = ${report})) as taken
    from occurrences o join duties d on d.id = o.duty join provisions p on p.revision = d.revision and p.address = d.address
    where o.duty = any(${[...duties]}::text[]) order by o.duty, o.year desc nulls last, o.place`.execute(db)
  return found.rows
}

/** What one report answers. */
export const answersOfReport = async (db: Db, report: string): Promise<Answered[]> =>
  db
    .selectFrom('report_answers')
    .select(['duty', 'occurrence'])
    .where('report', '=', report)
    .orderBy('duty')
    .orderBy('occurrence')
    .execute()

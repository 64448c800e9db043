import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { inParts } from '#platform/files/in-parts.ts'
import { record } from '#platform/history.ts'
import { askForJob } from '#platform/jobs/asked-for.ts'
import { lockReport } from '../held-report-commands.ts'
import { reportRights } from '../report-rights.ts'
import { reportThing, type Report } from '../report.ts'
import { maker, papersOfAll, type PaperFault, type PaperName } from './paper-form.ts'
import { partBytes, reportsWithoutPapers, waitingLine } from './paper-file-queries.ts'
import './tables.ts'

/** Makes papers in the background. */
export const papersJobName = 'reports.papers'

/** So many drafts wait at most. */
const mostDrafts = 24

const dayMilliseconds = 24 * 60 * 60 * 1000

/** Wants papers of a report that is being written; they are made in the background and go after a day. */
export const askForDrafts = (
  db: Db,
  { actor, at, id, papers }: { actor: Actor; at: Date; id: string; papers: readonly PaperName[] },
): Promise<{ issues: Issue[] }> =>
  db.transaction().execute(async (tx): Promise<{ issues: Issue[] }> => {
    const report = await lockReport(tx, actor, id)
    permit(reportRights, 'print', actor, reportThing(report))
    const { drafts } = await waitingLine(tx)
    if (drafts + papers.length > mostDrafts)
      return { issues: [{ field: 'form', key: 'reports.paper.print.full' }] }
    await tx
      .insertInto('report_papers')
      .values(papers.map((paper) => ({ ...newPaper(report, paper, at), drops_at: inADay(at) })))
      .onConflict((conflict) =>
        conflict.columns(['report', 'language', 'form']).doUpdateSet({ ...unmade(at), drops_at: inADay(at) }),
      )
      .execute()
    askForJob(papersJobName)
    return { issues: [] }
  })

const inADay = (at: Date): Date => new Date(at.getTime() + dayMilliseconds)

const unmade = (at: Date) => ({
  asked_at: at,
  ...{ made_at: null, build: null, size: null, sha256: null, maker: null, fault: null },
  ...{ tries: 0, tried_at: null },
})

const newPaper = ({ id }: Pick<Report, 'id'>, { language, form }: PaperName, at: Date) => ({
  report: id,
  language,
  form,
  asked_at: at,
})

/** All papers of what was frozen are wanted; a draft of them is one no longer. */
export async function wantPapers(db: Db, at: Date): Promise<void> {
  for (const report of await reportsWithoutPapers(db))
    await db
      .insertInto('report_papers')
      .values(papersOfAll(report.language).map((paper) => newPaper(report, paper, at)))
      .onConflict((conflict) =>
        conflict
          .columns(['report', 'language', 'form'])
          .doUpdateSet({ ...unmade(at), drops_at: null })
          .where('report_papers.drops_at', 'is not', null),
      )
      .execute()
}

/** Drafts whose day is over go, and so do bytes that belong to nothing. */
export async function dropOldPapers(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('report_papers').where('drops_at', '<=', now).execute()
  await sql`
    delete from report_papers p using reports r
    where r.id = p.report and r.state = 'discarded' and p.drops_at is not null`.execute(db)
  await sql`
    delete from report_paper_parts p
    where not exists (select from report_papers r where r.build = p.build)`.execute(db)
}

export type MadePaper = { sha256: string; size: number }

/** Keeps a paper as it is made, part by part, and shows it from then on in the place of an earlier one. */
export async function keepPaper(
  db: Db,
  { report, language, form, at }: PaperName & { report: string; at: Date },
  content: AsyncIterable<Uint8Array>,
): Promise<MadePaper> {
  const build = randomUUID()
  const hash = createHash('sha256')
  let size = 0
  let part = 0
  for await (const bytes of inParts(content, partBytes)) {
    hash.update(bytes)
    size += bytes.length
    await db.insertInto('report_paper_parts').values({ build, part, bytes }).execute()
    part += 1
  }
  const made = { sha256: hash.digest('hex'), size }
  await paperAt(db, { report, language, form })
    .set({ ...made, build, made_at: at, maker, fault: null })
    .execute()
  return made
}

/** A paper that is begun has been tried, so that one that ends the process is not begun for ever. */
export const tryPaper = async (db: Db, paper: PaperName & { report: string }, at: Date): Promise<void> => {
  await paperAt(db, paper)
    .set({ tries: sql`tries + 1`, tried_at: at })
    .execute()
}

export const refusePaper = async (
  db: Db,
  paper: PaperName & { report: string },
  fault: PaperFault,
): Promise<void> => {
  await paperAt(db, paper).set({ fault, maker }).execute()
}

const paperAt = (db: Db, { report, language, form }: PaperName & { report: string }) =>
  db
    .updateTable('report_papers')
    .where('report', '=', report)
    .where('language', '=', language)
    .where('form', '=', form)

/** The checksums of what is handed out stand in the history; readers see from then on that it is there. */
export const noteMade = (
  db: Db,
  report: string,
  made: Readonly<Record<string, string>>,
  at: Date,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const subject = { kind: 'report', id: report }
    await record(tx, { act: 'reports.make-papers', subject, actor: 'jobs', facts: made }, at)
  })

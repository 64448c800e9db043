import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { isPublicReport, type Report } from '../report.ts'
import {
  papersOfAll,
  paperTypes,
  type PaperFault,
  type PaperForm,
  type PaperName,
  type PaperRow,
} from './paper-form.ts'
import { reportPaths } from '../paths.ts'
import './tables.ts'

/** A paper as it is kept: wanted, made, or why it could not be. */
export type KeptPaper = PaperName & {
  report: string
  askedAt: Date
  made: { at: Date; build: string; size: number; sha256: string; maker: number } | null
  fault: PaperFault | null
  dropsAt: Date | null
}

export async function keptPapers(db: Db, report: string): Promise<KeptPaper[]> {
  const rows = await db.selectFrom('report_papers').selectAll().where('report', '=', report).execute()
  return rows.map((row) => ({
    ...{ report, language: row.language, form: row.form, askedAt: row.asked_at },
    made:
      row.made_at === null
        ? null
        : {
            at: row.made_at,
            build: row.build ?? '',
            size: Number(row.size),
            sha256: row.sha256 ?? '',
            maker: row.maker ?? 0,
          },
    fault: row.fault,
    dropsAt: row.drops_at,
  }))
}

/** All papers of a frozen report, and of an open one those that somebody has asked for, as they are told of. */
export async function paperRows(
  db: Db,
  report: Pick<Report, 'id' | 'state' | 'language'>,
): Promise<PaperRow[]> {
  const kept = await keptPapers(db, report.id)
  const names = isPublicReport(report) ? papersOfAll(report.language) : kept
  return names.map(({ language, form }) => {
    const found = kept.find((one) => one.language === language && one.form === form)
    return {
      ...{ language, form, address: paperAddress(report.id, { language, form }) },
      state: found?.made ? 'made' : (found?.fault ?? 'making'),
      size: found?.made?.size ?? null,
      sha256: found?.made?.sha256 ?? null,
      madeAt: found?.made?.at.toISOString() ?? null,
    }
  })
}

/** Address of a paper, with its language. */
export const paperAddress = (report: string, { language, form }: PaperName): string =>
  `/${language}${reportPaths.report(report)}${paperTypes[form].ending}`

/** How many papers are still to be made, and how many of them are drafts. */
export async function waitingLine(db: Db): Promise<{ ahead: number; drafts: number }> {
  const found = await sql<{ ahead: number; drafts: number }>`
    select count(*)::int as ahead, (count(*) filter (where drops_at is not null))::int as drafts
    from report_papers where made_at is null and fault is null`.execute(db)
  return found.rows[0] ?? { ahead: 0, drafts: 0 }
}

export type WantedPaper = { report: string; language: LanguageCode; form: PaperForm; isDraft: boolean }

/**
 * The papers that are to be made next: all forms of one report in one language. Somebody waits for drafts; of the others the report
 * that was frozen last comes first, in its own language.
 */
export async function nextPapers(db: Db, now: Date, maker: number): Promise<WantedPaper[]> {
  const found = await sql<WantedPaper>`
    with wanted as (
      select p.*, r.language as original, r.frozen_at from report_papers p join reports r on r.id = p.report
      where (p.made_at is null and (p.fault is null or p.fault in ('busy', 'unavailable')) or p.maker < ${maker})
        and (p.tried_at is null or p.tries < ${mostTries} and p.tried_at < ${new Date(now.getTime() - restMilliseconds)})
        and (p.drops_at is null or p.drops_at > ${now})
    ), first as (
      select report, language from wanted
      order by drops_at is null, asked_at, frozen_at desc, report, language <> original, language limit 1
    )
    select w.report, w.language, w.form, w.drops_at is not null as "isDraft"
    from wanted w join first f on f.report = w.report and f.language = w.language
    order by case w.form when 'pdf' then 1 when 'docx' then 2 when 'akn' then 3 else 4 end`.execute(db)
  return found.rows
}

const mostTries = 5
/** What could not be made for want of room is tried again after so long. */
const restMilliseconds = 5 * 60 * 1000

/** Frozen reports of which a paper is not even wanted yet. */
export async function reportsWithoutPapers(db: Db): Promise<Pick<Report, 'id' | 'language'>[]> {
  const found = await sql<Pick<Report, 'id' | 'language'>>`
    select r.id, r.language from reports r
    where r.frozen_at is not null
      and (select count(*) from report_papers p where p.report = r.id and p.drops_at is null) < ${papersOfAll('en').length}
    order by r.frozen_at desc`.execute(db)
  return found.rows
}

/** The bytes of a paper from one place to before another, read as they are wanted. */
export async function* paperBytes(
  db: Db,
  build: string,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<Uint8Array> {
  for (let part = Math.floor(from / partBytes); part * partBytes < to; part += 1) {
    const row = await db
      .selectFrom('report_paper_parts')
      .select('bytes')
      .where('build', '=', build)
      .where('part', '=', part)
      .executeTakeFirst()
    if (row === undefined) return
    const start = part * partBytes
    yield row.bytes.subarray(Math.max(0, from - start), Math.min(row.bytes.length, to - start))
  }
}

/** All parts but the last are so long, so that a place in a file is found by counting. */
export const partBytes = 1024 * 1024

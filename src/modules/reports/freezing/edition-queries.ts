import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { inPast } from '#platform/past/past-queries.ts'
import { sha256 } from '#platform/sha256.ts'
import { deriveEdition } from './derive-queries.ts'
import type { Counted, EditionContent } from './edition.ts'
import { areThese } from './records-kept.ts'
import '../tables.ts'

export type Edition = { content: EditionContent; line: number; digest: string }

/** What a report was when it was frozen; null when it was not. */
export async function editionOf(db: Db, report: string): Promise<Edition | null> {
  const found = await db
    .selectFrom('report_editions')
    .select(['content', 'line', 'digest'])
    .where('report', '=', report)
    .executeTakeFirst()
  return found === undefined ? null : { ...found, line: Number(found.line) }
}

/** The records that a frozen part counted. */
export async function countedThen(db: Db, report: string, part: string): Promise<Counted> {
  const found = await db
    .selectFrom('report_edition_records')
    .select('records')
    .where('report', '=', report)
    .where('part', '=', part)
    .executeTakeFirst()
  return found?.records ?? []
}

/** What verifying a frozen report found: nothing, or where what is kept and what is derived differ. */
export type Verified = {
  report: string
  symbol: string
  version: number
  digest: string
  faults: ('content' | 'records' | 'derived')[]
}

/** What can be verified, the last to be frozen first. */
export const frozenVersions = async (db: Db): Promise<{ symbol: string; version: number }[]> =>
  (
    await sql<{ symbol: string; version: number }>`
      select r.symbol, r.version from reports r join report_editions e on e.report = r.id
      order by r.frozen_at desc, r.symbol, r.version desc`.execute(db)
  ).rows

/**
 * Verifies a frozen report in three ways: the digest fits what is kept, the records of each part fit their digests, and what the
 * records said at that line of history comes out the same, byte for byte. By its symbol; the latest version unless one is named.
 */
export async function verifyReport(db: Db, symbol: string, version?: number): Promise<Verified | null> {
  const found = await sql<{ id: string; version: number }>`
    select r.id, r.version from reports r join report_editions e on e.report = r.id
    where r.symbol = ${symbol} and (${version ?? null}::int is null or r.version = ${version ?? null})
    order by r.version desc limit 1`.execute(db)
  const [report] = found.rows
  const edition = report && (await editionOf(db, report.id))
  if (report === undefined || !edition) return null
  const { content, digest } = edition
  const at = new Date(content.frozenAt)
  const again = await inPast(db, { instant: at, line: edition.line }, (past) =>
    deriveEdition(past, report.id, { symbol, at, format: content.format }),
  )
  const isDerived = again !== null && sha256(again.content) === digest
  return {
    report: report.id,
    symbol,
    version: report.version,
    digest,
    faults: [
      ...(sha256(content) === digest ? [] : ['content' as const]),
      ...((await areRecordsWhole(db, report.id, content)) ? [] : ['records' as const]),
      ...(isDerived ? [] : ['derived' as const]),
    ],
  }
}

async function areRecordsWhole(db: Db, report: string, { sections }: EditionContent): Promise<boolean> {
  for (const { key, records } of sections.flatMap(({ parts }) => parts))
    if (!areThese(await countedThen(db, report, key), records)) return false
  return true
}

import { randomUUID } from 'node:crypto'
import type { Actor } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import { tableParts, type Parts } from '#platform/content-digests.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { keepFile, storedFile } from '#platform/files/file-commands.ts'
import type { HeldFile } from '#platform/files/held-file.ts'
import { record } from '#platform/history.ts'
import { holdTexts, lockTranslation, writeTranslation, type TextKinds } from '#platform/texts/texts.ts'
import { sql } from 'kysely'
import type { TranslationRecord } from '../editor/record.ts'
import { translationRecord } from '../editor/record-queries.ts'
import { mostLetters, oneLine } from '../editor/segment-fields.ts'
import { translationRights } from '../translation-rights.ts'
import { ExchangeFault, mostRecords, type ReportLine } from './report.ts'
import { judged, type Judged } from './judge.ts'
import { readSegmentsCsv } from './segments-csv.ts'
import { readXliff, type ReadSegment } from './xliff-read.ts'

export type Import = { actor: Actor; at: Date; kinds: TextKinds; file: HeldFile }

/**
 * Takes a file back from a translator's program: each segment is taken, or refused with the reason, one by one; nothing that
 * changed here meanwhile is written over. All in one transaction, with a report that stays. Throws `ExchangeFault` when the
 * file cannot be read.
 */
export async function importTranslations(db: Db, { actor, at, kinds, file }: Import): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const checksum = await keepFile(tx, file, at)
    const bytes = (await storedFile(tx, checksum))?.bytes ?? new Uint8Array()
    const format = file.name.toLowerCase().endsWith('.csv') ? ('csv' as const) : ('xliff' as const)
    const segments = format === 'csv' ? readSegmentsCsv(bytes).map(withoutCodes) : readXliff(bytes)
    const report = await takeAll(tx, { actor, at, kinds }, segments)
    const count = (outcome: ReportLine['outcome']) => report.filter((line) => line.outcome === outcome).length
    const counts = { accepted: count('accepted'), unchanged: count('unchanged'), refused: count('refused') }
    const id = randomUUID()
    await tx
      .insertInto('translation_imports')
      .values({
        ...{ id, at, by: actor.id, file_name: file.name, format, checksum, ...counts },
        report: JSON.stringify(report),
      })
      .execute()
    const subject = { kind: 'translation-import', id }
    const parts = await translationImportParts(tx, id)
    await record(
      tx,
      { act: 'translation.import', subject, actor: actor.id, facts: { file: file.name, ...counts }, parts },
      at,
    )
    return id
  })
}

export const translationImportParts = (db: Db, id: string): Promise<Parts> =>
  tableParts(db, 'translation_imports', ['id'], sql`id = ${id}`)

const withoutCodes = <Segment>(segment: Segment) => ({ ...segment, hasCodes: false })

type Taking = { actor: Actor; at: Date; kinds: TextKinds }

async function takeAll(tx: Tx, taking: Taking, segments: ReadSegment[]): Promise<ReportLine[]> {
  const records = [...Map.groupBy(segments, ({ kind, id, to }) => `${kind} ${id} ${to}`)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  if (records.length > mostRecords) throw new ExchangeFault('too-many', { most: mostRecords })
  const lines = new Map<ReadSegment, ReportLine>()
  await holdTexts(tx, segments)
  for (const [, ofRecord] of records) await takeRecord(tx, taking, ofRecord, lines)
  return segments.flatMap((segment) => lines.get(segment) ?? [])
}

async function takeRecord(
  tx: Tx,
  { actor, at, kinds }: Taking,
  segments: ReadSegment[],
  lines: Map<ReadSegment, ReportLine>,
) {
  const [first] = segments
  if (!first) return
  const { kind, id, to: language } = first
  await lockTranslation(tx, { kind, id, language })
  const now = await translationRecord(tx, kinds, { kind, id, language }, actor, language)
  const taken: { field: string; segment: number; text: string }[] = []
  for (const segment of segments) {
    const text = oneLine(segment.target)
    const judgement = judgedIn(now, actor, segment, text)
    if (judgement.outcome === 'accepted') taken.push({ field: segment.field, segment: segment.segment, text })
    lines.set(segment, {
      record: { kind, id },
      ...{ field: segment.field, segment: segment.segment, language, target: text.slice(0, 500) },
      ...judgement,
    })
  }
  await writeTranslation(tx, { kind, id, language, segments: taken }, actor.id, at)
}

function judgedIn(now: TranslationRecord | null, actor: Actor, sent: ReadSegment, text: string): Judged {
  const refused = (reason: ReportLine['reason']): Judged => ({ outcome: 'refused', reason })
  if (!now) return refused('unknown-record')
  if (!may(translationRights, 'translate', actor, now)) return refused('not-permitted')
  const field = now.fields.find((one) => one.field === sent.field)
  const segment = field?.segments.find((one) => one.segment === sent.segment)
  if (!field || !segment) return refused('unknown-segment')
  if (field.original !== sent.from) return refused('wrong-language')
  if (text.length > mostLetters) return refused('too-long')
  if (sent.hasCodes) return refused('inline-codes')
  return judged(segment, { ...sent, target: text })
}

import { sql } from 'kysely'
import { tableParts, type Parts } from '#platform/content-digests.ts'
import type { Db } from '#platform/database/tables.ts'
import { sha256 } from '#platform/sha256.ts'

const ofRevisions = [
  ['sections', ['revision', 'key']],
  ['provisions', ['revision', 'address']],
  ['duties', ['id']],
  ['citations', ['revision', 'address', 'place']],
  ['provision_references', ['revision', 'address', 'place']],
  ['footnote_marks', ['revision', 'mark']],
] as const

const ofDuties = [
  ['duty_parties', ['duty', 'role', 'place']],
  ['occurrences', ['duty', 'place']],
] as const

/** The whole register as it was shipped, row by row: instruments, their chains, and what stands in the annotated revisions. */
export async function registerParts(db: Db): Promise<Parts> {
  const shipped = sql`origin = 'register'`
  const annotated = sql`(select id from revisions where origin = 'register')`
  const parts = [
    await tableParts(db, 'instruments', ['id'], shipped),
    await tableParts(db, 'revisions', ['id'], shipped),
    await tableParts(db, 'occasions', ['id']),
    await tableParts(db, 'evidence_ages', ['cadence', 'kind']),
  ]
  for (const [table, key] of ofRevisions) {
    const native = sql`revision in ${annotated} and origin <> 'parser'`
    parts.push(await tableParts(db, table, [...key], native))
  }
  for (const [table, key] of ofDuties) {
    const native = sql`duty in (select id from duties where revision in ${annotated} and origin <> 'parser')`
    parts.push(await tableParts(db, table, [...key], native))
  }
  return Object.assign({}, ...parts) as Parts
}

/** What was imported for one revision: its files and texts, and whatever only the parser says about it. */
export async function importedParts(db: Db, revision: string): Promise<Parts> {
  const texts = sql`revision = ${revision}`
  const parts = [
    await fileParts(db, revision),
    await tableParts(db, 'revision_texts', ['revision', 'language', 'version'], texts),
    await tableParts(db, 'text_units', ['revision', 'language', 'version', 'path'], texts),
  ]
  const parsed = sql`origin <> 'register'`
  const instrument = sql`id in (select instrument from revisions where id = ${revision}) and ${parsed}`
  parts.push(await tableParts(db, 'instruments', ['id'], instrument))
  parts.push(await tableParts(db, 'revisions', ['id'], sql`id = ${revision} and ${parsed}`))
  for (const [table, key] of ofRevisions) {
    parts.push(await tableParts(db, table, [...key], sql`revision = ${revision} and ${parsed}`))
  }
  for (const [table, key] of ofDuties) {
    const own = sql`duty in (select id from duties where revision = ${revision} and ${parsed})`
    parts.push(await tableParts(db, table, [...key], own))
  }
  return Object.assign({}, ...parts) as Parts
}

/** The bytes are digested by the database, so that a change to them shows without moving them here. */
async function fileParts(db: Db, revision: string): Promise<Parts> {
  const files = await sql<{ checksum: string; name: string; size: number; bytes: string }>`
    select checksum, name, size, encode(sha256(bytes), 'hex') as bytes from source_files
    where checksum in (select source from revision_texts where revision = ${revision})`.execute(db)
  return Object.fromEntries(files.rows.map((file) => [`source_files ${file.checksum}`, sha256(file)]))
}

import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { fetched } from './fetched.ts'
import type { InventedEntry } from './invented-entries.ts'
import { configOf, plainRow } from './plain-tables.ts'

/** The plain server takes the same entries by COPY, into a table with a text index. Resolves to seconds. */
export async function copyPlain(
  client: pg.ClientBase,
  folder: string,
  entries: readonly InventedEntry[],
): Promise<number> {
  const file = path.join(folder, 'plain.csv')
  const at = new Date().toISOString()
  const cell = (text: string | null) => (text === null ? '' : `"${text.replaceAll('"', '""')}"`)
  const list = (values: readonly unknown[]) => cell(`{${values.join(',')}}`)
  const lines = entries.map((entry) => {
    const row = plainRow(entry, at)
    const { id, changedAt, language, title, summary, organization, type, reach, status, starts, ends } = row
    return [
      ...[id, changedAt, language, title, summary, organization, type, reach, status, starts, ends].map(cell),
      ...[row.lines, row.sdgs, row.countries, row.years].map(list),
      ...[JSON.stringify(row.content), row.titleWords, row.words].map(cell),
    ].join(',')
  })
  fs.writeFileSync(file, lines.join('\n'))
  fs.chmodSync(file, 0o644)
  const text = configOf('language')
  await client.query(`
    create table copied (like entries);
    alter table copied drop column words, add column title_words text, add column body_words text,
      add column words tsvector generated always as
        (setweight(to_tsvector(${text}, title_words), 'A') || to_tsvector(${text}, body_words)) stored,
      add primary key (id);
    create index copied_words on copied using gin (words);
    create index copied_newest on copied (changed_at desc, id desc);`)
  const began = performance.now()
  await client.query(`
    copy copied (id, changed_at, language, title, summary, organization, type, reach, status, starts, ends, lines, sdgs, countries, years,
      content, title_words, body_words) from '${file}' with (format csv)`)
  const seconds = (performance.now() - began) / 1000
  await client.query('drop table copied')
  return seconds
}

export type Sent = { megabytes: number; perSecond: number }

/** Reads what a server sends to its end; bytes are counted and thrown away. */
export async function readAll(address: string): Promise<Sent> {
  const began = performance.now()
  const { bytes } = await fetched(address, {}, 'nothing')
  const seconds = (performance.now() - began) / 1000
  return { megabytes: bytes / 1e6, perSecond: bytes / 1e6 / seconds }
}

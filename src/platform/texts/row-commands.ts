import { sql, type Insertable } from 'kysely'
import type { Tables, Tx } from '../database/tables.ts'

const rowsAtOnce = 500

export function inChunks<One>(all: readonly One[], size = rowsAtOnce): One[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, chunk) =>
    all.slice(chunk * size, (chunk + 1) * size),
  )
}

export const putTexts = (tx: Tx, rows: Insertable<Tables['texts']>[]) =>
  put(tx, 'texts', ['kind', 'id', 'field'], rows)

export const putSegments = (tx: Tx, rows: Insertable<Tables['text_segments']>[]) =>
  put(tx, 'text_segments', ['kind', 'id', 'field', 'segment'], rows)

export const putTranslations = (tx: Tx, rows: Insertable<Tables['text_translations']>[]) =>
  put(tx, 'text_translations', ['kind', 'id', 'field', 'segment', 'language'], rows)

export const putLanguages = (tx: Tx, rows: Insertable<Tables['text_languages']>[]) =>
  put(tx, 'text_languages', ['kind', 'id', 'language'], rows)

type Name = 'texts' | 'text_segments' | 'text_translations' | 'text_languages'

/** Writes rows, new or changed. */
async function put<Table extends Name>(
  tx: Tx,
  table: Table,
  key: string[],
  rows: Insertable<Tables[Table]>[],
) {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !key.includes(column))
  const changes = sql.join(
    columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
  )
  const keys = sql.join(key.map((column) => sql.ref(column)))
  for (const some of inChunks(rows))
    await sql`${tx.insertInto(table).values(some)} on conflict (${keys}) do update set ${changes}`.execute(tx)
}

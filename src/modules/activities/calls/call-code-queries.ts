import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type Translated } from '#platform/languages.ts'
import type { Code } from '#platform/sheets/nearest-code.ts'
import { translationsOf, type Translations } from '#platform/texts/texts.ts'
import { publicCallStates, type CallState } from './call.ts'
import './tables.ts'

export type CallCodes = {
  /** All that a file may hold. */
  known: readonly Code[]
  /** Those that may be answered anew, the earliest cut-off first. */
  open: readonly Code[]
}

/**
 * Calls as files name them: open ones by id or title. A closed one is known by its id alone, so that what went out comes in again
 * and nobody is led to it by a slip of the pen.
 */
export async function callCodes(db: Db): Promise<CallCodes> {
  const found = await sql<{ id: string; state: CallState; translations: Translations }>`
    select c.id, c.state, ${translationsOf({ kind: 'call', id: sql`c.id` })} as translations
    from calls c where c.state = any(${[...publicCallStates]}::text[]) order by c.cut_off, c.id`.execute(db)
  const isOpen = ({ state }: { state: CallState }) => state === 'open'
  const open = found.rows
    .filter(isOpen)
    .map(({ id, translations }) => ({ code: id, labels: titles(translations) }))
  const closed = found.rows.filter((row) => !isOpen(row)).map(({ id }) => ({ code: id, labels: {} }))
  return { known: [...open, ...closed], open }
}

const titles = (translations: Translations): Translated =>
  Object.fromEntries(
    languageCodes.flatMap((code) => {
      const title = translations?.[code]?.['title']?.text
      return title ? [[code, title]] : []
    }),
  )

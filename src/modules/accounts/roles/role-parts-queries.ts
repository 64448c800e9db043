import { sql } from 'kysely'
import { tableParts, type Parts } from '#platform/content-digests.ts'
import type { Db } from '#platform/database/tables.ts'

/** One role as the history knows it. */
export const roleParts = (db: Db, id: string): Promise<Parts> =>
  tableParts(db, 'roles', ['id'], sql`id = ${id}`)

/** One invitation as the history knows it. */
export const invitationParts = (db: Db, id: string): Promise<Parts> =>
  tableParts(db, 'invitations', ['id'], sql`id = ${id}`)

import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { foundActivities } from '../finding/activity-source-queries.ts'
import { openEntry, type OpenEntry } from './open-entry.ts'

const atOnce = 500

/** Every public entry by its id, some at a time, so that memory does not grow with the register. */
export async function* everyEntry(
  db: Db,
  publicUrl: string,
  goesOn: () => boolean = () => true,
): AsyncGenerator<OpenEntry> {
  for (let after = '', isMore = true; isMore;) {
    if (!goesOn()) throw new Interrupted()
    const found = await foundActivities(db, sql`a.id > ${after}`, sql`a.id limit ${atOnce}`)
    for (const one of found) yield openEntry(one, publicUrl)
    after = found.at(-1)?.id ?? after
    isMore = found.length === atOnce
  }
}

/** The program is to stop: what was begun is given up, and made anew another time. */
export class Interrupted extends Error {
  constructor() {
    super('told to stop')
    this.name = 'Interrupted'
  }
}

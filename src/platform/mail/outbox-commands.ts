import type { Insertable } from 'kysely'
import type { Tables, Tx } from '../database/tables.ts'
import './tables.ts'

/** Adds a mail, unless its address has been told the same before. */
export async function keepMail(tx: Tx, mail: Insertable<Tables['outbox']>): Promise<void> {
  await tx
    .insertInto('outbox')
    .values(mail)
    .onConflict((conflict) => conflict.columns(['address', 'once']).doNothing())
    .execute()
}

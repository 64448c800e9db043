import type { Db } from '#platform/database/tables.ts'
import { addressOf } from '#platform/web/address.ts'
import { makeLink } from './mail-link-commands.ts'
import { confirmPerson, insertPerson, type NewPerson } from './person-commands.ts'
import { personByEmail } from './person-queries.ts'
import { signInPaths } from './sign-in-paths.ts'

const hoursOfFirstLink = 24

/**
 * An account without a mail, for whoever sits at the machine: they vouch for the address. Resolves to the person and to
 * the path of a link that signs them in once. Somebody who has an account already gets the link alone.
 */
export async function personWithLink(
  db: Db,
  given: NewPerson,
  at: Date,
): Promise<{ person: string; path: string; isNew: boolean }> {
  return db.transaction().execute(async (tx) => {
    const known = await personByEmail(tx, given.email)
    const person = known ?? (await insertPerson(tx, given, at))
    if (person === null) throw new Error(`nobody can be entered as ${given.email}`)
    await confirmPerson(tx, person.id, at)
    const { token } = await makeLink(tx, person.id, 'enter', at, hoursOfFirstLink * 60)
    const path = addressOf(given.language, signInPaths.openLink, { token })
    return { person: person.id, path, isNew: known === null }
  })
}

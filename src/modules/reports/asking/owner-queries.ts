import { allBodies, scopeNames } from '#modules/accounts/index.ts'
import { actionLines } from '#modules/frameworks/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { ownerScope } from '../sections/section.ts'

/** Whether a section can be given to it: a body, or the facilitators of a line. */
export const isKnownOwner = async (db: Db, owner: string): Promise<boolean> => {
  const scope = ownerScope(owner)
  return (await scopeNames(db, [scope])).has(scope)
}

/** All to whom a section can be given, as forms offer them. */
export async function knownOwners(db: Db): Promise<string[]> {
  const bodies = await allBodies(db)
  const lines = await actionLines(db)
  return [...bodies.map(({ id }) => id), ...lines.map(({ code }) => `action-line:${code}`)]
}

import type { Visit } from '#platform/web/visit.ts'
import { ownEntries } from '../activity-queries.ts'
import type { Activity } from '../activity.ts'

export const mostOwnEntries = 500

/** What somebody keeps, in the order in which it wants something of them. */
export async function ownEntryList({
  db,
  actor,
}: Visit): Promise<{ wanting: Activity[]; others: Activity[] }> {
  const all = await ownEntries(db, actor, mostOwnEntries)
  return { wanting: all.filter(wantsSomething), others: all.filter((one) => !wantsSomething(one)) }
}

/** Drafts to finish, what was sent back, what is to be confirmed. */
const wantsSomething = ({ state, returned }: Activity): boolean =>
  state === 'draft' || state === 'returned' || state === 'confirm-due' || returned !== null

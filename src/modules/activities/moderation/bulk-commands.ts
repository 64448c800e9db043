import type { Db } from '#platform/database/tables.ts'
import { Refusal } from '#platform/errors.ts'
import { Stale } from '#platform/web/form-resource.ts'
import type { By } from '../activity-commands.ts'
import { publishEntry, returnEntry, takeCare, type Returning } from './decision-commands.ts'
import type { BulkStep } from './verdict.ts'

/** An entry as it stood in the preview. */
export type Looked = { id: string; revision: number }

export const mostAtOnce = 200

/**
 * Takes one step with many entries, each in a transaction of its own. What has changed since it was looked at, or cannot be
 * done, is left out; what became of each stands in the history. Resolves to how many were done.
 */
export async function takeBulk(
  db: Db,
  { step, entries, ...by }: By & Returning & { step: BulkStep; entries: readonly Looked[] },
): Promise<number> {
  let done = 0
  for (const entry of entries.slice(0, mostAtOnce)) {
    try {
      if (await takeOne(db, step, { ...by, ...entry })) done += 1
    } catch (error) {
      // Somebody was faster, or it may not be done with this one: it stays as it is, and the others go on.
      if (!(error instanceof Stale) && !(error instanceof Refusal)) throw error
    }
  }
  return done
}

async function takeOne(db: Db, step: BulkStep, by: By & Returning & Looked): Promise<boolean> {
  if (step === 'publish') return !('issues' in (await publishEntry(db, by)))
  if (step === 'return') return !('issues' in (await returnEntry(db, by)))
  await takeCare(db, { ...by, moderator: step === 'take' ? by.actor.id : null })
  return true
}

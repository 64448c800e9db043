import { randomUUID } from 'node:crypto'
import { permit } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { lockActivity, note, type By } from '../activity-commands.ts'
import { activityRights } from '../activity-rights.ts'
import { asThing } from '../activity.ts'

/** Keeps what the secretariat notes for itself about an entry. The line of history says that, and nothing of the words. */
export const addNote = (
  db: Db,
  { actor, at, id, words }: By & { id: string; words: string },
): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    const activity = await lockActivity(tx, { actor }, id)
    permit(activityRights, 'moderate', actor, asThing(activity))
    if (words.trim() === '')
      return { issues: [{ field: 'words', key: 'form.value.wrong', rule: 'rule.required' }] }
    await tx
      .insertInto('activity_notes')
      .values({ id: randomUUID(), activity: id, author: actor.id, words: words.trim(), noted_at: at })
      .execute()
    await note(tx, id, { actor, at, act: 'note' })
    return { id }
  })

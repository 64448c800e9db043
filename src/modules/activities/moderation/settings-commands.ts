import { permit } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import type { By } from '../activity-commands.ts'
import { activityRights } from '../activity-rights.ts'

export type ActivitySettings = {
  /** Two people of the secretariat look at an entry before it is published. */
  secondPair: boolean
}

export async function activitySettings(db: Db): Promise<ActivitySettings> {
  const row = await db.selectFrom('activity_settings').select('second_pair').executeTakeFirst()
  return { secondPair: row?.second_pair ?? false }
}

/** What stays as it was makes no line of history. */
export const changeSettings = (db: Db, { actor, at, secondPair }: By & ActivitySettings): Promise<void> =>
  db.transaction().execute(async (tx) => {
    permit(activityRights, 'moderate', actor, { state: 'submitted' })
    const columns = { second_pair: secondPair, changed_at: at, changed_by: actor.id }
    const written = await tx
      .insertInto('activity_settings')
      .values(columns)
      .onConflict((on) =>
        on
          .column('only_one')
          .doUpdateSet(columns)
          .where('activity_settings.second_pair', 'is distinct from', secondPair),
      )
      .executeTakeFirst()
    if (Number(written.numInsertedOrUpdatedRows) === 0) return
    await record(
      tx,
      {
        act: 'activities.settings',
        subject: { kind: 'activity-settings', id: 'all' },
        actor: actor.id,
        facts: { secondPair: secondPair ? 'yes' : 'no' },
      },
      at,
    )
  })

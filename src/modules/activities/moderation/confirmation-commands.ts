import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { ModuleJob } from '#platform/module.ts'
import { dayOf } from '#platform/ui/format.ts'
import { sendLater } from '#platform/mail/outbox.ts'
import { change, type By } from '../activity-commands.ts'
import { asActivity } from '../activity-row.ts'
import { confirmMail } from './decision-mail-queries.ts'

/** What happens by rule, and by nobody's decision. */
const rule: Actor = {
  person: null,
  id: 'rule',
  name: null,
  standings: [{ role: 'secretariat', scope: null }],
}

const atOnce = 100

/** Every day: asks owners whether entries still hold, and archives those for which nobody has answered. */
export const confirmationJob: ModuleJob = {
  name: 'activities.confirm',
  cron: '20 3 * * *',
  at: 'one',
  run: async ({ db, now, isStopping }) => {
    while (!isStopping() && (await askOwners(db, now())) > 0);
    while (!isStopping() && (await archiveUnanswered(db, now())) > 0);
  },
}

/** Asks about those whose day has come, some at once; resolves to how many. */
export const askOwners = (db: Db, at: Date): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('activities')
      .selectAll()
      .where('state', '=', 'published')
      .where('confirm_on', '<=', dayOf(at))
      .orderBy('confirm_on')
      .orderBy('id')
      .limit(atOnce)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const activity of rows.map(asActivity)) {
      const line: By & { act: string } = { actor: rule, at, act: 'ask' }
      await change(tx, activity, { state: 'confirm-due' }, line)
      const mail = await confirmMail(tx, activity)
      if (mail !== null) await sendLater(tx, mail, at)
    }
    return rows.length
  })

/** Archives those that were asked about in vain. They stay readable, marked as what they are. */
export const archiveUnanswered = (db: Db, at: Date): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('activities')
      .selectAll()
      .where('state', '=', 'confirm-due')
      .where('archive_on', '<=', dayOf(at))
      .orderBy('archive_on')
      .orderBy('id')
      .limit(atOnce)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const activity of rows.map(asActivity)) {
      await change(
        tx,
        activity,
        { state: 'archived', confirm_on: null, archive_on: null },
        { actor: rule, at, act: 'archive' },
      )
    }
    return rows.length
  })

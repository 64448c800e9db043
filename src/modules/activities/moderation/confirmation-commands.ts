import type { Actor } from '#platform/access/actor.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { ModuleJob } from '#platform/module.ts'
import { dayOf } from '#platform/ui/format.ts'
import { sendLater } from '#platform/mail/outbox.ts'
import { change, lockActivity } from '../activity-commands.ts'
import { activityRights } from '../activity-rights.ts'
import { asActivity } from '../activity-row.ts'
import { activityWorkflow } from '../activity-workflow.ts'
import { asThing, type Activity } from '../activity.ts'
import { confirmMail } from './decision-mail-queries.ts'

/** What happens by rule, and by nobody's decision. */
const rule: Actor = {
  person: null,
  // What the history calls the platform itself.
  id: 'jobs',
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
    for (const activity of rows.map(asActivity)) await ask(tx, activity, at)
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
    for (const activity of rows.map(asActivity)) await archive(tx, activity, at)
    return rows.length
  })

/** Does to one entry what the rule does on its day. */
export const askOwner = (db: Db, id: string, at: Date): Promise<void> =>
  db.transaction().execute(async (tx) => ask(tx, await lockActivity(tx, { actor: rule }, id), at))

export const archiveByRule = (db: Db, id: string, at: Date): Promise<void> =>
  db.transaction().execute(async (tx) => archive(tx, await lockActivity(tx, { actor: rule }, id), at))

async function ask(tx: Tx, activity: Activity, at: Date): Promise<void> {
  const state = take(activityWorkflow, activityRights, 'ask', rule, asThing(activity))
  await change(tx, activity, { state }, { actor: rule, at, act: 'ask' })
  const mail = await confirmMail(tx, activity)
  if (mail !== null) await sendLater(tx, mail, at)
}

async function archive(tx: Tx, activity: Activity, at: Date): Promise<void> {
  const state = take(activityWorkflow, activityRights, 'archive', rule, asThing(activity))
  const columns = { state, confirm_on: null, archive_on: null }
  await change(tx, activity, columns, { actor: rule, at, act: 'archive' })
}

import type { ModuleJob } from '#platform/module.ts'
import { forgetOldLimits } from './limit-commands.ts'
import { forgetUnconfirmed } from './person-commands.ts'
import { forgetOver } from './session-commands.ts'

const daysToConfirm = 7

/** Every night: what nobody can use any more, and sign-ups that nobody has confirmed. */
export const forgetEntrances: ModuleJob = {
  name: 'accounts.forget-entrances',
  cron: '41 3 * * *',
  at: 'one',
  run: async ({ db }) => {
    // The clock of the library, as everywhere in sign-in.
    const now = new Date()
    await forgetOver(db, now)
    await forgetOldLimits(db)
    await forgetUnconfirmed(db, new Date(now.getTime() - daysToConfirm * 86_400_000))
  },
}

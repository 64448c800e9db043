import type { ModuleJob } from '#platform/module.ts'
import { forgetOldLimits } from './limit-commands.ts'
import { forgetUnconfirmed } from './person-commands.ts'
import { dayOf } from '#platform/ui/format.ts'
import { forgetEndedTokens } from '../tokens/token-commands.ts'
import { forgetOver } from './session-commands.ts'

const daysToConfirm = 7
const daysShownEnded = 30

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
    await forgetEndedTokens(db, dayOf(daysBefore(now, daysShownEnded)))
    await forgetUnconfirmed(db, daysBefore(now, daysToConfirm))
  },
}

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)

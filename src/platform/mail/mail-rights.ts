import { defineRights } from '../access/rights.ts'
import { mailStates } from './tables.ts'

/** The operator's part in mail. What a mail says is nobody's business, not even theirs. */
export const mailRights = defineRights({
  noun: 'mail',
  states: mailStates,
  actions: {
    list: { by: { administrator: 'any' } },
    'send-again': { by: { administrator: 'any' }, in: ['dead', 'kept'] },
    drop: { by: { administrator: 'any' }, in: ['waiting', 'dead', 'kept'] },
  },
})

/** So many kept mails are sent in one go, since each gets a line of history of its own. */
export const mostSentAtOnce = 500

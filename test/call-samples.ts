import { startCall, type NewCall } from '#modules/activities/calls/call-commands.ts'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'

/** A draft of a call, from October to the middle of November 2026; what is not given is usual. */
export async function newCall(db: Db, of: Partial<NewCall> = {}): Promise<string> {
  const made = await startCall(db, {
    actor: operator,
    at: new Date('2026-09-20T12:00:00Z'),
    language: 'en',
    opensOn: '2026-10-01',
    cutOff: '2026-11-15',
    remindDays: 14,
    words: { title: 'Tell us what you do', letter: 'Dear colleagues,\n\nPlease enter what you do.' },
    ...of,
  })
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  return made.id
}

import { takeCallStep } from '#modules/activities/calls/call-commands.ts'
import { has, operator } from '#platform/access/actor.ts'
import { newCall } from './call-samples.ts'
import type { Specimen, SpecimensOf } from './specimens.ts'
import { testDay, type TestSite } from './test-site.ts'

/** How the forms of calls are tested. */
export const callSpecimens: SpecimensOf = {
  noun: 'call',
  make: call,
  others: {
    make: 'concerns no call yet: calls.test.ts',
    'see-answers': 'no form: calls.test.ts',
  },
}

const at = new Date(`${testDay}T12:00:00Z`)

/** Made by the secretariat, to whom drafts alone are shown; what was discarded is shown to nobody. */
async function call({ db }: TestSite, state: string): Promise<Specimen> {
  const id = await newCall(db)
  const by = { actor: operator, at, id }
  if (state === 'discarded') await takeCallStep(db, 'discard', by)
  if (state === 'open' || state === 'closed') await takeCallStep(db, 'open', by)
  if (state === 'closed') await takeCallStep(db, 'close', by)
  return {
    state,
    parameters: { call: id, language: 'fr' },
    keepers: [],
    within: [],
    isSeenBy: (actor) =>
      state === 'open' ||
      state === 'closed' ||
      (state === 'draft' && (has(actor, 'secretariat') || has(actor, 'administrator'))),
  }
}

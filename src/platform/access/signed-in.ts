import type { Actor } from './actor.ts'
import { Forbidden } from './rights.ts'

/** The id of whoever is signed in; leads others to signing in. For what belongs to the person alone. */
export function signedIn(actor: Actor): string {
  if (actor.person !== null) return actor.person
  throw new Forbidden({
    allowed: false,
    why: 'signed-out',
    right: 'own.use',
    who: [{ role: 'person', reach: 'own' }],
    states: [],
    state: '',
  })
}

import { scopesOf, type Actor, type Scope } from '#platform/access/actor.ts'
import { maySee } from '#platform/access/visibility.ts'

/** Whether somebody works for the Union, so that drafts of all units are open to them. */
export const isStaff = (actor: Actor): boolean => maySee(actor, 'secretariat')

/** The units of the Union that somebody is a focal point of. */
export const unitsOf = (actor: Actor): Scope[] =>
  scopesOf(actor, 'focal-point').filter((scope) => scope.startsWith('body:'))

import type { Actor } from '#platform/access/actor.ts'
import { levelsSeenBy, type Visibility } from '#platform/access/visibility.ts'
import { dayOf } from '../occurrences/occurrence.ts'

/** What the states of duties depend on: the day on which one looks, and the records that one may see. */
export type Look = { today: string; levels: readonly Visibility[] }

/** A moment alone stands for what everybody sees then. */
export type When = Date | Look

export const lookOf = ({ actor, now }: { actor: Actor; now: Date }): Look => ({
  today: dayOf(now),
  levels: levelsSeenBy(actor),
})

export const asLook = (when: When): Look =>
  when instanceof Date ? { today: dayOf(when), levels: ['public'] } : when

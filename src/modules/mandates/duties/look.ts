import type { Actor } from '#platform/access/actor.ts'
import { levelsSeenBy, type Visibility } from '#platform/access/visibility.ts'
import type { Translate } from '#platform/messages.ts'
import { dayOf } from '../occurrences/occurrence.ts'

/** What the states of duties depend on: the day on which one looks, and the records that one may see. */
export type Look = {
  today: string
  levels: readonly Visibility[]
  /** The words of whoever looks, where names are made of them. */
  t?: Translate | undefined
}

/** A moment alone stands for what everybody sees then. */
export type When = Date | Look

export const lookOf = ({ actor, now, t }: { actor: Actor; now: Date; t?: Translate }): Look => ({
  today: dayOf(now),
  levels: levelsSeenBy(actor),
  t,
})

export const asLook = (when: When): Look =>
  when instanceof Date ? { today: dayOf(when), levels: ['public'] } : when

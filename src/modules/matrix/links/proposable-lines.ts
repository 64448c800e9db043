import type { Actor } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import { linkRights } from './link-rights.ts'
import { linkThing } from './link.ts'

/** The lines for which somebody may propose links. */
export const linesToPropose = (actor: Actor, lines: readonly string[]): string[] =>
  lines.filter((line) => may(linkRights, 'propose', actor, linkThing({ state: 'proposed', line })))

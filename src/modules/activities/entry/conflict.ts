import { z } from 'zod'
import type { Issue } from '#platform/errors.ts'
import { rule } from '#platform/web/problem.ts'
import type { EntryPart } from './entry-parts.ts'
import type { PartDifference } from './opened-on.ts'
import type { Section, Typed } from './sections/section.ts'

export const sides = ['mine', 'theirs'] as const

export type Side = (typeof sides)[number]

/** The field in which one chooses for one part; 'keep' alone is for all of them. */
export const choiceOf = (part: EntryPart): string => `keep-${part}`

/** The version on which the form was opened, as long as one decides between two texts. */
export const openedField = 'opened'

const longestVersion = 1000

/** The fields of a section, with those in which one decides after somebody else has changed it. */
export const withChoices = (section: Section): z.ZodObject =>
  section.fields.extend({
    [openedField]: z.string().max(longestVersion, rule('rule.short-text')).optional(),
    keep: z.enum(sides).optional(),
    ...Object.fromEntries(section.holds.map((part) => [`keep-${part}`, z.enum(sides).optional()])),
  })

/** What was chosen for each part that differs; an issue where nothing was. */
export function chosenSides(
  typed: Typed,
  differences: readonly PartDifference[],
): { issues: Issue[] } | { left: Set<EntryPart> } {
  const chosen = differences.map(({ part }) => ({ part, side: typed['keep'] ?? typed[choiceOf(part)] }))
  const issues = chosen
    .filter(({ side }) => side === undefined)
    .map(({ part }): Issue => ({ field: choiceOf(part), key: 'conflict.choose' }))
  if (issues.length > 0) return { issues }
  return { left: new Set(chosen.filter(({ side }) => side === 'theirs').map(({ part }) => part)) }
}

import type { Actor } from '#platform/access/actor.ts'
import { decide } from '#platform/access/rights.ts'
import type { Issue } from '#platform/errors.ts'
import { activityRights } from '../activity-rights.ts'
import { asThing, type Activity } from '../activity.ts'
import { missingFor } from '../uses.ts'
import type { ActivitySettings } from './settings-commands.ts'

/** Steps of the secretariat that can be taken with one entry or with many. */
export const bulkSteps = ['publish', 'return', 'take', 'leave'] as const

export type BulkStep = (typeof bulkSteps)[number]

/** What a step makes of an entry. */
export const effects = ['published', 'approved', 'returned', 'taken', 'left'] as const

export type Effect = (typeof effects)[number]

/** Why nothing can be made of it. 'second-pair': the first of two may not be the second; 'changed': it is not what was looked at. */
export const obstacles = ['role', 'own-work', 'state', 'missing', 'second-pair', 'changed'] as const

export type Obstacle = (typeof obstacles)[number]

export type Verdict = { effect: Effect } | { obstacle: Obstacle; issues: Issue[] }

/** What would become of an entry if somebody took this step now: what a preview says, and which buttons a page offers. */
export function verdictOf(
  step: BulkStep,
  activity: Activity,
  actor: Actor,
  { secondPair }: ActivitySettings,
): Verdict {
  const decision = decide(activityRights, rightOf(step, activity), actor, asThing(activity))
  if (!decision.allowed) return hindered(decision.why === 'signed-out' ? 'role' : decision.why)
  if (step === 'return') return { effect: 'returned' }
  if (step === 'take') return activity.moderator === actor.id ? hindered('state') : { effect: 'taken' }
  if (step === 'leave') return activity.moderator === null ? hindered('state') : { effect: 'left' }
  const issues = missingFor('stocktaking', { ...activity, hasContact: false })
  if (issues.length > 0) return { obstacle: 'missing', issues }
  if (!secondPair) return { effect: 'published' }
  if (activity.approvedBy === null) return { effect: 'approved' }
  return activity.approvedBy === actor.id ? hindered('second-pair') : { effect: 'published' }
}

/** The row of the rights table: an update of what is public is another step than a new entry. */
export function rightOf(step: BulkStep, { published }: Pick<Activity, 'published'>) {
  if (step === 'take' || step === 'leave') return 'moderate'
  if (step === 'publish') return published === null ? 'publish' : 'publish-update'
  return published === null ? 'return' : 'return-update'
}

const hindered = (obstacle: Obstacle): Verdict => ({ obstacle, issues: [] })

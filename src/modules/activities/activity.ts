import type { Actor, Scope } from '#platform/access/actor.ts'
import { scopesOf } from '#platform/access/actor.ts'
import type { Thing } from '#platform/access/rights.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { newShortId } from '#platform/short-id.ts'
import type { ActivityContent } from './content.ts'

/** The life of an entry, after annex B of the dossier; 'merged' and 'discarded' end it. */
export const activityStates = [
  'draft',
  'submitted',
  'returned',
  'published',
  'update-pending',
  'confirm-due',
  'archived',
  'merged',
  'discarded',
] as const

export type ActivityState = (typeof activityStates)[number]

/** Those in which the public reads an entry. */
export const publicStates = ['published', 'update-pending', 'confirm-due', 'archived'] as const

/** What is archived can still be read, and counts no more. */
export const currentStates = publicStates.filter((state) => state !== 'archived')

export const isPublicState = (state: ActivityState): boolean =>
  (publicStates as readonly string[]).includes(state)

export const licences = [
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC0-1.0',
  'CC-BY-3.0-IGO',
  'all-rights-reserved',
] as const

export type Licence = (typeof licences)[number]

/** Why an entry was sent back: codes that the messages word in six languages, and words of the moderator. */
export type Returned = { reasons: ReturnReason[]; words: string }

export const returnReasons = [
  'incomplete',
  'unclear',
  'not-wsis',
  'wrong-tags',
  'dates',
  'duplicate',
  'promotional',
  'organization-unconfirmed',
  'personal-data',
  'rights-of-others',
  'language',
] as const

export type ReturnReason = (typeof returnReasons)[number]

/** An entry as it is stored. Instants as such; days as year-month-day. */
export type Activity = {
  id: string
  state: ActivityState
  organization: string | null
  contributor: string
  language: LanguageCode
  externalKey: string | null
  content: ActivityContent
  published: ActivityContent | null
  publishedRevision: number | null
  publishedOrganization: string | null
  publishedLanguage: LanguageCode | null
  revision: number
  createdAt: Date
  updatedAt: Date
  submittedAt: Date | null
  firstPublishedAt: Date | null
  changedAt: Date | null
  confirmedAt: Date | null
  confirmOn: string | null
  archiveOn: string | null
  returned: Returned | null
  approvedBy: string | null
  moderator: string | null
  mergedInto: string | null
  call: string | null
  licence: Licence
  import: string | null
  isExample: boolean
}

/** What the rights table asks about an entry: who keeps it, and the organization that it is of. */
export const asThing = (
  activity: Pick<Activity, 'state' | 'contributor' | 'organization' | 'publishedOrganization'>,
): Thing<ActivityState> => ({
  state: activity.state,
  owners: [activity.contributor],
  within: [activity.organization, activity.publishedOrganization]
    .filter((id) => id !== null)
    .map((id) => organizationScope(id)),
})

export const organizationScope = (id: string): Scope => `organization:${id}`

/** Organizations for which somebody may enter activities. */
export const organizationsOf = (actor: Actor): string[] => [
  ...new Set(
    (['representative', 'focal-point'] as const)
      .flatMap((role) => scopesOf(actor, role))
      .filter((scope) => scope.startsWith('organization:'))
      .map((scope) => scope.slice('organization:'.length)),
  ),
]

export const newActivityId = newShortId

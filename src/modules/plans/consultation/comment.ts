import { z } from 'zod'
import type { Thing } from '#platform/access/rights.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Plan } from '../plan.ts'
import { dayIn } from '../progress/period.ts'

/** Published at once; the place of one that was set aside or withdrawn remains. */
export const commentStates = ['published', 'set-aside', 'withdrawn'] as const

export type CommentState = (typeof commentStates)[number]

/** Why the secretariat sets one aside. */
export const asideReasons = ['off-topic', 'offensive', 'personal-data', 'advertising', 'repeated'] as const

export type AsideReason = (typeof asideReasons)[number]

/** What those who lead the plan make of a comment. */
export const dispositions = ['accepted', 'accepted-in-part', 'noted', 'not-accepted'] as const

export type Disposition = (typeof dispositions)[number]

/** What is written of a comment: by its author, and by those who answer. */
export const commentFields = ['text', 'reply'] as const

export type CommentField = (typeof commentFields)[number]

export const commentLetters = 5000

/** How many comments one person makes on one plan within a day. */
export const mostCommentsInADay = 50

/** How many comments there are, and how many of them wait for a disposition. */
export type CommentFigures = { all: number; waiting: number }

/** The same with the last day on which more are taken; null where none are. */
export const standingShape = z.object({
  all: z.int().nonnegative(),
  waiting: z.int().nonnegative(),
  openUntil: z.iso.date().nullable(),
})

export type CommentStanding = z.infer<typeof standingShape>

export const standingOf = (
  plan: Pick<Plan, 'state' | 'commentsUntil' | 'zone'>,
  { all, waiting }: CommentFigures,
  now: Date,
): CommentStanding => ({ all, waiting, openUntil: isOpenForComments(plan, now) ? plan.commentsUntil : null })

/** A comment as it is stored. */
export type Comment = {
  id: string
  plan: string
  /** Null: on the plan as a whole. */
  item: string | null
  author: string
  organization: string | null
  named: boolean
  language: LanguageCode
  state: CommentState
  reason: AsideReason | null
  disposition: Disposition | null
  replyLanguage: LanguageCode | null
  disposedAt: Date | null
  revision: number
  commentedAt: Date
  updatedAt: Date
}

/** Comments are taken to the end of the last day where the plan is kept. */
export const isOpenForComments = (
  { state, commentsUntil, zone }: Pick<Plan, 'state' | 'commentsUntil' | 'zone'>,
  now: Date,
): boolean => state === 'consultation' && commentsUntil !== null && dayIn(zone, now) <= commentsUntil

/** What the rights table asks about a comment. */
export const commentThing = ({ state, author }: Pick<Comment, 'state' | 'author'>): Thing<CommentState> => ({
  state,
  owners: [author],
})

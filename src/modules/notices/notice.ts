import type { Translated } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'

/** How one hears of something: a mail of its own, one mail a day, or only on one's own page. */
export const ways = ['at-once', 'digest', 'page'] as const

export type Way = (typeof ways)[number]

/** All kinds of notices, with how one hears of them unless one chooses otherwise. A digest is the rule. */
export const noticeKinds = {
  'duties.due': 'digest',
  'duties.evidence': 'digest',
  'duties.contested': 'at-once',
  'duties.owners': 'digest',
  'duties.to-verify': 'digest',
  'mandates.import': 'digest',
  'mandates.pairing': 'digest',
  'plans.comments': 'digest',
  'plans.own-comments': 'digest',
  'plans.reports': 'digest',
  'reports.sections': 'at-once',
  'reports.clearance': 'at-once',
  'reports.talk': 'digest',
  'accounts.claims': 'digest',
  'accounts.roles': 'at-once',
} as const satisfies Record<string, Way>

export type NoticeKind = keyof typeof noticeKinds

/** What each kind is called. */
export const kindWords = {
  'duties.due': 'notice-kind.duties.due',
  'duties.evidence': 'notice-kind.duties.evidence',
  'duties.contested': 'notice-kind.duties.contested',
  'duties.owners': 'notice-kind.duties.owners',
  'duties.to-verify': 'notice-kind.duties.to-verify',
  'mandates.import': 'notice-kind.mandates.import',
  'mandates.pairing': 'notice-kind.mandates.pairing',
  'plans.comments': 'notice-kind.plans.comments',
  'plans.own-comments': 'notice-kind.plans.own-comments',
  'plans.reports': 'notice-kind.plans.reports',
  'reports.sections': 'notice-kind.reports.sections',
  'reports.clearance': 'notice-kind.reports.clearance',
  'reports.talk': 'notice-kind.reports.talk',
  'accounts.claims': 'notice-kind.accounts.claims',
  'accounts.roles': 'notice-kind.accounts.roles',
} as const satisfies Record<NoticeKind, MessageKey>

export const isNoticeKind = (text: string): text is NoticeKind => Object.hasOwn(noticeKinds, text)

/** What the words of a notice are filled with; everybody reads it in their language. */
export type Fact =
  | string
  | number
  | { text: Translated }
  | { day: string }
  | { words: MessageKey; values?: Record<string, string | number> }

export type Facts = Record<string, Fact>

/** What one person is to be told. */
export type Told = {
  person: string
  kind: NoticeKind
  words: MessageKey
  facts: Facts
  path: string
  /** The same person is never told the same `once` twice. */
  once: string
}

export type Notice = {
  id: string
  kind: NoticeKind
  words: MessageKey
  facts: Facts
  path: string
  at: Date
  isRead: boolean
}

/** On which days before a due date its owners are reminded; after the last day once more. */
export const daysBefore = [60, 14, 1] as const

export type Reminder = { step: number | 'past' }

/**
 * The reminder that a due date calls for on a day, or none: the nearest step that is reached. `ends` is the last day
 * of the due date, both as 'year-month-day'.
 */
export function reminderOf(
  ends: string,
  today: string,
  stepsBefore: readonly number[] = daysBefore,
): Reminder | null {
  const days = Math.round((Date.parse(ends) - Date.parse(today)) / 86_400_000)
  if (days < 0) return days >= -pastDays ? { step: 'past' } : null
  const step = stepsBefore.toReversed().find((before) => days <= before)
  return step === undefined ? null : { step }
}

/** Whoever becomes an owner later is not reminded of what was due long before. */
const pastDays = 30

import type { Thing } from '#platform/access/rights.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { draftStates, type Report, type ReportState } from '../report.ts'
import { sectionThing, type Section } from '../sections/section.ts'
import { replacedIn, withoutReturns } from './anchor.ts'

/** A comment is settled when what it asks for is done, or will not be. */
export const commentStates = ['open', 'settled'] as const

export type CommentState = (typeof commentStates)[number]

export const suggestionStates = ['open', 'accepted', 'rejected', 'withdrawn'] as const

export type SuggestionState = (typeof suggestionStates)[number]

export type Comment = {
  id: string
  report: string
  section: string
  language: LanguageCode
  /** The words that it is about; null: the whole section. */
  quote: string | null
  text: string
  author: string
  state: CommentState
  settledBy: string | null
  settledAt: Date | null
  revision: number
  commentedAt: Date
}

export type Reply = { id: string; comment: string; text: string; author: string; repliedAt: Date }

/** Another wording that somebody proposes. */
export type Suggestion = {
  id: string
  report: string
  section: string
  language: LanguageCode
  /** Which paragraph it was, from 0; null: the whole text. */
  place: number | null
  before: string
  after: string
  why: string | null
  author: string
  state: SuggestionState
  decidedBy: string | null
  decidedAt: Date | null
  reason: string | null
  revision: number
  suggestedAt: Date
}

export const talkLetters = { quote: 1000, text: 5000 } as const

/** What is still open of one section. */
export type TalkFigures = { comments: number; suggestions: number }

export const nothingOpen: TalkFigures = { comments: 0, suggestions: 0 }

const spokenOf: readonly ReportState[] = draftStates.filter((state) => state !== 'planned')

/** From the day on which sections are asked for until the report is frozen. */
export const isOpenForTalk = ({ state }: Pick<Report, 'state'>): boolean => spokenOf.includes(state)

type In = { report: Pick<Report, 'lead'>; section: Section }

/** What the rights table asks: whoever said it keeps it, and it is within what its section is within. */
export const commentThing = (
  { state, author }: Pick<Comment, 'state' | 'author'>,
  { report, section }: In,
): Thing<CommentState> => ({
  state,
  owners: [author],
  within: sectionThing(section, report).within ?? [],
})

export const suggestionThing = (
  { state, author }: Pick<Suggestion, 'state' | 'author'>,
  { report, section }: In,
): Thing<SuggestionState> => ({
  state,
  owners: [author],
  within: sectionThing(section, report).within ?? [],
})

/** What a text becomes with a suggestion; null when what it replaces has changed since. */
export function textWith(
  { place, before, after }: Pick<Suggestion, 'place' | 'before' | 'after'>,
  text: string,
): string | null {
  if (place !== null) return replacedIn(text, { place, before, after })
  return withoutReturns(text) === before ? after : null
}

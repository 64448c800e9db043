import { z } from 'zod'
import { actorNames } from '#modules/accounts/index.ts'
import { may } from '#platform/access/rights.ts'
import { openSteps } from '#platform/access/workflow.ts'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { actorWords } from '#platform/past/timeline.ts'
import { codedShape, named, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Report } from '../report.ts'
import type { Section } from '../sections/section.ts'
import { placeOfQuote, type Standing } from './anchor.ts'
import { commentSteps, commentWorkflow } from './comment-workflow.ts'
import { suggestionSteps, suggestionWorkflow } from './suggestion-workflow.ts'
import { repliesTo, textsNow } from './talk-queries.ts'
import { commentRights, suggestionRights } from './talk-rights.ts'
import {
  commentThing,
  isOpenForTalk,
  suggestionThing,
  textWith,
  type Comment,
  type Reply,
  type Suggestion,
} from './talk.ts'

export const talkKinds = ['comment', 'suggestion'] as const
export const talkStates = ['open', 'settled', 'accepted', 'rejected', 'withdrawn'] as const
const standings = ['there', 'changed', 'gone'] as const satisfies readonly Standing[]

/** What somebody said of a section: a comment with its answers, or another wording with what became of it. */
export const talkShape = z.object({
  kind: z.enum(talkKinds),
  id: z.string(),
  report: z.string(),
  section: z.object({ id: z.string(), code: z.string(), name: saidShape }),
  /** Which text of the section it is about. */
  language: z.enum(languageCodes),
  state: codedShape(talkStates),
  /** By name where the reader may know it, else by role. */
  by: z.string(),
  at: z.iso.datetime(),
  /** The words that a comment is about; the paragraph or text that a suggestion replaces. Null: the whole section. */
  quote: z.string().nullable(),
  /** Where that stands now: as it was, in a paragraph that was edited since, or nowhere. */
  standing: z.enum(standings).nullable(),
  /** Which paragraph of the text that is now, from 1. */
  paragraph: z.int().nullable(),
  /** What is said; of a suggestion why. */
  text: z.string().nullable(),
  /** The proposed wording. */
  after: z.string().nullable(),
  replies: z.array(z.object({ by: z.string(), at: z.iso.datetime(), text: z.string() })),
  settled: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string().nullable() }).nullable(),
  steps: z.array(z.enum([...commentSteps, ...suggestionSteps])),
  mayReply: z.boolean(),
  revision: z.int(),
})

export type TalkRecord = z.infer<typeof talkShape>

export const talkStateKeys = {
  open: 'state.report-comment.open',
  settled: 'state.report-comment.settled',
  accepted: 'state.report-suggestion.accepted',
  rejected: 'state.report-suggestion.rejected',
  withdrawn: 'state.report-suggestion.withdrawn',
} as const satisfies Record<(typeof talkStates)[number], MessageKey>

type Talk = { comments: readonly Comment[]; suggestions: readonly Suggestion[] }
type Around = { report: Report; sections: readonly Section[] }

/** All that was said of the sections of one report, the latest first: a fixed number of questions, however much it is. */
export async function talkRecords(
  visit: Visit,
  { comments, suggestions }: Talk,
  { report, sections }: Around,
): Promise<TalkRecord[]> {
  const { db } = visit
  const replies = await repliesTo(
    db,
    comments.map(({ id }) => id),
  )
  const texts = await textsNow(
    db,
    [...comments, ...suggestions].map(({ section }) => section),
  )
  const by = await namesOf(visit, [
    ...comments.flatMap((one) => [did(one.author, one.commentedAt), did(one.settledBy, one.settledAt)]),
    ...suggestions.flatMap((one) => [did(one.author, one.suggestedAt), did(one.decidedBy, one.decidedAt)]),
    ...[...replies.values()].flat().map((one) => did(one.author, one.repliedAt)),
  ])
  const known = new Map(sections.map((section) => [section.id, section]))
  const reader = { visit, report, by, texts }
  return [
    ...comments.flatMap((comment) => {
      const section = known.get(comment.section)
      return section === undefined
        ? []
        : [commentRecord(reader, { comment, section, replies: replies.get(comment.id) ?? [] })]
    }),
    ...suggestions.flatMap((suggestion) => {
      const section = known.get(suggestion.section)
      return section === undefined ? [] : [suggestionRecord(reader, { suggestion, section })]
    }),
  ].toSorted((one, other) => (one.at < other.at ? 1 : Number(one.at > other.at) * -1))
}

type Did = { actor: string; at: Date }

const did = (actor: string | null, at: Date | null): Did[] =>
  actor === null || at === null ? [] : [{ actor, at }]

/** Who did what, by name or role. */
async function namesOf(visit: Visit, all: readonly Did[][]): Promise<(one: Did) => string> {
  const lines = all.flat()
  const whoIs = await actorNames(visit, lines)
  return (line) => actorWords(visit.t, line.actor, whoIs(line))
}

type TalkReader = {
  visit: Visit
  report: Report
  by: (one: Did) => string
  texts: Awaited<ReturnType<typeof textsNow>>
}

function commentRecord(
  { visit, report, by, texts }: TalkReader,
  { comment, section, replies }: { comment: Comment; section: Section; replies: readonly Reply[] },
): TalkRecord {
  const { author, commentedAt, settledBy, settledAt, quote, language } = comment
  const found = quote === null ? null : placeOfQuote(quote, texts(section.id, language).paragraphs)
  const thing = commentThing(comment, { report, section })
  const isOpen = isOpenForTalk(report)
  return {
    kind: 'comment',
    ...common(visit, 'comment', comment, section),
    by: by({ actor: author, at: commentedAt }),
    at: commentedAt.toISOString(),
    quote,
    standing: found?.standing ?? null,
    paragraph: found === null || found.place === null ? null : found.place + 1,
    text: comment.text,
    after: null,
    replies: replies.map(({ author: actor, repliedAt: at, text }) => ({
      by: by({ actor, at }),
      at: at.toISOString(),
      text,
    })),
    settled:
      settledBy === null || settledAt === null
        ? null
        : { by: by({ actor: settledBy, at: settledAt }), at: settledAt.toISOString(), reason: null },
    steps: isOpen ? openSteps(commentWorkflow, commentRights, visit.actor, thing) : [],
    mayReply: isOpen && may(commentRights, 'reply', visit.actor, thing),
  }
}

function suggestionRecord(
  { visit, report, by, texts }: TalkReader,
  { suggestion, section }: { suggestion: Suggestion; section: Section },
): TalkRecord {
  const { author, suggestedAt, decidedBy, decidedAt, place, before, language, state } = suggestion
  const { text, paragraphs } = texts(section.id, language)
  const isThere = textWith(suggestion, text) !== null
  const at = place === null ? undefined : paragraphs.find((one) => one.text === before)
  const thing = suggestionThing(suggestion, { report, section })
  const steps = openSteps(suggestionWorkflow, suggestionRights, visit.actor, thing)
  return {
    kind: 'suggestion',
    ...common(visit, 'suggestion', suggestion, section),
    by: by({ actor: author, at: suggestedAt }),
    at: suggestedAt.toISOString(),
    quote: before,
    standing: state === 'open' ? (isThere ? 'there' : 'gone') : null,
    paragraph: state === 'open' && at !== undefined ? at.place + 1 : null,
    text: suggestion.why,
    after: suggestion.after,
    replies: [],
    settled:
      decidedBy === null || decidedAt === null
        ? null
        : {
            by: by({ actor: decidedBy, at: decidedAt }),
            at: decidedAt.toISOString(),
            reason: suggestion.reason,
          },
    steps: steps.filter((step) => step !== 'accept' || isThere),
    mayReply: false,
  }
}

/** What is open is worded in agreement with what it is. */
const stateKeyOf = (kind: (typeof talkKinds)[number], state: (typeof talkStates)[number]): MessageKey =>
  kind === 'suggestion' && state === 'open' ? 'state.report-suggestion.open' : talkStateKeys[state]

const common = (
  visit: Visit,
  kind: (typeof talkKinds)[number],
  {
    id,
    report,
    language,
    state,
    revision,
  }: Pick<Comment | Suggestion, 'id' | 'report' | 'language' | 'state' | 'revision'>,
  section: Section,
) => ({
  id,
  report,
  section: { id: section.id, code: section.code, name: named(visit, section.name, section.code) },
  language,
  state: { code: state, label: visit.t(stateKeyOf(kind, state)) },
  revision,
})

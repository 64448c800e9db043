import { z } from 'zod'
import type { Tx } from '#platform/database/tables.ts'
import { notFound } from '#platform/errors.ts'
import { isLanguageCode } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import type { Given, Written } from '#platform/web/api/api-resource.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reportPaths } from '../paths.ts'
import { reasonText } from '../report-fields.ts'
import { sectionLetters } from '../sections/section.ts'
import { makeCommentIn, replyToCommentIn, takeCommentStepIn } from './comment-commands.ts'
import { commentSteps, type CommentStep } from './comment-workflow.ts'
import { suggestIn, takeSuggestionStepIn } from './suggestion-commands.ts'
import { suggestionSteps, type SuggestionStep } from './suggestion-workflow.ts'
import { textsNow } from './talk-queries.ts'
import { readTalk, talkPageShape, type TalkPageRecord } from './talk-routes.ts'
import { talkLetters } from './talk.ts'

const text = z.string().trim().min(1, rule('rule.required')).max(talkLetters.text, rule('rule.text-5000'))

const newSuggestion = z.strictObject({
  paragraph: z
    .int()
    .min(1)
    .nullable()
    .default(null)
    .describe('Which paragraph, from 1; null: the whole text.'),
  before: z
    .string()
    .max(sectionLetters)
    .optional()
    .describe('The paragraph as it was read, so that no other is replaced.'),
  after: z.string().max(sectionLetters, rule('rule.section-text')),
  why: z.string().max(talkLetters.text, rule('rule.text-5000')).default(''),
})

const by = (visit: Visit) => ({ actor: visit.actor, at: visit.now })

/** What programs say of drafts, and what becomes of it, by the commands of the forms. */
export function talkApi(site: Site): void {
  site.api.write({
    method: 'POST',
    path: reportPaths.newComment(':section', ':language'),
    name: 'api-new-report-comment',
    summary: 'Comments on a section of a report, or on some words of its text in one language.',
    right: 'report-comment.make',
    body: z.strictObject({
      quote: z
        .string()
        .max(talkLetters.quote, rule('rule.text-1000'))
        .default('')
        .describe('Words of the text; empty: the whole section.'),
      text,
    }),
    shape: talkPageShape,
    example: { quote: 'many lamps', text: 'How many?' },
    precondition: 'none',
    act: async (tx, visit, { body, parameters }) => {
      const { section = '', language = '' } = parameters
      if (!isLanguageCode(language)) throw notFound()
      const made = await makeCommentIn(tx, { ...by(visit), section, language, ...body })
      return 'issues' in made ? made : madeNow(tx, visit, 'comment', made.id)
    },
  })
  site.api.write({
    method: 'POST',
    path: reportPaths.newSuggestion(':section', ':language'),
    name: 'api-new-report-suggestion',
    summary: 'Proposes another wording of a paragraph, or of the whole text of a section in one language.',
    right: 'report-suggestion.make',
    body: newSuggestion,
    shape: talkPageShape,
    example: { paragraph: 1, after: 'There are 12 lamps.', why: 'Say how many.' },
    precondition: 'optional',
    act: suggestOne,
  })
  stepWrites(site)
}

async function suggestOne(
  tx: Tx,
  visit: Visit,
  { body, parameters, revision }: Given<z.infer<typeof newSuggestion>>,
): Promise<Written<TalkPageRecord>> {
  const { section = '', language = '' } = parameters
  if (!isLanguageCode(language)) throw notFound()
  const { paragraph, before, after, why } = body
  const asked = { ...by(visit), section, language, after, why, revision }
  if (paragraph === null) {
    const made = await suggestIn(tx, { ...asked, paragraph: null })
    return 'issues' in made ? made : madeNow(tx, visit, 'suggestion', made.id)
  }
  const { paragraphs } = (await textsNow(tx, [section]))(section, language)
  const there = paragraphs[paragraph - 1]?.text
  const place = { place: paragraph - 1, before: before ?? there ?? '' }
  const made = await suggestIn(tx, { ...asked, paragraph: place })
  return 'issues' in made ? made : madeNow(tx, visit, 'suggestion', made.id)
}

function stepWrites(site: Site): void {
  site.api.write({
    method: 'POST',
    path: reportPaths.reply(':comment'),
    name: 'api-report-comment-reply',
    summary: 'Answers a comment.',
    right: 'report-comment.reply',
    body: z.strictObject({ text }),
    shape: talkPageShape,
    example: { text: 'Twelve.' },
    precondition: 'none',
    act: async (tx, visit, { body, parameters }) => {
      const id = parameters['comment'] ?? ''
      await replyToCommentIn(tx, { ...by(visit), id, ...body })
      return talkNow(tx, visit, 'comment', id)
    },
  })
  site.api.write({
    method: 'POST',
    path: `${reportPaths.comment(':comment')}/steps`,
    name: 'api-report-comment-step',
    summary: 'Settles a comment, or opens it again.',
    right: 'report-comment.settle',
    body: z.strictObject({ step: z.enum(commentSteps as [CommentStep, ...CommentStep[]]) }),
    shape: talkPageShape,
    example: { step: 'settle' },
    precondition: 'optional',
    act: async (tx, visit, { body, parameters, revision }) => {
      const id = parameters['comment'] ?? ''
      await takeCommentStepIn(tx, body.step, { ...by(visit), id, revision })
      return talkNow(tx, visit, 'comment', id)
    },
  })
  site.api.write({
    method: 'POST',
    path: `${reportPaths.suggestion(':suggestion')}/steps`,
    name: 'api-report-suggestion-step',
    summary: 'Takes a proposed wording into the text, rejects it with a reason, or withdraws it.',
    right: 'report-suggestion.accept',
    body: z.strictObject({
      step: z.enum(suggestionSteps as [SuggestionStep, ...SuggestionStep[]]),
      reason: reasonText.min(1).optional(),
    }),
    shape: talkPageShape,
    example: { step: 'reject', reason: 'The number is in the table.' },
    precondition: 'optional',
    act: async (tx, visit, { body, parameters, revision }) => {
      const id = parameters['suggestion'] ?? ''
      const asked = { ...by(visit), id, revision, reason: body.reason }
      const { issues } = await takeSuggestionStepIn(tx, body.step, asked)
      return issues.length > 0 ? { issues } : talkNow(tx, visit, 'suggestion', id)
    },
  })
}

async function talkNow(tx: Tx, visit: Visit, kind: 'comment' | 'suggestion', id: string) {
  const body = await readTalk({ ...visit, db: tx }, kind, id)
  if (body === null) throw notFound()
  return { status: 200 as const, body, revision: body.revision }
}

const madeNow = async (tx: Tx, visit: Visit, kind: 'comment' | 'suggestion', id: string) => ({
  ...(await talkNow(tx, visit, kind, id)),
  status: 201 as const,
  location: reportPaths[kind](id),
})

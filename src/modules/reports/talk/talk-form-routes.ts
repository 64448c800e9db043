import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { Refusal } from '#platform/errors.ts'
import { isLanguageCode, type LanguageCode } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reportPaths } from '../paths.ts'
import { reasonText } from '../report-fields.ts'
import { seesDraftOf } from '../report-queries.ts'
import { sectionInReport, type SectionInReport } from '../sections/section-routes.ts'
import { sectionLetters } from '../sections/section.ts'
import type { Paragraph } from './anchor.ts'
import { makeComment, replyToComment, takeCommentStep } from './comment-commands.ts'
import { commentSteps, type CommentStep } from './comment-workflow.ts'
import { newCommentPage, newSuggestionPage, replyPage, talkStepPage } from './pages/talk-form-pages.ts'
import { suggest, takeSuggestionStep } from './suggestion-commands.ts'
import { suggestionSteps, type SuggestionStep } from './suggestion-workflow.ts'
import { commentById, suggestionById, textsNow } from './talk-queries.ts'
import { commentRights, suggestionRights } from './talk-rights.ts'
import { readTalk, type TalkPageRecord } from './talk-routes.ts'
import { commentThing, isOpenForTalk, suggestionThing, talkLetters } from './talk.ts'

const saidText = z.string().max(talkLetters.text, rule('rule.text-5000'))

/** A text of a section, and the paragraph that the address names. */
export type TalkedOn = SectionInReport & {
  language: LanguageCode
  text: string
  paragraph: Paragraph | null
}

/** Comments are made, answered and settled; wordings proposed, taken, rejected and withdrawn. */
export function talkFormRoutes(site: Site): void {
  newCommentRoute(site)
  newSuggestionRoute(site)
  replyRoute(site)
  for (const step of commentSteps) commentStepRoute(site, step)
  for (const step of suggestionSteps) suggestionStepRoute(site, step)
}

const newCommentRoute = (site: Site): void =>
  site.form({
    path: reportPaths.newComment(':section', ':language'),
    name: 'new-report-comment',
    summary: 'Comments on a section of a report that is being written, or on some words of it.',
    right: 'report-comment.make',
    fields: z.strictObject({
      quote: z.string().max(talkLetters.quote, rule('rule.text-1000')).optional(),
      text: saidText,
    }),
    read: (visit, parameters) => talkedOn(visit, parameters, 'comment'),
    page: newCommentPage,
    act: async ({ db, actor, now: at }, { section: { id }, language }, { fields }) => {
      const { quote = '', text } = fields
      const made = await makeComment(db, { actor, at, section: id, language, quote, text })
      return 'issues' in made ? made : { to: reportPaths.comment(made.id), done: 'reports.talk.done' }
    },
  })

const newSuggestionRoute = (site: Site): void =>
  site.form({
    path: reportPaths.newSuggestion(':section', ':language'),
    name: 'new-report-suggestion',
    summary: 'Proposes another wording of a paragraph, or of the whole text of a section in one language.',
    right: 'report-suggestion.make',
    fields: z.strictObject({
      place: z.string().max(6, rule('rule.code')).optional(),
      before: z.string().max(sectionLetters, rule('rule.section-text')).optional(),
      after: z.string().max(sectionLetters, rule('rule.section-text')).optional(),
      why: saidText.optional(),
    }),
    read: (visit, parameters) => talkedOn(visit, parameters, 'suggestion'),
    page: newSuggestionPage,
    act: async ({ db, actor, now: at }, { section: { id }, language }, { fields, version }) => {
      const { place = '', before = '', after = '', why = '' } = fields
      const isParagraph = /^\d+$/.test(place)
      const made = await suggest(db, {
        ...{ actor, at, section: id, language, after, why },
        paragraph: isParagraph ? { place: Number(place), before: before.replaceAll(/\r\n?/g, '\n') } : null,
        revision: isParagraph || version === null ? undefined : Number(version),
      })
      return 'issues' in made ? made : { to: reportPaths.suggestion(made.id), done: 'reports.talk.done' }
    },
  })

/** The text of an address for whoever may speak of it, with the paragraph that `?paragraph=` names, from 1. */
async function talkedOn(
  visit: Visit,
  parameters: PathParameters,
  kind: 'comment' | 'suggestion',
): Promise<TalkedOn | null> {
  const { language = '' } = parameters
  const found = isLanguageCode(language) ? await draftSection(visit, parameters) : null
  if (found === null || !isLanguageCode(language)) return null
  const thing = { state: 'open' as const, author: visit.actor.id }
  if (kind === 'comment') permit(commentRights, 'make', visit.actor, commentThing(thing, found))
  else permit(suggestionRights, 'make', visit.actor, suggestionThing(thing, found))
  if (!isOpenForTalk(found.report)) throw new Refusal(409, 'reports.talk.closed')
  const { text, paragraphs } = (await textsNow(visit.db, [found.section.id]))(found.section.id, language)
  const asked = Number(visit.query.get('paragraph') ?? 0)
  return { ...found, language, text, paragraph: paragraphs[asked - 1] ?? null }
}

/** A section whose draft the reader sees, or saw. */
async function draftSection(visit: Visit, parameters: PathParameters): Promise<SectionInReport | null> {
  const found = await sectionInReport(visit, parameters)
  return found !== null && (await seesDraftOf(visit.db, visit.actor, found.report.id)) ? found : null
}

const replyRoute = (site: Site): void =>
  site.form({
    path: reportPaths.reply(':comment'),
    name: 'report-comment-reply',
    summary: 'Answers a comment on a section of a report.',
    right: 'report-comment.reply',
    fields: z.strictObject({ text: saidText }),
    read: (visit, { comment = '' }) => commentFor(visit, comment, 'reply'),
    page: replyPage,
    act: async ({ db, actor, now: at }, { id }, { fields: { text } }) => {
      await replyToComment(db, { actor, at, id, text })
      return { to: reportPaths.comment(id), done: 'reports.talk.done' }
    },
  })

const commentStepRoute = (site: Site, step: CommentStep): void =>
  site.form({
    path: reportPaths.commentStep(':comment', step),
    name: `report-comment-${step}`,
    summary: step === 'settle' ? 'Settles a comment.' : 'Opens a settled comment again.',
    right: `report-comment.${step}`,
    fields: z.strictObject({}),
    read: (visit, { comment = '' }) => commentFor(visit, comment, step),
    page: (visit, record, entered) => talkStepPage(visit, step, record, entered),
    act: async ({ db, actor, now: at }, { id }, { version }) => {
      await takeCommentStep(db, step, {
        actor,
        at,
        id,
        revision: version === null ? undefined : Number(version),
      })
      return { to: reportPaths.comment(id), done: 'reports.done.step' }
    },
  })

const suggestionStepRoute = (site: Site, step: SuggestionStep): void =>
  site.form({
    path: reportPaths.suggestionStep(':suggestion', step),
    name: `report-suggestion-${step}`,
    summary: `Decides on a proposed wording: ${step}.`,
    right: `report-suggestion.${step}`,
    fields: z.strictObject({ reason: reasonText.optional() }),
    read: (visit, { suggestion = '' }) => suggestionFor(visit, suggestion, step),
    page: (visit, record, entered) => talkStepPage(visit, step, record, entered),
    act: async ({ db, actor, now: at }, { id }, { fields: { reason }, version }) => {
      const revision = version === null ? undefined : Number(version)
      const { issues } = await takeSuggestionStep(db, step, { actor, at, id, revision, reason })
      return issues.length > 0 ? { issues } : { to: reportPaths.suggestion(id), done: 'reports.done.step' }
    },
  })

async function commentFor(
  visit: Visit,
  id: string,
  act: CommentStep | 'reply',
): Promise<TalkPageRecord | null> {
  const comment = await commentById(visit.db, visit.actor, id)
  const found = comment && (await draftSection(visit, { section: comment.section }))
  if (comment === null || !found) return null
  permit(commentRights, act, visit.actor, commentThing(comment, found))
  if (!isOpenForTalk(found.report)) throw new Refusal(409, 'reports.talk.closed')
  return readTalk(visit, 'comment', id)
}

async function suggestionFor(visit: Visit, id: string, step: SuggestionStep): Promise<TalkPageRecord | null> {
  const suggestion = await suggestionById(visit.db, visit.actor, id)
  const found = suggestion && (await draftSection(visit, { section: suggestion.section }))
  if (suggestion === null || !found) return null
  permit(suggestionRights, step, visit.actor, suggestionThing(suggestion, found))
  return readTalk(visit, 'suggestion', id)
}

import { permit } from '#platform/access/rights.ts'
import { signedIn } from '#platform/access/signed-in.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, Refusal, type Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { newShortId } from '#platform/short-id.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { lockSection, note, type By } from '../held-report-commands.ts'
import { seesDraftOf } from '../report-queries.ts'
import type { Report } from '../report.ts'
import { placeOfQuote } from './anchor.ts'
import { commentWorkflow, type CommentStep } from './comment-workflow.ts'
import { textsNow } from './talk-queries.ts'
import { commentRights } from './talk-rights.ts'
import { commentThing, isOpenForTalk, type CommentState } from './talk.ts'
import './tables.ts'

export type NewComment = By & {
  section: string
  language: LanguageCode
  /** The words that it is about, as they stand in the text; empty: the whole section. */
  quote: string
  text: string
}

type Made = { issues: Issue[] } | { id: string }

/** What somebody says of a section while it is written, to those who see the draft. */
export const makeComment = (db: Db, asked: NewComment): Promise<Made> =>
  db.transaction().execute((tx) => makeCommentIn(tx, asked))

export async function makeCommentIn(tx: Tx, asked: NewComment): Promise<Made> {
  const { actor, at, language, text } = asked
  const quote = asked.quote.trim() === '' ? null : asked.quote.trim()
  const { report, section } = await holdForTalk(tx, asked, asked.section)
  const author = signedIn(actor)
  permit(commentRights, 'make', actor, commentThing({ state: 'open', author }, { report, section }))
  if (quote !== null && !(await isThere(tx, section.id, language, quote)))
    return { issues: [{ field: 'quote', key: 'reports.talk.quote-unknown' }] }
  const id = newShortId()
  await tx
    .insertInto('report_comments')
    .values({
      ...{ id, report: report.id, section: section.id, language, quote, text, author },
      ...{ state: commentWorkflow.start, settled_by: null, settled_at: null },
      ...{ revision: 1, commented_at: at, updated_at: at },
    })
    .execute()
  const facts = { section: section.id }
  await note(
    tx,
    { kind: 'report-comment', id },
    { actor, at, act: 'comment', facts },
    { from: null, to: 'open' },
  )
  return { id }
}

/** Holds a section of a report of which the actor sees the draft, while it is still written. */
export async function holdForTalk(tx: Tx, { actor }: By, id: string) {
  const held = await lockSection(tx, actor, id)
  if (!(await seesDraftOf(tx, actor, held.report.id))) throw notFound()
  refuseUnlessTalked(held.report)
  return held
}

function refuseUnlessTalked(report: Report): void {
  if (!isOpenForTalk(report)) throw new Refusal(409, 'reports.talk.closed')
}

async function isThere(tx: Tx, section: string, language: LanguageCode, quote: string): Promise<boolean> {
  const { paragraphs } = (await textsNow(tx, [section]))(section, language)
  return placeOfQuote(quote, paragraphs).standing === 'there'
}

type Asked = By & { id: string; revision?: number | undefined }

/** An answer to a comment; the comment stays open until somebody settles it. */
export const replyToComment = (db: Db, asked: Asked & { text: string }): Promise<void> =>
  db.transaction().execute((tx) => replyToCommentIn(tx, asked))

export async function replyToCommentIn(tx: Tx, asked: Asked & { text: string }): Promise<void> {
  const { actor, at, text } = asked
  const { comment, thing } = await lockComment(tx, asked)
  permit(commentRights, 'reply', actor, thing)
  const reply = newShortId()
  await tx
    .insertInto('report_replies')
    .values({ id: reply, comment: comment.id, text, author: signedIn(actor), replied_at: at })
    .execute()
  await changeComment(tx, comment, {}, asked, 'reply-comment')
}

/** Settles a comment, or opens it again. */
export const takeCommentStep = (db: Db, step: CommentStep, asked: Asked): Promise<void> =>
  db.transaction().execute((tx) => takeCommentStepIn(tx, step, asked))

export async function takeCommentStepIn(tx: Tx, step: CommentStep, asked: Asked): Promise<void> {
  const { actor, at } = asked
  const { comment, thing } = await lockComment(tx, asked)
  const state = take(commentWorkflow, commentRights, step, actor, thing)
  const settled =
    state === 'settled' ? { settled_by: actor.id, settled_at: at } : { settled_by: null, settled_at: null }
  await changeComment(tx, comment, { state, ...settled }, asked, `${step}-comment`)
}

/** Holds the report of a comment, its section, and with them the comment. */
async function lockComment(tx: Tx, { actor, at, id, revision }: Asked) {
  const found = await tx
    .selectFrom('report_comments')
    .select('section')
    .where('id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw notFound()
  const { report, section } = await holdForTalk(tx, { actor, at }, found.section)
  const comment = await tx
    .selectFrom('report_comments')
    .select(['id', 'state', 'author', 'section', 'revision'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (revision !== undefined && comment.revision !== revision) throw new Stale()
  return { comment, thing: commentThing(comment, { report, section }) }
}

type Held = { id: string; state: CommentState; section: string; revision: number }

async function changeComment(
  tx: Tx,
  comment: Held,
  columns: { state?: CommentState; settled_by?: string | null; settled_at?: Date | null },
  { actor, at }: By,
  act: string,
): Promise<void> {
  const { id, state: before, section, revision } = comment
  await tx
    .updateTable('report_comments')
    .set({ ...columns, revision: revision + 1, updated_at: at })
    .where('id', '=', id)
    .execute()
  const states = columns.state === undefined ? null : { from: before, to: columns.state }
  await note(tx, { kind: 'report-comment', id }, { actor, at, act, facts: { section } }, states)
}

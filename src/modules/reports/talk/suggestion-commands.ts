import { sql } from 'kysely'
import { permit } from '#platform/access/rights.ts'
import { signedIn } from '#platform/access/signed-in.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, Refusal, type Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { newShortId } from '#platform/short-id.ts'
import { holdTexts } from '#platform/texts/texts.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { changeSection, lockSection, note, type By } from '../held-report-commands.ts'
import { seesDraftOf } from '../report-queries.ts'
import { issuesOfParts, permitIn } from '../sections/section-commands.ts'
import { writeSectionText } from '../word-commands.ts'
import { paragraphsOf, withoutReturns } from './anchor.ts'
import { holdForTalk } from './comment-commands.ts'
import { suggestionWorkflow, type SuggestionStep } from './suggestion-workflow.ts'
import { suggestionsWhere, textsNow } from './talk-queries.ts'
import { suggestionRights } from './talk-rights.ts'
import { suggestionThing, textWith, type Suggestion } from './talk.ts'
import './tables.ts'

export type NewSuggestion = By & {
  section: string
  language: LanguageCode
  /** The paragraph that is to be replaced, to the letter, and where it stands; null: the whole text. */
  paragraph: { place: number; before: string } | null
  after: string
  why: string
  /** Of the section: who proposes a whole text must have seen the one that stands there. */
  revision?: number | undefined
}

type Made = { issues: Issue[] } | { id: string }

/** Another wording of a paragraph, or of the whole text of a section in one language. */
export const suggest = (db: Db, asked: NewSuggestion): Promise<Made> =>
  db.transaction().execute((tx) => suggestIn(tx, asked))

export async function suggestIn(tx: Tx, asked: NewSuggestion): Promise<Made> {
  const { actor, at, language, paragraph, why } = asked
  const { report, section } = await holdForTalk(tx, asked, asked.section)
  const author = signedIn(actor)
  permit(suggestionRights, 'make', actor, suggestionThing({ state: 'open', author }, { report, section }))
  const isWhole = paragraph === null
  if (isWhole && asked.revision !== undefined && section.revision !== asked.revision) throw new Stale()
  const { text } = (await textsNow(tx, [section.id]))(section.id, language)
  const before = withoutReturns(paragraph?.before ?? text)
  const after = withoutReturns(asked.after).trim()
  const issues = [
    ...issuesOfWording(text, { paragraph, before, after }),
    ...(await issuesOfParts(tx, report, after)).map((issue) => ({ ...issue, field: 'after' })),
  ]
  if (issues.length > 0) return { issues }
  const id = newShortId()
  await tx
    .insertInto('report_suggestions')
    .values({
      ...{ id, report: report.id, section: section.id, language, place: paragraph?.place ?? null },
      ...{ before, after, why: why.trim() === '' ? null : why.trim(), author },
      ...{ state: suggestionWorkflow.start, decided_by: null, decided_at: null, reason: null },
      ...{ revision: 1, suggested_at: at, updated_at: at },
    })
    .execute()
  const line = { actor, at, act: 'suggest', facts: { section: section.id, language } }
  await note(tx, { kind: 'report-suggestion', id }, line, { from: null, to: 'open' })
  return { id }
}

function issuesOfWording(
  text: string,
  { paragraph, before, after }: { paragraph: NewSuggestion['paragraph']; before: string; after: string },
): Issue[] {
  if (paragraph === null && before.trim() === '' && after === '')
    return [{ field: 'after', key: 'form.value.wrong', rule: 'rule.required' }]
  if (before.trim() === after) return [{ field: 'after', key: 'reports.talk.same' }]
  const isGone = paragraph !== null && !paragraphsOf(text).some((one) => one.text === before)
  return isGone ? [{ field: 'after', key: 'reports.talk.paragraph-changed' }] : []
}

type Asked = By & { id: string; revision?: number | undefined; reason?: string | undefined }

/** Takes a proposed wording into the text, rejects it with a reason, or withdraws it. */
export const takeSuggestionStep = (
  db: Db,
  step: SuggestionStep,
  asked: Asked,
): Promise<{ issues: Issue[] }> => db.transaction().execute((tx) => takeSuggestionStepIn(tx, step, asked))

export async function takeSuggestionStepIn(
  tx: Tx,
  step: SuggestionStep,
  asked: Asked,
): Promise<{ issues: Issue[] }> {
  const { actor, at, id, reason } = asked
  const held = await lockSuggestion(tx, asked)
  const { report, section, suggestion } = held
  const state = take(suggestionWorkflow, suggestionRights, step, actor, suggestionThing(suggestion, held))
  if (step === 'reject' && (reason ?? '').trim() === '')
    return { issues: [{ field: 'reason', key: 'form.value.wrong', rule: 'rule.required' }] }
  const text = step === 'accept' ? await acceptedText(tx, held, asked) : null
  if (text !== null) {
    const issues = await issuesOfParts(tx, report, text)
    if (issues.length > 0) return { issues }
    await holdTexts(tx, [{ kind: 'report-section', id: section.id }])
  }
  const decided = {
    state,
    decided_by: actor.id,
    decided_at: at,
    reason: step === 'reject' ? (reason ?? null) : null,
  }
  await tx
    .updateTable('report_suggestions')
    .set({ ...decided, revision: suggestion.revision + 1, updated_at: at })
    .where('id', '=', id)
    .execute()
  const { language } = suggestion
  const line = { actor, at, act: `${step}-suggestion`, facts: { section: section.id, language } }
  const told = decided.reason === null ? line : { ...line, reason: decided.reason }
  await note(tx, { kind: 'report-suggestion', id }, told, { from: suggestion.state, to: state })
  if (text === null) return { issues: [] }
  const written = { actor, at, act: 'write-section', facts: { language, suggestion: id } }
  await changeSection(tx, section, {}, written)
  await writeSectionText(tx, report, section, { language, words: { text } }, { actor, at })
  return { issues: [] }
}

type Held = Awaited<ReturnType<typeof lockSection>> & { suggestion: Suggestion }

async function lockSuggestion(tx: Tx, { actor, id, revision }: Asked): Promise<Held> {
  const found = await tx
    .selectFrom('report_suggestions')
    .select('section')
    .where('id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw notFound()
  const held = await lockSection(tx, actor, found.section)
  if (!(await seesDraftOf(tx, actor, held.report.id))) throw notFound()
  const [suggestion] = await suggestionsWhere(tx, actor, sql`g.id = ${id}`)
  if (suggestion === undefined) throw notFound()
  if (revision !== undefined && suggestion.revision !== revision) throw new Stale()
  return { ...held, suggestion }
}

/** The text with the proposed wording in its place; refused when what it replaces does not stand there any more. */
async function acceptedText(tx: Tx, { report, section, suggestion }: Held, by: By): Promise<string> {
  permitIn(report, section, 'write', by)
  const { text } = (await textsNow(tx, [section.id]))(section.id, suggestion.language)
  const accepted = textWith(suggestion, text)
  if (accepted === null) throw new Refusal(409, 'reports.talk.moved')
  return accepted
}

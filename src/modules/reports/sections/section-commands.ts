import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { Refusal, type Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { holdTexts } from '#platform/texts/texts.ts'
import { changeSection, lockSection, type By } from '../held-report-commands.ts'
import { markedBlocks, partsIn, wordsIn } from '../markup/markup.ts'
import type { Report } from '../report.ts'
import { writeSectionText } from '../word-commands.ts'
import { talkFigures } from '../talk/talk-queries.ts'
import { issuesOfLength } from './length-queries.ts'
import { partsOf, withSectionTexts } from './section-queries.ts'
import { sectionRights } from './section-rights.ts'
import { sectionWorkflow, type SectionStep } from './section-workflow.ts'
import { isOpenFor, sectionThing, type Section } from './section.ts'

export type WriteRequest = By & { id: string; revision?: number; language: LanguageCode; text: string }

/** The text of a section in one language. It may be too long while it is written; it is not handed in so. */
export const writeSection = (db: Db, asked: WriteRequest): Promise<{ issues: Issue[] }> =>
  db.transaction().execute((tx) => writeSectionIn(tx, asked))

/** The same in a transaction that is open. */
export async function writeSectionIn(tx: Tx, asked: WriteRequest): Promise<{ issues: Issue[] }> {
  const { actor, at, id, revision, language, text } = asked
  const { report, section } = await lockSection(tx, actor, id, revision)
  permitIn(report, section, 'write', asked)
  const issues = await issuesOfParts(tx, report, text)
  if (issues.length > 0) return { issues }
  await holdTexts(tx, [{ kind: 'report-section', id }])
  await changeSection(tx, section, {}, { actor, at, act: 'write-section', facts: { language } })
  await writeSectionText(tx, report, section, { language, words: { text } }, { actor, at })
  return { issues: [] }
}

/** A text speaks only of live parts that its report has. */
export async function issuesOfParts(tx: Tx, report: Report, text: string): Promise<Issue[]> {
  const known = new Set((await partsOf(tx, report.id)).map(({ key }) => key))
  const codes = partsIn(markedBlocks(text)).filter((key) => !known.has(key))
  if (codes.length === 0) return []
  const values = { codes: codes.join(', ') }
  return [{ field: 'text', key: 'reports.part-unknown', values, validValues: [...known] }]
}

export type SectionStepRequest = By & { id: string; revision?: number; reason?: string }

/** Hands a section in, clears it, or sends it back with the reason. */
export const takeSectionStep = (
  db: Db,
  step: SectionStep,
  asked: SectionStepRequest,
): Promise<{ issues: Issue[] }> => db.transaction().execute((tx) => takeSectionStepIn(tx, step, asked))

/** The same in a transaction that is open. */
export async function takeSectionStepIn(
  tx: Tx,
  step: SectionStep,
  { actor, at, id, revision, reason }: SectionStepRequest,
): Promise<{ issues: Issue[] }> {
  const { report, section } = await lockSection(tx, actor, id, revision)
  refuseUnlessOpen(report)
  const to = take(sectionWorkflow, sectionRights, step, actor, sectionThing(section, report))
  const issues = step === 'hand-in' ? await issuesBeforeHandIn(tx, report, section, at) : []
  if (issues.length > 0) return { issues }
  const columns = {
    state: to,
    returned_because: step === 'send-back' ? (reason ?? null) : null,
    ...(step === 'hand-in' ? { handed_in_by: actor.id } : {}),
  }
  const line = { actor, at, act: `${step}-section`, ...(reason === undefined ? {} : { reason }) }
  await changeSection(tx, section, columns, line)
  return { issues: [] }
}

/**
 * A section without a word is not handed in, nor one that is longer than its recipient takes, nor one with wordings that
 * somebody proposed and nobody has decided on: whoever clears it must know which text it is.
 */
async function issuesBeforeHandIn(tx: Tx, report: Report, section: Section, at: Date): Promise<Issue[]> {
  const [read] = await withSectionTexts(tx, [section], section.language)
  const blocks = markedBlocks(read?.text?.text ?? '')
  if (wordsIn(blocks) === '' && partsIn(blocks).length === 0)
    return [{ field: 'text', key: 'form.value.wrong', rule: 'rule.required' }]
  const { suggestions = 0 } = (await talkFigures(tx, report.id)).get(section.id) ?? {}
  return [
    ...(await issuesOfLength(tx, { report, section, blocks, at })),
    ...(suggestions === 0
      ? []
      : [{ field: 'text', key: 'reports.talk.undecided' as const, values: { count: suggestions } }]),
  ]
}

export function permitIn(
  report: Report,
  section: Section,
  act: 'write' | 'ask',
  { actor }: Pick<By, 'actor'>,
): void {
  refuseUnlessOpen(report)
  permit(sectionRights, act, actor, sectionThing(section, report))
}

function refuseUnlessOpen({ state }: Report): void {
  if (!isOpenFor(state)) throw new Refusal(409, 'reports.not-open')
}

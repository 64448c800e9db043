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
import { isTooLong } from './limit.ts'
import { partsOf, withSectionTexts } from './section-queries.ts'
import { sectionRights } from './section-rights.ts'
import { sectionWorkflow, type SectionStep } from './section-workflow.ts'
import { isOpenFor, sectionThing, type Section } from './section.ts'

export type WriteRequest = By & WrittenSection

type WrittenSection = {
  id: string
  revision?: number
  language: LanguageCode
  text: string
  /** The field that it was sent in. */
  field?: string
}

/** The text of a section in one language. It may be too long while it is written; it is not handed in so. */
export const writeSection = (db: Db, { actor, at, ...section }: WriteRequest): Promise<{ issues: Issue[] }> =>
  writeSections(db, { actor, at, sections: [section] })

/** Texts of sections of one report, all of them or none. */
export const writeSections = (
  db: Db,
  { sections, ...by }: By & { sections: readonly WrittenSection[]; from?: string },
): Promise<{ issues: Issue[] }> =>
  db.transaction().execute(async (tx) => {
    const { actor, at, from } = by
    const held = []
    for (const written of sections) {
      const { report, section } = await lockSection(tx, actor, written.id, written.revision)
      permitIn(report, section, 'write', by)
      held.push({ written, report, section })
    }
    const issues = await unknownParts(tx, held)
    if (issues.length > 0) return { issues }
    await holdTexts(
      tx,
      sections.map(({ id }) => ({ kind: 'report-section', id })),
    )
    for (const { written, report, section } of held) {
      const { language, text } = written
      const facts = { language, ...(from === undefined ? {} : { from }) }
      await changeSection(tx, section, {}, { actor, at, act: 'write-section', facts })
      await writeSectionText(tx, report, section, { language, words: { text } }, { actor, at })
    }
    return { issues: [] }
  })

async function unknownParts(
  tx: Tx,
  held: readonly { written: WrittenSection; report: Report }[],
): Promise<Issue[]> {
  const [first] = held
  if (first === undefined) return []
  const known = new Set((await partsOf(tx, first.report.id)).map(({ key }) => key))
  return held.flatMap(({ written: { text, field = 'text' } }): Issue[] => {
    const unknown = partsIn(markedBlocks(text)).filter((key) => !known.has(key))
    if (unknown.length === 0) return []
    const values = { codes: unknown.join(', ') }
    return [{ field, key: 'reports.part-unknown', values, validValues: [...known] }]
  })
}

export type SectionStepRequest = By & { id: string; revision?: number; reason?: string }

/** Hands a section in, clears it, or sends it back with the reason. */
export const takeSectionStep = (
  db: Db,
  step: SectionStep,
  asked: SectionStepRequest,
): Promise<{ issues: Issue[] }> =>
  db.transaction().execute(async (tx) => {
    const { actor, at, id, revision, reason } = asked
    const { report, section } = await lockSection(tx, actor, id, revision)
    refuseUnlessOpen(report)
    const to = take(sectionWorkflow, sectionRights, step, actor, sectionThing(section, report))
    const [read] = await withSectionTexts(tx, [section], section.language)
    const issues = step === 'hand-in' ? issuesOfText(section, read?.text?.text ?? '') : []
    if (issues.length > 0) return { issues }
    const columns = {
      state: to,
      returned_because: step === 'send-back' ? (reason ?? null) : null,
      ...(step === 'hand-in' ? { handed_in_by: actor.id } : {}),
    }
    const line = { actor, at, act: `${step}-section`, ...(reason === undefined ? {} : { reason }) }
    await changeSection(tx, section, columns, line)
    return { issues: [] }
  })

/** A section without a word is not handed in, nor one that is longer than its recipient takes. */
function issuesOfText({ limit, language }: Section, text: string): Issue[] {
  const words = wordsIn(markedBlocks(text))
  if (words === '' && partsIn(markedBlocks(text)).length === 0)
    return [{ field: 'text', key: 'form.value.wrong', rule: 'rule.required' }]
  if (!isTooLong(limit, words, language) || limit === null) return []
  return [
    {
      field: 'text',
      key: limit.unit === 'pages' ? 'reports.too-long.pages' : 'reports.too-long.words',
      values: { most: limit.number },
    },
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

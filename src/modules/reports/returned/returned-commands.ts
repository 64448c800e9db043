import type { Db } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { holdTexts } from '#platform/texts/texts.ts'
import { changeSection, lockSection, type By } from '../held-report-commands.ts'
import { issuesOfParts, permitIn } from '../sections/section-commands.ts'
import { writeSectionText } from '../word-commands.ts'

export type TakenSection = { id: string; revision: number; language: LanguageCode; text: string }

export type TakeRequest = By & {
  sections: readonly TakenSection[]
  /** The name of the file. */
  from: string
}

/** Takes texts of sections of one report in from a file, all of them or none; whoever was faster is not written over. */
export const takeSections = (
  db: Db,
  { actor, at, sections, from }: TakeRequest,
): Promise<{ issues: Issue[] }> =>
  db.transaction().execute(async (tx) => {
    const held = []
    for (const taken of sections) {
      const { report, section } = await lockSection(tx, actor, taken.id, taken.revision)
      permitIn(report, section, 'write', { actor })
      const [issue] = await issuesOfParts(tx, report, taken.text)
      if (issue !== undefined) return { issues: [{ ...issue, field: 'take' }] }
      held.push({ taken, report, section })
    }
    await holdTexts(
      tx,
      sections.map(({ id }) => ({ kind: 'report-section', id })),
    )
    for (const { taken, report, section } of held) {
      const { language, text } = taken
      const line = { actor, at, act: 'write-section', facts: { language, from } }
      await changeSection(tx, section, {}, line)
      await writeSectionText(tx, report, section, { language, words: { text } }, { actor, at })
    }
    return { issues: [] }
  })

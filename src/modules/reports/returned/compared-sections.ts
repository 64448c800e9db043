import type { BackBlock } from '#platform/documents/from-docx/paper-back.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { citationsIn, markedBlocks } from '../markup/markup.ts'
import { textMark, type PaperMark } from '../papers/paper-mark.ts'
import { uncheckedMarks } from '../papers/unchecked.ts'
import { written } from '../parts/part-words.ts'
import type { ReportRecord } from '../report-shape.ts'
import { sectionLetters } from '../sections/section.ts'
import type { SectionRecord } from '../sections/section-shape.ts'
import { comparedLines, textOf, type ComparedLine } from './compared.ts'
import { sectionsBack, type Known, type SectionBack } from './sections-back.ts'
import { isPart, shownLines, withoutRepeats, type ShownLine, type Surroundings } from './shown.ts'

/**
 * What became of a section in the file. 'overtaken': its text was changed on the site since the file was made.
 */
export type SectionStanding = 'same' | 'changed' | 'missing' | 'overtaken' | 'too-long'

export type ReturnedSection = {
  id: string
  code: string
  name: Said
  /** In which its text stands. */
  language: LanguageCode
  standing: SectionStanding
  /** Whether the reader may write it now. */
  isOpen: boolean
  lines: ComparedLine[]
  text: string
  revision: number
  hasOthers: boolean
}

type Reader = Pick<Visit, 't' | 'language'> & { settings: { publicUrl: string } }

export type Held = {
  report: ReportRecord
  /** What its sections are called, in any language. */
  names: Known['sections']
  /** From what the file was made, as far as it still tells. */
  made: PaperMark | null
  blocks: readonly BackBlock[]
}

/** Each section of the report, held against what stands in the file. */
export function comparedSections(reader: Reader, { report, names, made, blocks }: Held): ReturnedSection[] {
  const [known, around] = surroundings(reader, report, names)
  const back = sectionsBack(blocks, known, around)
  const { language } = reader
  return report.sections.map((section) =>
    returnedSection(section, back.get(section.code), { made, language, around }),
  )
}

function surroundings(
  reader: Reader,
  { id, sections }: ReportRecord,
  named: Known['sections'],
): [Known, Surroundings] {
  const parts = new Map(sections.flatMap((section) => section.parts.map((part) => [part.key, part])))
  const cited = sections.flatMap(({ text }) => citationsIn(markedBlocks(text?.text ?? '')))
  const around: Surroundings = {
    ...{ site: reader.settings.publicUrl, report: id },
    written: (key) => {
      const part = parts.get(key)
      return part === undefined ? undefined : written(reader, part.total)
    },
  }
  return [{ sections: named, parts: [...parts.keys()], cited, unchecked: uncheckedMarks(reader.t) }, around]
}

type Made = { made: PaperMark | null; language: LanguageCode; around: Surroundings }

function returnedSection(
  section: SectionRecord,
  back: SectionBack | undefined,
  { made, language, around }: Made,
): ReturnedSection {
  const { text, code, name, revision } = section
  const blocks = markedBlocks(text?.text ?? '')
  const shared = {
    ...{ id: section.id ?? '', code, name, revision, language: text?.language ?? language },
    ...{ isOpen: section.may.includes('write'), hasOthers: back?.hasOthers ?? false, text: '', lines: [] },
  }
  if (back === undefined) return { ...shared, standing: 'missing' }
  const before = shownLines(blocks, around)
  const after = withoutLast(withoutRepeats(back.lines), before)
  if (after.reduce((sum, { marks }) => sum + marks.length + 2, 0) > sectionLetters)
    return { ...shared, standing: 'too-long' }
  const lines = comparedLines(before, after)
  if (lines.every(({ segments }) => segments === null)) return { ...shared, standing: 'same' }
  const isOvertaken = made !== null && made.texts[code] !== undefined && made.texts[code] !== textMark(text)
  const kept = lines.filter(({ isGone }) => !isGone)
  return {
    ...{ ...shared, lines, text: textOf(kept.map(({ line }) => line)) },
    standing: isOvertaken ? 'overtaken' : 'changed',
  }
}

/** Live parts that no text speaks of stand at the end of their section by themselves. */
function withoutLast(lines: readonly ShownLine[], before: readonly ShownLine[]): readonly ShownLine[] {
  const last = lines.at(-1)
  if (last === undefined || !isPart(last)) return lines
  const times = (all: readonly ShownLine[]) => all.filter(({ shown }) => shown === last.shown).length
  return times(lines) > times(before) ? withoutLast(lines.slice(0, -1), before) : lines
}

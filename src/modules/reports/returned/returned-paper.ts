import { readPaper } from '#platform/documents/from-docx/read-paper.ts'
import { defaultDocumentLimits, startDocumentBudget, UnreadableDocument } from '#platform/documents/limits.ts'
import { notFound, type Issue } from '#platform/errors.ts'
import { heldBytes } from '#platform/files/file-commands.ts'
import type { HeldFile } from '#platform/files/held-file.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { markRead } from '../papers/paper-mark.ts'
import { reportRead, type ReportRead } from '../report-queries.ts'
import { sectionsOf } from '../sections/section-queries.ts'
import { wholeReport } from '../whole-report-queries.ts'
import { comparedSections, type ReturnedSection } from './compared-sections.ts'
import type { Known } from './sections-back.ts'

export type Returned = {
  fileName: string
  language: LanguageCode
  /** Whether the file still tells from what it was made. */
  isMarked: boolean
  sections: ReturnedSection[]
}

const limits = { ...defaultDocumentLimits, expandedBytes: 60_000_000, rows: 20_000 }

/** Reads an edited paper, and holds each of its sections against what the report says now. */
export async function returnedPaper(
  visit: Visit,
  translate: Record<LanguageCode, Translate>,
  { report }: ReportRead,
  file: HeldFile,
): Promise<Returned | { issue: Issue }> {
  try {
    const { mark, blocks } = await readPaper(await heldBytes(visit.db, file), startDocumentBudget(limits))
    const made = markRead(mark)
    if (made !== null && made.report !== report.id)
      return { issue: { field: 'file', key: 'reports.return.other' } }
    const language = made?.language ?? visit.language
    const reader = { ...visit, language, t: translate[language] }
    const read = await reportRead(visit.db, visit.actor, report.id, language)
    if (read === null) throw notFound()
    const whole = await wholeReport(reader, read)
    const names = await namesOf(visit, report.id)
    const sections = comparedSections(reader, { report: whole, names, made, blocks })
    if (sections.every(({ standing }) => standing === 'missing'))
      return { issue: { field: 'file', key: 'reports.return.none' } }
    return { fileName: file.name, language, isMarked: made !== null, sections }
  } catch (error) {
    // What a person can put right in the file is told to them; anything else is a bug.
    if (!(error instanceof UnreadableDocument)) throw error
    const key = error.key === 'document.kind' ? 'reports.return.none' : error.key
    return { issue: { field: 'file', key, values: error.values } }
  }
}

/** What sections are called in six languages: a program may have lost which of them is which. */
async function namesOf({ db }: Visit, report: string): Promise<Known['sections']> {
  return (await sectionsOf(db, report)).map(({ code, name }, place) => ({
    ...{ code, names: Object.values(name), place: place + 1 },
  }))
}

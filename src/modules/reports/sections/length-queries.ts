import type { Db } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { citationsIn, markedBlocks, type MarkedBlock } from '../markup/markup.ts'
import { citationsNow, namesIn } from '../open-section-queries.ts'
import { answeredParts } from '../parts/answer-queries.ts'
import type { Report } from '../report.ts'
import { reportTemplate } from '../templates/template-queries.ts'
import { countingOf } from '../templates/template.ts'
import { isTooLong, type Counting, type Limit, type LimitUnit, type Measured } from './limit.ts'
import { measured } from './measured.ts'
import { partsOf, sectionsOf, withSectionTexts } from './section-queries.ts'
import type { Section } from './section.ts'

type Text = { report: Report; section: Pick<Section, 'limit' | 'language'>; blocks: MarkedBlock[]; at: Date }

/** What is wrong with the length of the text of a section, as its recipient counts. */
export async function issuesOfLength(db: Db, { report, section, blocks, at }: Text): Promise<Issue[]> {
  const { limit, language } = section
  if (limit === null) return []
  const counting = countingOf(await reportTemplate(db, report.template))
  const size = await measuredNow(db, report, [{ blocks, language }], { counting, at })
  return isTooLong(limit, size, language, counting) ? [tooLong('text', limit)] : []
}

/** What is wrong with the length of a whole report: all its sections together, in its own language. */
export async function issuesOfWholeLength(db: Db, report: Report, at: Date): Promise<Issue[]> {
  const template = await reportTemplate(db, report.template)
  if (!template?.limit) return []
  const { limit, counting } = template
  const read = await withSectionTexts(db, await sectionsOf(db, report.id), report.language)
  const texts = read.map(({ text }) => ({
    blocks: markedBlocks(text?.text ?? ''),
    language: text?.language ?? report.language,
  }))
  const size = await measuredNow(db, report, texts, { counting, at })
  return isTooLong(limit, size, report.language, counting) ? [tooLong('sections', limit)] : []
}

type Written = { blocks: MarkedBlock[]; language: Section['language'] }

/** Only what counts is looked up: answering live parts and naming citations takes its time. */
async function measuredNow(
  db: Db,
  report: Report,
  texts: readonly Written[],
  { counting, at }: { counting: Counting; at: Date },
): Promise<Measured> {
  const parts = counting.tables ? await answeredParts(db, await partsOf(db, report.id), { at, report }) : []
  const { language } = report
  const all = texts.flatMap(({ blocks }) => blocks)
  const known = counting.footnotes ? await citationsNow({ db, now: at }, citationsIn(all)) : new Map()
  const cited = namesIn(known, texts[0]?.language ?? language)
  return measured(all, { language: texts[0]?.language ?? language, parts, cited })
}

const keyOf = {
  words: 'reports.too-long.words',
  pages: 'reports.too-long.pages',
  characters: 'reports.too-long.characters',
} as const satisfies Record<LimitUnit, Issue['key']>

const tooLong = (field: string, { unit, number }: Limit): Issue => ({
  field,
  key: keyOf[unit],
  values: { most: number },
})

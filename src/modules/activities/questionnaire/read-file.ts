import { defaultDocumentLimits, startDocumentBudget, UnreadableDocument } from '#platform/documents/limits.ts'
import { readFilled } from '#platform/documents/docx-read.ts'
import type { Issue } from '#platform/errors.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import { folded } from '#platform/sheets/folded.ts'
import { defaultSheetLimits, startSheetBudget } from '#platform/sheets/limits.ts'
import { UnreadableSheet } from '#platform/sheets/sheet.ts'
import { openWorkbook } from '#platform/sheets/xlsx-read.ts'
import { fieldAsked, type Answers } from './answers.ts'
import { languageOfLabels, namesOfLabels, type Labels } from './labels.ts'
import { markIn, questionnaireVersion, type Mark } from './mark.ts'
import { markName } from './questionnaire.ts'

/** A file that came back: what it says of itself, the answers, and text that belongs to no question. */
export type FileRead = {
  /** Null where it was lost: then the language is told by the questions. */
  mark: Mark | null
  language: LanguageCode | null
  answers: Answers
  /** With the row of the file; null for what people have left without its question since. */
  leftOver: { row: number | null; text: string }[]
}

/** A line that may hold an answer, with what may tell of which question. */
type Line = { row: number; names: string[]; labels: string[]; text: string }

/** Reads an XLSX or DOCX file by its content, whatever it is called. What a person can put right is an issue. */
export async function readQuestionnaire(
  bytes: Uint8Array,
  ending: '.xlsx' | '.docx',
  translate: Record<LanguageCode, Translate>,
): Promise<FileRead | { issue: Issue }> {
  try {
    const labels = namesOfLabels(translate)
    const lines = ending === '.xlsx' ? await sheetLines(bytes, translate) : await documentLines(bytes)
    return gathered(lines, labels, promptsIn(translate))
  } catch (error) {
    // What a person can put right in the file is told to them; anything else is a bug.
    if (!(error instanceof UnreadableSheet || error instanceof UnreadableDocument)) throw error
    const isOther = error.key === 'sheet.kind' || error.key === 'document.kind'
    return {
      issue: { field: 'file', key: isOther ? 'questionnaire.none' : error.key, values: error.values },
    }
  }
}

function gathered(
  lines: readonly Line[],
  labels: Labels,
  prompts: ReadonlySet<string>,
): FileRead | { issue: Issue } {
  const read: FileRead = { mark: null, language: null, answers: new Map(), leftOver: [] }
  for (const { row, names, labels: said, text } of lines) {
    const written = prompts.has(text) ? '' : text
    const name = names.find(isKnown) ?? said.map((one) => labels.get(folded(one))?.name).find(isNamed)
    if (name === markName) read.mark ??= markIn(written)
    else if (name !== undefined) read.answers.set(name, [...(read.answers.get(name) ?? []), written])
    else if (written !== '') read.leftOver.push({ row, text: written })
  }
  read.language =
    read.mark?.language ??
    languageOfLabels(
      lines.flatMap((line) => line.labels),
      labels,
    )
  if ((read.mark?.version ?? questionnaireVersion) > questionnaireVersion)
    return { issue: { field: 'file', key: 'questionnaire.newer' } }
  if (read.answers.size === 0) return { issue: { field: 'file', key: 'questionnaire.none' } }
  return read
}

const isKnown = (name: string): boolean => name === markName || fieldAsked(name) !== null
const isNamed = (name: string | undefined) => name !== undefined

const promptsIn = (translate: Record<LanguageCode, Translate>): Set<string> =>
  new Set(
    languageCodes.flatMap((code) => [
      translate[code]('questionnaire.write'),
      translate[code]('questionnaire.choose-here'),
    ]),
  )

const sheetLimits = {
  ...defaultSheetLimits,
  packedBytes: 5_000_000,
  expandedBytes: 50_000_000,
  rows: 5_000,
  columns: 50,
  sharedTexts: 100_000,
  milliseconds: 10_000,
}

/** The rows of all sheets that people see; the answer stands under its heading, or else in the second column. */
async function sheetLines(bytes: Uint8Array, translate: Record<LanguageCode, Translate>): Promise<Line[]> {
  const headings = new Set(languageCodes.map((code) => folded(translate[code]('questionnaire.answer'))))
  const { sheetNames, rows } = await openWorkbook(bytes, startSheetBudget(sheetLimits))
  const lines: Line[] = []
  for (const sheet of sheetNames) {
    let column = 1
    for await (const { number, values } of rows(sheet)) {
      const heading = values.findIndex((value) => headings.has(folded(value)))
      if (heading !== -1) column = heading
      else {
        const others = values.filter((value, place) => place !== column && value !== '')
        const text = (values[column] ?? '').trim().replaceAll('\r\n', '\n')
        lines.push({ row: number, names: others.toReversed(), labels: others, text })
      }
      if (lines.length > sheetLimits.rows)
        throw new UnreadableSheet('sheet.rows', { limit: sheetLimits.rows })
    }
  }
  return lines
}

/** The rows of all tables, and controls that stand in none. */
async function documentLines(bytes: Uint8Array): Promise<Line[]> {
  const { controls, rows } = await readFilled(bytes, startDocumentBudget(defaultDocumentLimits))
  const loose = controls.filter(({ isInRow }) => !isInRow)
  return [
    ...rows.map(({ cells: [question = '', ...answers], names }, place) => {
      const labels = question.split('\n').map((line) => line.trim())
      return { row: place + 1, names: [...names, ...labels], labels, text: answers.join('\n').trim() }
    }),
    ...loose.map(({ name, text }, place) => ({
      row: rows.length + place + 1,
      names: [name],
      labels: [],
      text,
    })),
  ]
}

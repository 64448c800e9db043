import type { Issue } from '../errors.ts'
import { languageCodes, type LanguageCode } from '../languages.ts'
import type { MessageKey, Translate } from '../messages.ts'
import { folded } from './folded.ts'
import { listOf } from './lists.ts'
import type { ColumnMatch, NamedColumn } from './match-columns.ts'
import { codeOf, nearestCode, type Code } from './nearest-code.ts'
import type { SheetRow } from './sheet.ts'
import { labelOf, type Table, type TableColumn } from './table.ts'

type Translators = Record<LanguageCode, Translate>

/** The columns that a file may have, for `matchColumns`. */
export const columnsIn = <Row, Draft>(table: Table<Row, Draft>, translate: Translators): NamedColumn[] =>
  table.columns
    .filter(({ write }) => write !== undefined)
    .map((column) => ({
      name: column.name,
      aliases: column.aliases,
      labels: Object.fromEntries(languageCodes.map((code) => [code, labelOf(column, translate[code])])),
    }))

/** Something in a cell that a person can put right; `field` is the name of the column, `nearest` the code that may be meant. */
export type RowIssue = Issue & { row: number; nearest?: string }

export type RowReader<Draft> = (row: SheetRow) => { draft: Draft; issues: RowIssue[] }

/** Reads rows of a file whose columns have been matched. Columns that the file does not have are not written to the draft. */
export function rowReader<Row, Draft>(
  table: Table<Row, Draft>,
  matches: readonly ColumnMatch[],
  translate: Translators,
): RowReader<Draft> {
  const words = yesAndNo(translate)
  const pairs = table.columns.flatMap((column) => {
    const match = matches.find((one) => one.column === column.name)
    return match && column.write ? [{ column, header: match.header }] : []
  })
  return ({ number, cells }) => {
    const draft = table.draft()
    const issues: RowIssue[] = []
    for (const { column, header } of pairs) {
      const faults = readCell(column, cells[header] ?? '', draft, words)
      for (const fault of faults) issues.push({ ...fault, field: column.name, row: number })
    }
    return { draft, issues }
  }
}

type Fault = Omit<RowIssue, 'field' | 'row'>

const wrong = (rule: MessageKey): Fault[] => [{ key: 'form.value.wrong', rule }]

/** Writes what the cell holds to the draft, or says what is wrong with it. */
function readCell<Row, Draft>(
  column: TableColumn<Row, Draft>,
  cell: string,
  draft: Draft,
  words: Map<string, boolean>,
): Fault[] {
  const text = cell.trim()
  if (text === '' && column.isRequired === true) return wrong('rule.required')
  switch (column.kind) {
    case 'text':
      if (hasControls(cell)) return wrong('rule.no-control')
      column.write?.(draft, text === '' ? null : cell)
      return []
    case 'texts':
      if (hasControls(cell)) return wrong('rule.no-control')
      column.write?.(draft, listOf(cell))
      return []
    case 'code':
      return readCodes(text === '' ? [] : [text], column.codes, ([code]) =>
        column.write?.(draft, code ?? null),
      )
    case 'codes':
      return readCodes(listOf(cell), column.codes, (codes) => column.write?.(draft, codes))
    case 'integer':
      return readOne(text, integerOf, 'rule.whole-number', (value) => column.write?.(draft, value))
    case 'number':
      return readOne(text, numberOf, 'rule.number', (value) => column.write?.(draft, value))
    case 'day':
      return readOne(text, dayOf, 'rule.date', (value) => column.write?.(draft, value))
    case 'boolean':
      return readOne(
        text,
        (word) => words.get(folded(word)) ?? null,
        'rule.yes-or-no',
        (value) => column.write?.(draft, value),
      )
  }
}

/** An empty cell is no value; what cannot be understood breaks the rule. */
function readOne<Value>(
  text: string,
  valueOf: (text: string) => Value | null,
  rule: MessageKey,
  write: (value: Value | null) => void,
): Fault[] {
  const value = text === '' ? null : valueOf(text)
  if (text !== '' && value === null) return wrong(rule)
  write(value)
  return []
}

function readCodes(texts: string[], codes: readonly Code[], write: (codes: string[]) => void): Fault[] {
  const found = texts.map((text) => codeOf(text, codes))
  const faults = texts.filter((_, place) => found[place] === null).map((text) => unknownCode(text, codes))
  if (faults.length === 0) write(found.filter((code) => code !== null))
  return faults
}

const shownLetters = 60

function unknownCode(text: string, codes: readonly Code[]): Fault {
  const nearest = nearestCode(text, codes)
  const value = text.length > shownLetters ? `${text.slice(0, shownLetters)}…`.toWellFormed() : text
  return nearest === null
    ? { key: 'sheet.code', values: { value } }
    : { key: 'sheet.code-near', values: { value, nearest }, nearest }
}

/** Line ends and tabs are no controls in a cell. */
// oxlint-disable-next-line no-control-regex -- these are the characters meant.
const hasControls = (text: string) => /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text)

function numberOf(text: string): number | null {
  const latin = text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
  const value = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(latin) ? Number(latin) : Number.NaN
  return Number.isFinite(value) ? value : null
}

function integerOf(text: string): number | null {
  const value = numberOf(text)
  return value !== null && Number.isSafeInteger(value) ? value : null
}

function dayOf(text: string): string | null {
  const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // 30 February would be a day in March.
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text) ? text : null
}

/** As data write it, and as people write it in each of the six languages. */
function yesAndNo(translate: Translators): Map<string, boolean> {
  const words = new Map([
    ['true', true],
    ['1', true],
    ['false', false],
    ['0', false],
  ])
  for (const code of languageCodes) {
    words.set(folded(translate[code]('sheet.yes')), true)
    words.set(folded(translate[code]('sheet.no')), false)
  }
  return words
}

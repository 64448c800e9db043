import { decodeChunks } from '../encodings/decode-chunks.ts'
import { delimiterOf } from './csv-delimiter.ts'
import { CsvReader } from './csv-read.ts'
import { unguarded } from './guarded.ts'
import { namedRows, withinLimits } from './header.ts'
import { JsonReader } from './json-read.ts'
import { defaultSheetLimits, startSheetBudget, type SheetBudget, type SheetLimits } from './limits.ts'
import { UnreadableSheet, type PlacedRow, type SheetKind, type SheetRow } from './sheet.ts'
import { bounded, chunksOf, peeked, type SheetSource } from './source.ts'
import { openWorkbook } from './xlsx-read.ts'

export type SheetOptions = {
  limits?: Partial<SheetLimits>
  /** The sheet of an XLSX file; the first that people see when none is named. */
  sheet?: string
  /** In which row the names of the columns stand; the first that is not empty when none is named. */
  headerRow?: number
}

/**
 * The rows of a CSV, XLSX, JSON or JSON Lines file, told by its bytes, one at a time in memory that does not grow with the
 * file. Throws `UnreadableSheet` where it cannot go on; rows before that have been given.
 */
export async function* rowsOfFile(
  source: SheetSource,
  name: string,
  options: SheetOptions = {},
): AsyncGenerator<SheetRow> {
  const chunks = chunksOf(source)
  try {
    yield* (await openSheet(chunks, name, options)).rows
  } finally {
    await chunks.return()
  }
}

export type SheetOutline = {
  kind: SheetKind
  /** The encoding of text, when it was neither marked nor beyond doubt. */
  guessedEncoding: string | null
  /** Of XLSX. */
  sheetNames: string[]
  columns: string[]
}

/** What a file holds, without its rows. JSON has no line of names, so it is read to its end. */
export async function outlineOfFile(
  source: SheetSource,
  name: string,
  options: SheetOptions = {},
): Promise<SheetOutline> {
  const chunks = chunksOf(source)
  try {
    const { kind, sheetNames, rows, heard } = await openSheet(chunks, name, options)
    const names = new Set<string>()
    for await (const { cells } of rows) {
      if (kind !== 'json') break
      for (const column in cells) names.add(column)
    }
    const columns = kind === 'json' ? [...names] : heard.columns
    return { kind, guessedEncoding: heard.guessed(), sheetNames, columns }
  } finally {
    await chunks.return()
  }
}

type Opened = {
  kind: SheetKind
  sheetNames: string[]
  rows: AsyncGenerator<SheetRow>
  /** Known once rows have been read. */
  heard: { columns: string[]; guessed: () => string | null }
}

async function openSheet(
  chunks: AsyncIterator<Uint8Array>,
  name: string,
  options: SheetOptions,
): Promise<Opened> {
  const limits = { ...defaultSheetLimits, ...options.limits }
  const budget = startSheetBudget(limits)
  const { head, all } = await peeked(chunks, 8)
  const start = Buffer.concat(head).toString('latin1', 0, 8)
  if (start === '') throw new UnreadableSheet('sheet.empty')
  const isPacked = start.startsWith('PK\x03\x04')
  const isOld = start.startsWith('\xd0\xcf\x11\xe0')
  if (!isPacked && !isOld) return openText(bounded(all, limits.textBytes), name, options, budget)

  const whole = Buffer.concat(await Array.fromAsync(bounded(all, limits.packedBytes)))
  return isPacked ? openXlsx(whole, options, budget) : refuseOld(whole)
}

async function openXlsx(whole: Uint8Array, options: SheetOptions, budget: SheetBudget): Promise<Opened> {
  const { sheetNames, rows } = await openWorkbook(whole, budget)
  const heard: Opened['heard'] = { columns: [], guessed: () => null }
  const placed = rows(options.sheet ?? null)
  return { kind: 'xlsx', sheetNames, rows: counted(withNames(placed, options, heard), budget), heard }
}

/** Files of Office before 2007, and newer ones that a password protects, are wrapped alike. */
function refuseOld(whole: Buffer): never {
  const isEncrypted = whole.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  if (isEncrypted) throw new UnreadableSheet('sheet.encrypted')
  throw new UnreadableSheet('sheet.kind', { kind: 'spreadsheet' })
}

async function openText(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  options: SheetOptions,
  budget: SheetBudget,
): Promise<Opened> {
  const reached = { row: 1 }
  const decoding = decodeChunks(chunks, () => new UnreadableSheet('sheet.encoding', { row: reached.row }))
  const { head, all } = await peeked(decoding.chunks, 1)
  const start = head.join('')
  const looksLikeJson = /^\s*(?:\[\s*[{\]]|\{\s*["}])/.test(start)
  // The texts of JSON may hold signs of control, and its reader refuses what is none.
  if (!decoding.isMarked && !looksLikeJson) refuseOther(start)
  const heard: Opened['heard'] = { columns: [], guessed: () => decoding.guessed }
  const isJson = looksLikeJson || /\.(?:jsonl?|ndjson)$/i.test(name)
  const rows = isJson
    ? piecewise(all, new JsonReader(budget.limits), reached, budget)
    : withNames(csvRows(all, start, name, reached, budget), options, heard)
  return { kind: isJson ? 'json' : 'csv', sheetNames: [], rows: counted(rows, budget), heard }
}

/** What is no text at all, or a text of another kind that programs like to call a table. */
function refuseOther(start: string) {
  const strange = start.match(/(?![\t\n\v\f\r\u0085])\p{Cc}/gu)?.length ?? 0
  const isBinary = start.includes('\0') || strange * 100 > start.length
  if (isBinary || /^\s*(?:%PDF-|\{\\rtf|<(?:!doctype|html|table|\?xml)\b)/i.test(start))
    throw new UnreadableSheet('sheet.kind', { kind: 'other' })
}

async function* csvRows(
  texts: AsyncIterable<string>,
  start: string,
  name: string,
  reached: { row: number },
  budget: SheetBudget,
): AsyncGenerator<PlacedRow> {
  const { delimiter, from } = delimiterOf(start, name)
  const reader = new CsvReader(delimiter, budget.limits)
  for await (const { number, values } of piecewise(withoutStart(texts, from), reader, reached, budget))
    yield { number, values: values.map(unguarded) }
}

/** A line that names the delimiter, for programs that look for it, is no row. */
async function* withoutStart(texts: AsyncIterable<string>, length: number): AsyncGenerator<string> {
  let rest = length
  for await (const text of texts) {
    yield text.slice(rest)
    rest = Math.max(0, rest - text.length)
  }
}

type Reader<Row> = { write: (text: string) => Row[]; end: () => Row[] }

async function* piecewise<Row extends { number: number }>(
  texts: AsyncIterable<string>,
  reader: Reader<Row>,
  reached: { row: number },
  budget: SheetBudget,
): AsyncGenerator<Row> {
  for await (const text of texts) {
    budget.checkTime()
    for (const row of reader.write(text)) {
      reached.row = row.number + 1
      yield row
    }
  }
  yield* reader.end()
}

const withNames = (rows: AsyncIterable<PlacedRow>, options: SheetOptions, heard: { columns: string[] }) =>
  namedRows(rows, options.headerRow ?? null, (names) => {
    heard.columns = names
  })

const counted = (rows: AsyncIterable<SheetRow>, budget: SheetBudget) =>
  budget.paused(withinLimits(rows, budget))

import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { isLanguageCode } from '#platform/languages.ts'
import { guarded, unguarded } from '#platform/sheets/guarded.ts'
import { textStates, type TextState } from '#platform/texts/texts.ts'
import { ExchangeFault, mostSegments, utf8, type ExchangedSegment } from './report.ts'

const columns = [
  'kind',
  'id',
  'field',
  'segment',
  'from',
  'to',
  'version',
  'source',
  'target',
  'state',
] as const

type Row = Record<(typeof columns)[number], string>

/** A table for spreadsheets: UTF-8 with its mark, and no cell that a spreadsheet would run; `readSegmentsCsv` gives it back. */
export const segmentsCsv = (segments: readonly ExchangedSegment[]): string =>
  stringify(
    segments.map((one) => columns.map((column) => guarded(String(one[column] ?? '')))),
    { bom: true, header: true, columns: [...columns], record_delimiter: 'windows', quoted: true },
  )

export function readSegmentsCsv(bytes: Uint8Array): ExchangedSegment[] {
  const rows = rowsOf(utf8(bytes))
  if (rows.length > mostSegments) throw new ExchangeFault('too-many', { most: mostSegments })
  return rows.map((row, number) => segmentOf(row, number + 2))
}

function rowsOf(text: string): Row[] {
  let missing: string[] = []
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      skip_empty_lines: true,
      max_record_size: 200_000,
      columns: (names: string[]) => {
        missing = columns.filter((column) => !names.includes(column))
        return names
      },
    })
    if (missing.length === 0) return rows as Row[]
  } catch {
    // Whatever is wrong with the quotes or the number of cells: it is not the table that was asked for.
    throw new ExchangeFault('not-csv')
  }
  throw new ExchangeFault('columns', { missing: missing.join(', ') })
}

function segmentOf(row: Row, line: number): ExchangedSegment {
  const value = (column: (typeof columns)[number]) => unguarded(row[column] ?? '')
  const [from, to, state] = [value('from'), value('to'), value('state')]
  const wrong = (column: string) => new ExchangeFault('values', { line, column })
  if (!isLanguageCode(from)) throw wrong('from')
  if (!isLanguageCode(to)) throw wrong('to')
  if (!/^\d{1,9}$/.test(value('segment'))) throw wrong('segment')
  if (!/^\d{0,9}$/.test(value('version'))) throw wrong('version')
  if (!isState(state)) throw wrong('state')
  const target = value('target')
  return {
    ...{ kind: value('kind'), id: value('id'), field: value('field'), segment: Number(value('segment')) },
    ...{ from, to, version: value('version') === '' ? null : Number(value('version')) },
    ...{ source: value('source'), target, state: stateWith(state, target) },
  }
}

const isState = (text: string): text is TextState | 'draft' | '' =>
  ['', 'draft', ...textStates].includes(text)

/** Whoever writes a text into an empty cell need not know our states. */
function stateWith(state: TextState | 'draft' | '', target: string): TextState | 'draft' {
  if (target === '') return 'missing'
  return state === '' || state === 'missing' ? 'human' : state
}

import type { Draft } from './drafts.ts'
import type { Piece } from './pieces.ts'

/**
 * Decides what the drafts of one table are. Pages often put running text into a table: such a table is undone.
 * Rows with a label in one cell and its text in the next are joined. Only what is left is a table.
 */
export function settledTable(drafts: Draft[], table: number, isAtTheTop: boolean): Draft[] {
  const cells = cellsOf(drafts, table)
  const rows = rowsOf(cells)
  if (isNumberedLayout(rows)) return joinedRows(rows)
  if (isLayout(drafts, cells, rows, table, isAtTheTop)) return drafts
  for (const { cell, drafts: inside } of cells) {
    for (const draft of inside) {
      draft.role = 'table'
      draft.at = `table ${table}, row ${cell.row}, cell ${cell.column}`
    }
  }
  return drafts
}

type FilledCell = { cell: { row: number; column: number }; drafts: Draft[]; text: string }

/** Only cells of this very table that have text, in order. */
function cellsOf(drafts: Draft[], table: number): FilledCell[] {
  const cells: FilledCell[] = []
  for (const draft of drafts) {
    const { row, column } = draft.cell?.table === table ? draft.cell : { row: 0, column: 0 }
    const last = cells.at(-1)
    if (last && last.cell.row === row && last.cell.column === column) last.drafts.push(draft)
    else cells.push({ cell: { row, column }, drafts: [draft], text: '' })
  }
  for (const cell of cells) cell.text = cell.drafts.map(textOf).join(' ').trim()
  return cells
}

function rowsOf(cells: FilledCell[]): FilledCell[][] {
  const rows = new Map<number, FilledCell[]>()
  for (const cell of cells) {
    if (cell.text === '') continue
    const row = rows.get(cell.cell.row)
    if (row) row.push(cell)
    else rows.set(cell.cell.row, [cell])
  }
  return [...rows.values()]
}

const labelAlone =
  /^[([（]?(\d{1,3}|[a-zа-яء-ي]|[ivxlc]{1,6}|[a-z]{2}|[٠-٩]{1,3}|[一二三四五六七八九十]{1,3})(\s?(bis|ter|quater))?\s?[.)\]、．）]{0,2}$|^[-–—•·]$/i

function isNumberedLayout(rows: FilledCell[][]): boolean {
  const pairs = rows.filter((row) => row.length > 1)
  if (pairs.length === 0 || pairs.some((row) => row.length > 3)) return false
  const labelled = pairs.filter((row) => row.slice(0, -1).every((cell) => labelAlone.test(cell.text)))
  const texts = labelled.map((row) => row.at(-1)?.text.length ?? 0).sort((a, b) => a - b)
  return labelled.length >= pairs.length * 0.8 && (texts[texts.length >> 1] ?? 0) > 40
}

function isLayout(
  drafts: Draft[],
  cells: FilledCell[],
  rows: FilledCell[][],
  table: number,
  isAtTheTop: boolean,
): boolean {
  if (drafts.some((draft) => draft.cell && draft.cell.table !== table)) return true
  if (rows.length < 2 || rows.every((row) => row.length < 2)) return true
  if (cells.some((cell) => cell.text.length > 1_000 || cell.drafts.length > 12)) return true
  // The masthead of a United Nations document is a table of a few short cells before everything else.
  return isAtTheTop && rows.length <= 6
}

/** The label becomes typed text again, as it would stand in a plain file. */
function joinedRows(rows: FilledCell[][]): Draft[] {
  return rows.flatMap((row) => {
    const labels = row.length > 1 ? row.slice(0, -1).filter((cell) => labelAlone.test(cell.text)) : []
    const rest = row.filter((cell) => !labels.includes(cell)).flatMap((cell) => cell.drafts)
    const first = rest.find((draft) => textOf(draft) !== '')
    if (!first || labels.length === 0) return row.flatMap((cell) => cell.drafts)
    const lead = labels.flatMap((cell) => cell.drafts.flatMap((draft) => [...draft.pieces, tab]))
    first.pieces = [...lead, ...first.pieces]
    first.newPage = row.some(beginsPage)
    return rest
  })
}

const tab: Piece = { kind: 'text', text: ' ', italic: false }

const beginsPage = (cell: FilledCell) => cell.drafts.some((draft) => draft.newPage)

/** As printed, automatic label included. */
const textOf = (draft: Draft) =>
  `${draft.label ?? ''} ${draft.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')}`.trim()

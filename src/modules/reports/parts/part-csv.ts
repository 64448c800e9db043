import { csvLine } from '#platform/sheets/csv-write.ts'
import type { PartRecord } from './part-shape.ts'

/** A live part as one table: its rows and columns, or the records of a list. */
export const partCsv = ({ part }: { part: PartRecord }): string =>
  ['\uFEFF', ...(part.view === 'list' ? listLines(part) : tableLines(part))].join('')

const listLines = ({ listColumns, listed, total }: PartRecord): string[] => [
  csvLine(['id', 'title', 'within', ...listColumns.map(({ code }) => code)]),
  ...listed.map(({ id, title, within, facts }) => csvLine([id, title, within, ...facts])),
  csvLine(['total', '', total, ...listColumns.map(() => null)]),
]

/** Of a matrix each goal has two columns: its links, and the entries that show them. */
function tableLines(part: PartRecord): string[] {
  const cells = new Map(part.cells.map((cell) => [`${cell.row}\t${cell.column}`, cell]))
  const hasShown = part.cells.some(({ shown }) => shown !== null)
  const heads = part.columns.flatMap(({ code }) => (hasShown ? [code, `${code} shown`] : [code]))
  return [
    csvLine(['code', 'label', 'count', ...heads]),
    ...part.rows.map(({ code, label, count }) =>
      csvLine([
        code,
        label,
        count,
        ...part.columns.flatMap((column) => {
          const cell = cells.get(`${code}\t${column.code}`)
          return hasShown ? [cell?.count ?? 0, cell?.shown ?? 0] : [cell?.count ?? 0]
        }),
      ]),
    ),
    csvLine(['total', '', part.total, ...heads.map(() => null)]),
  ]
}

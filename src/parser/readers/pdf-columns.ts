import type { Row } from './pdf-rows.ts'
import { leftOf, rightOf } from './pdf-rows.ts'

/** The rows of a page in reading order; those of a page in two columns are parted, the first column before the second. */
export function rowsInColumns(rows: Row[], isFromTheRight: boolean): { rows: Row[]; column: number }[] {
  const gutter = gutterOf(rows)
  if (gutter === null) return [{ rows, column: 0 }]
  const bands: { rows: Row[]; column: number }[] = []
  let band: { left: Row[]; right: Row[] } = { left: [], right: [] }
  const close = () => {
    const sides = [
      { rows: band.left, column: 1 },
      { rows: band.right, column: 2 },
    ]
    bands.push(...(isFromTheRight ? sides.reverse() : sides).filter((side) => side.rows.length > 0))
    band = { left: [], right: [] }
  }
  for (const row of rows) {
    if (isCrossing(row, gutter)) {
      close()
      bands.push({ rows: [row], column: 0 })
      continue
    }
    const { left, right } = parted(row, gutter)
    if (left) band.left.push(left)
    if (right) band.right.push(right)
  }
  close()
  return bands
}

type Segment = { from: number; to: number; y: number }

/** Where hardly a line crosses and much text stands on either side; columns need not share their baselines. */
function gutterOf(rows: Row[]): number | null {
  const segments = rows.flatMap(segmentsOf)
  if (segments.length < 10) return null
  const left = Math.min(...segments.map(({ from }) => from))
  const right = Math.max(...segments.map(({ to }) => to))
  const width = right - left
  let best: { crossing: number; room: Room } | null = null
  for (let x = left + width * 0.3; x < right - width * 0.3; x += 2) {
    const crossing = segments.filter(({ from, to }) => from < x && to > x).length
    const room = roomAround(segments, x)
    const isMore = best && crossing === best.crossing && widthOf(room) > widthOf(best.room)
    if (!best || crossing < best.crossing || isMore) best = { crossing, room }
  }
  if (!best) return null
  const x = (best.room.from + best.room.to) / 2
  return isGutter(segments, x, best.crossing, width) ? x : null
}

type Room = { from: number; to: number }

const widthOf = ({ from, to }: Room) => to - from

/** The empty strip in which x lies. */
function roomAround(segments: Segment[], x: number): Room {
  const from = Math.max(...segments.filter(({ to }) => to <= x).map(({ to }) => to))
  const to = Math.min(...segments.filter((segment) => segment.from >= x).map((segment) => segment.from))
  return { from, to }
}

/** Both sides must be text of some width, side by side: the space after a label or between the numbers of a table is no gutter. */
function isGutter(segments: Segment[], x: number, crossing: number, width: number): boolean {
  const left = segments.filter(({ to }) => to <= x)
  const right = segments.filter(({ from }) => from >= x)
  if (left.length < 5 || right.length < 5 || crossing * 3 > left.length + right.length) return false
  const upper = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length * 0.75)] ?? 0
  const isText = (side: Segment[]) => upper(side.map(({ from, to }) => to - from)) > width * 0.3
  const heights = (side: Segment[]) => side.map(({ y }) => y)
  const top = Math.max(Math.min(...heights(left)), Math.min(...heights(right)))
  const bottom = Math.min(Math.max(...heights(left)), Math.max(...heights(right)))
  const beside = left.filter(({ y }) => y >= top - 2 && y <= bottom + 2).length
  return isText(left) && isText(right) && beside * 2 > Math.min(left.length, right.length)
}

function segmentsOf(row: Row): Segment[] {
  const gaps = gapsOf(row)
  const starts = [leftOf(row), ...gaps.map(([, to]) => to)]
  const ends = [...gaps.map(([from]) => from), rightOf(row)]
  return starts.map((from, index) => ({ from, to: ends[index] ?? from, y: row.y }))
}

function gapsOf(row: Row): [number, number][] {
  const items = row.items.filter((item) => item.text.trim() !== '').toSorted((a, b) => a.x - b.x)
  const gaps: [number, number][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const item of items) {
    if (end > Number.NEGATIVE_INFINITY && item.x - end > Math.max(7, row.size * 0.8)) gaps.push([end, item.x])
    end = Math.max(end, item.x + item.width)
  }
  return gaps
}

const isCrossing = (row: Row, x: number) => segmentsOf(row).some(({ from, to }) => from < x && to > x)

function parted(row: Row, x: number): { left: Row | null; right: Row | null } {
  const side = (isLeft: boolean): Row | null => {
    const items = row.items.filter((item) => item.x + item.width / 2 < x === isLeft)
    return items.some((item) => item.text.trim() !== '') ? { ...row, items } : null
  }
  return { left: side(true), right: side(false) }
}

import type { PrintedPaper } from './print-paper.ts'
import type { PrintedSpan } from './print-spans.ts'

/** What the template tells of the pages that it has set: on which one something stands. */
export type Told = { page: number } & (
  { mark: number } | { note: number } | { startOf: number } | { endOf: number } | { rowOf: number }
)

/** What has come out badly at a block, how badly, and what may mend it. */
export type Torn = { places: number[]; change: Change; weight: number }

/** Begins on a new page, or takes less room than it would, or more. */
export type Change = 'opensPage' | 'isTight' | 'isLoose'

/** Rows of a table that may not stand alone on its first or its last page. */
const fewestRows = 3

/** What a reader would find torn apart: notes and their marks, a few rows and their table, a picture and its numbers. */
export function tornIn(paper: PrintedPaper, told: readonly Told[]): Torn[] {
  const pages = pagesOf(told)
  const inBlocks = [...paper.blocks.keys()].flatMap((place) => [
    ...tornNotes(paper, place, pages),
    ...tornRows(paper, place, pages),
    ...tornWhole(paper, place, pages),
    ...tornNumbers(paper, place, pages),
  ])
  return [...inBlocks, ...tornEnd(paper, pages)]
}

/** The same paper with these blocks set otherwise; null when they are already. */
export function mended(paper: PrintedPaper, { places, change }: Torn): PrintedPaper | null {
  if (places.every((place) => paper.blocks[place]?.[change] !== false)) return null
  const blocks = paper.blocks.map((block, at) => (places.includes(at) ? { ...block, [change]: true } : block))
  return { ...paper, blocks }
}

type Pages = ReturnType<typeof pagesOf>

function pagesOf(told: readonly Told[]) {
  const pages = () => new Map<number, number>()
  const [marks, notes, starts, ends] = [pages(), pages(), pages(), pages()]
  const rows = new Map<number, number[]>()
  for (const one of told) {
    if ('mark' in one) marks.set(one.mark, one.page)
    else if ('note' in one) notes.set(one.note, one.page)
    else if ('startOf' in one) starts.set(one.startOf, one.page)
    else if ('endOf' in one) ends.set(one.endOf, one.page)
    else {
      if (!rows.get(one.rowOf)?.push(one.page)) rows.set(one.rowOf, [one.page])
      ends.set(one.rowOf, one.page)
    }
  }
  return { marks, notes, starts, ends, rows }
}

/** A new page keeps a mark and its note together. */
function tornNotes(paper: PrintedPaper, place: number, { marks, notes }: Pages): Torn[] {
  const block = paper.blocks[place]
  const lines =
    block?.block === 'paragraph' || block?.block === 'heading'
      ? [block.spans]
      : block?.block === 'list'
        ? block.lines
        : []
  const isTorn = (span: PrintedSpan) =>
    span.span === 'note' && span.spans !== undefined && marks.get(span.number) !== notes.get(span.number)
  const isAny = lines.some((spans) => spans.some(isTorn))
  return isAny ? [torn(withAbove(paper, place), 'opensPage', 10)] : []
}

function tornRows(paper: PrintedPaper, place: number, { rows, ends }: Pages): Torn[] {
  const all = rows.get(place) ?? []
  const [first, last] = [all.at(0), all.at(-1)]
  if (first === undefined) return []
  const on = (page: number | undefined) => all.filter((one) => one === page).length
  const isBroken = first !== last
  if (isBroken && on(first) < fewestRows) return [torn(withAbove(paper, place), 'opensPage', 3)]
  const weight = (ends.get(place) ?? last) !== last ? 6 : isBroken && on(last) < fewestRows ? 3 : 0
  // Set closer the last rows may come back; set wider, more of them go along. That is one fault.
  return weight > 0 ? [torn(place, 'isTight', weight), torn(place, 'isLoose', 0)] : []
}

/** A last page for one line or paragraph is one too many. */
function tornEnd({ blocks }: PrintedPaper, { ends }: Pages): Torn[] {
  const last = Math.max(1, ...ends.values())
  const placesOn = (page: number) => [...ends.keys()].filter((place) => ends.get(place) === page)
  const [only, ...more] = placesOn(last).map((place) => blocks[place])
  const lines = only?.block === 'list' ? only.lines.length : only?.block === 'paragraph' ? 1 : Infinity
  if (last === 1 || more.length > 0 || lines > 2) return []
  const tables = placesOn(last - 1).filter((place) => blocks[place]?.block === 'table')
  return [{ places: tables, change: 'isTight', weight: 7 }]
}

const torn = (place: number, change: Change, weight: number): Torn => ({ places: [place], change, weight })

/** What stays in one piece and had no room on the page before may find it when it is set closer, with the picture above it. */
function tornWhole({ blocks }: PrintedPaper, place: number, { starts, ends }: Pages): Torn[] {
  const [block, above] = [blocks[place], blocks[place - 1]]
  const start = starts.get(place)
  const end = ends.get(place - 1)
  const isWhole = block?.block === 'picture' || (block?.block === 'table' && block.isWhole)
  if (!isWhole || start === undefined || end === undefined || start === end) return []
  const places = above?.block === 'picture' ? [place - 1, place] : [place]
  return [{ places, change: 'isTight', weight: 1 }]
}

/** What a picture shows in numbers may end on its page when both are set closer. A page that is half empty is worse. */
function tornNumbers({ blocks }: PrintedPaper, place: number, { rows, starts }: Pages): Torn[] {
  const [block, above] = [blocks[place], blocks[place - 1]]
  const isBelow = block?.block === 'table' && !block.isWhole && above?.block === 'picture'
  const isTorn = rows.get(place)?.at(-1) !== starts.get(place - 1)
  return isBelow && isTorn ? [{ places: [place - 1, place], change: 'isTight', weight: 0.5 }] : []
}

/** With what stands above it and belongs to it. */
function withAbove({ blocks }: PrintedPaper, place: number): number {
  const isAbove = (at: number) => {
    const block = blocks[at]
    const isWarning = block?.block === 'paragraph' && block.look === 'warning'
    return block?.block === 'heading' || block?.announces === true || isWarning
  }
  let start = place
  while (isAbove(start - 1)) start -= 1
  return start
}

import { element, type Xml } from '../export/xml.ts'
import type { Translate } from '../messages.ts'
import { inOneLine } from './lines.ts'
import { inFile } from './paint.ts'
import { asSvgFile, fromStart, sideMargin, type Block } from './svg-file.ts'

export type BarsFile = {
  title: string
  description: string
  rows: readonly { name: string; count: number }[]
  written: (count: number) => string
}

const [width, rowHeight, barHeight, nameWidth, countWidth] = [680, 26, 16, 260, 70]

/** Counts as bars from the side on which the language begins, each with its name and its number: told apart without colour. */
export function barsFile(t: Translate, { title, description, rows, written }: BarsFile): string {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  const room = width - 2 * sideMargin - nameWidth - countWidth
  const row = ({ name, count }: BarsFile['rows'][number], top: number): Xml[] => {
    const long = Math.max(count > 0 ? 2 : 0, (count / most) * room)
    const start = sideMargin + nameWidth
    const x = Math.min(fromStart(t, start, width), fromStart(t, start + long, width))
    const label = inOneLine(name, nameWidth - 12, 13)
    return [
      text(label, fromStart(t, sideMargin, width), top + 18),
      element('rect', {
        ...{ x: x.toFixed(1), y: String(top + (rowHeight - barHeight) / 2) },
        ...{ width: long.toFixed(1), height: String(barHeight) },
        ...inFile('column'),
      }),
      text(written(count), fromStart(t, start + long + 8, width), top + 18),
    ]
  }
  const picture: Block = {
    height: rows.length * rowHeight + 8,
    draw: (top) => rows.flatMap((one, place) => row(one, top + place * rowHeight)),
  }
  return asSvgFile(t, { width, title, description, blocks: [picture], notes: [] })
}

const text = (words: string, x: number, y: number): Xml =>
  element('text', { x: x.toFixed(1), y: y.toFixed(1), 'font-size': '13', ...inFile('label') }, words)

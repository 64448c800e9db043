import { element, type Xml } from '../export/xml.ts'
import type { Translate } from '../messages.ts'
import { inOneLine, linesOf, widthOf } from './lines.ts'
import { inFile } from './paint.ts'
import { asSvgFile, fromStart, sideMargin, type Block } from './svg-file.ts'

export type BarsFile = {
  title: string
  description: string
  rows: readonly { name: string; count: number }[]
  written: (count: number) => string
}

const [width, rowHeight, barHeight, countWidth] = [680, 26, 16, 70]
const [nameSize, lineHeight, behindName] = [13, 15, 12]
/** Names have the room that the longest needs, but leave half of the picture to the bars. */
const [leastName, mostName] = [108, 328]

/** Counts as bars from the side on which the language begins, each with its name and its number: told apart without colour. */
export function barsFile(t: Translate, { title, description, rows, written }: BarsFile): string {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  const longest = Math.max(leastName, ...rows.map(({ name }) => widthOf(name) * nameSize))
  const nameWidth = Math.min(mostName, longest)
  const start = sideMargin + nameWidth + behindName
  const room = width - start - countWidth - sideMargin
  return asSvgFile(t, {
    ...{ width, title, description, notes: [] },
    blocks: [
      ...rows.map(({ name, count }): Block => {
        const names = inTwoLines(t, name, nameWidth)
        return {
          height: rowHeight + (names.length - 1) * lineHeight,
          draw: (top) => [
            ...names.map((line, place) =>
              text(line, fromStart(t, sideMargin, width), top + 18 + place * lineHeight),
            ),
            ...bar(t, written(count), { top, start, long: (count / most) * room }),
          ],
        }
      }),
      { height: 8, draw: () => [] },
    ],
  })
}

/** A name in as many lines as it needs, of which two have room. */
function inTwoLines({ language }: Translate, name: string, room: number): string[] {
  const [first = '', ...rest] = linesOf(language, name, room, nameSize)
  return rest.length === 0
    ? [inOneLine(first, room, nameSize)]
    : [first, inOneLine(rest.join(' '), room, nameSize)]
}

/** What is there at all can be seen. */
function bar(
  t: Translate,
  count: string,
  { top, start, long }: { top: number; start: number; long: number },
): Xml[] {
  const shown = long > 0 ? Math.max(2, long) : 0
  const x = Math.min(fromStart(t, start, width), fromStart(t, start + shown, width))
  return [
    element('rect', {
      ...{ x: x.toFixed(1), y: String(top + (rowHeight - barHeight) / 2) },
      ...{ width: shown.toFixed(1), height: String(barHeight) },
      ...inFile('column'),
    }),
    text(count, fromStart(t, start + shown + 8, width), top + 18),
  ]
}

const text = (words: string, x: number, y: number): Xml =>
  element(
    'text',
    { x: x.toFixed(1), y: y.toFixed(1), 'font-size': String(nameSize), ...inFile('label') },
    words,
  )

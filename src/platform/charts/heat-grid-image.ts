import { asPng, type Raster } from '../export/png.ts'
import type { Translate } from '../messages.ts'
import { markAt, stepsOfGrid, type HeatGrid } from './heat-grid.ts'
import { lightSteps } from './paint.ts'
import { dotsOf, letterHeight, letterWidth } from './small-letters.ts'
import type { Step } from './steps.ts'

const [cellWidth, cellHeight, headWidth, headHeight] = [48, 28, 64, 32]
/** How many pixels wide a dot of a letter is. */
const [ofCodes, ofNumbers] = [1, 2]

const [paper, ink, edge] = [0, 1, 2]
const steps: readonly Step[] = [0, 1, 2, 3, 4, 5]
const colours = ['#ffffff', '#1a1e26', '#767a80', ...steps.map((step) => lightSteps[step])]
const groundOf = (step: Step): number => 3 + step

/**
 * A grid as pixels. Without a font only codes, numbers and signs are drawn, which are the same in all languages and always run
 * from the left; title and description stand in the file as text.
 */
export function heatGridImage(t: Translate, grid: HeatGrid): Uint8Array {
  const { rows, columns } = grid
  const width = headWidth + columns.length * cellWidth + 1
  const height = headHeight + rows.length * cellHeight + 1
  const raster = { width, height, pixels: new Uint8Array(width * height).fill(paper) }
  const shades = stepsOfGrid(grid)
  for (const [place, { code }] of columns.entries())
    write(
      raster,
      code,
      { x: headWidth + place * cellWidth, y: 0, width: cellWidth, height: headHeight },
      ink,
      ofCodes,
    )
  for (const [row, axis] of rows.entries()) {
    const { key, code } = axis
    const y = headHeight + row * cellHeight
    write(raster, code, { x: 0, y, width: headWidth, height: cellHeight }, ink, ofNumbers)
    for (const [column, other] of columns.entries()) {
      const count = grid.count(key, other.key)
      const step = shades.of(count)
      const box = { x: headWidth + column * cellWidth, y, width: cellWidth, height: cellHeight }
      fill(raster, box, edge)
      fill(raster, { x: box.x + 1, y: y + 1, width: cellWidth - 1, height: cellHeight - 1 }, groundOf(step))
      const word = `${wordOf(grid, count)}${markAt(grid, axis, other)}`
      write(raster, word, box, step < 4 ? (step === 0 ? edge : ink) : paper, ofNumbers)
    }
  }
  const words = { Title: grid.title, Description: grid.description }
  return asPng({ ...raster, colours, words, language: t.language.tag })
}

type Canvas = Pick<Raster, 'width' | 'height' | 'pixels'>
type Box = { x: number; y: number; width: number; height: number }

const wordOf = ({ kinds, measure }: HeatGrid, count: number): string =>
  kinds?.[count]?.sign ?? measure.plain?.(count) ?? String(count)

function fill({ width, pixels }: Canvas, box: Box, colour: number): void {
  for (let y = box.y; y < box.y + box.height; y++)
    pixels.fill(colour, y * width + box.x, y * width + box.x + box.width)
}

/** In the middle of a box; what is too wide is written with smaller dots. */
function write(canvas: Canvas, text: string, box: Box, colour: number, dot: number): void {
  const signs = [...text]
  const wide = (signs.length * (letterWidth + 1) - 1) * dot
  if (wide > box.width - 4 && dot > 1) {
    write(canvas, text, box, colour, dot - 1)
    return
  }
  const left = box.x + Math.floor((box.width - wide) / 2)
  const top = box.y + Math.floor((box.height - letterHeight * dot) / 2)
  for (const [place, sign] of signs.entries())
    for (const { x, y } of dotsOf(sign))
      fill(
        canvas,
        { x: left + (place * (letterWidth + 1) + x) * dot, y: top + y * dot, width: dot, height: dot },
        colour,
      )
}

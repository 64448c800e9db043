import type { SetAsideReason } from '../source.ts'
import type { PdfLine } from './pdf-lines.ts'

/**
 * Running heads, feet and page numbers: lines at the same height of many pages that say the same but for a number.
 * A place where other pages have text of their own is no place for a head, so that a heading
 * which two pages happen to begin with stays in the text.
 */
export function furnitureOf(pages: PdfLine[][]): Map<PdfLine, SetAsideReason> {
  const found = new Map<PdfLine, SetAsideReason>()
  for (const side of ['top', 'bottom'] as const) {
    for (let depth = 0; depth < 4; depth += 1) {
      if (!addOutermost(pages, side, found)) break
    }
  }
  return found
}

type Outer = { line: PdfLine; pageIndex: number; key: string }

/** Looks at the outermost lines that are left on each page, and takes those that repeat. */
function addOutermost(
  pages: PdfLine[][],
  side: 'top' | 'bottom',
  found: Map<PdfLine, SetAsideReason>,
): boolean {
  const outermost = pages.flatMap((lines, pageIndex) =>
    outerLines(lines, side, found).map((line) => outer(line, pageIndex)),
  )
  let isAny = false
  for (const band of bandsOf(outermost)) {
    const repeated = band.filter((each) => isRepeated(each, band) || isPageNumber(each, band))
    if (repeated.length === 0 || repeated.length < band.length * 0.8) continue
    const textPages = pages.filter((lines) => lines.length > 0).length
    const onPages = new Set(repeated.map((each) => each.pageIndex)).size
    const isEnough = onPages >= 2 ? onPages >= (textPages - 1) * 0.4 : isPageNumberAlone(repeated, textPages)
    if (!isEnough) continue
    for (const each of repeated) {
      found.set(each.line, isPageNumber(each, band) ? 'page-number' : 'running-head')
      isAny = true
    }
  }
  return isAny
}

/** All lines at the height of the outermost one that is left. */
function outerLines(
  lines: PdfLine[],
  side: 'top' | 'bottom',
  found: Map<PdfLine, SetAsideReason>,
): PdfLine[] {
  const left = lines.filter((line) => !found.has(line))
  const heights = left.map((line) => line.y)
  const edge = side === 'top' ? Math.min(...heights) : Math.max(...heights)
  return left.filter((line) => Math.abs(line.y - edge) < 4)
}

const outer = (line: PdfLine, pageIndex: number): Outer => ({ line, pageIndex, key: keyOf(line.text) })

/** Left and right pages have the same head the other way round, so the order of its words does not count. */
const keyOf = (text: string) =>
  text
    .replace(/\d+|\b[ivxl]+\b/gi, '#')
    .split(/\s+/)
    .sort()
    .join(' ')

function bandsOf(lines: Outer[]): Outer[][] {
  const bands: Outer[][] = []
  for (const each of lines.toSorted((a, b) => a.line.y - b.line.y)) {
    const band = bands.at(-1)
    if (band && each.line.y - (band.at(-1)?.line.y ?? 0) < 4) band.push(each)
    else bands.push([each])
  }
  return bands
}

const isRepeated = (each: Outer, band: Outer[]) =>
  band.some((other) => other.pageIndex !== each.pageIndex && other.key === each.key)

const pageNumber =
  /^[-–—[(|\s]*(?:page|p\.|página|стр\.?|страница|صفحة|第)?\s*(\d{1,4}|[ivxl]{1,7}|[٠-٩]{1,4})\s*(?:页)?(?:\s*(?:\/|of|de|sur|из|من)\s*\d{1,4})?[-–—\])|\s]*$/i

/** A number alone that goes up by one from page to page. */
function isPageNumber(each: Outer, band: Outer[]): boolean {
  const number = numberOf(each)
  if (number === null) return false
  const offset = number - each.pageIndex
  const agreeing = band.filter((other) => {
    const theirs = numberOf(other)
    return theirs !== null && theirs - other.pageIndex === offset
  })
  return agreeing.length >= 2 || number === each.pageIndex + 1
}

/** On a single page the number must be that of the page. */
const isPageNumberAlone = (repeated: Outer[], textPages: number) =>
  textPages <= 2 && repeated.every((each) => numberOf(each) === each.pageIndex + 1)

function numberOf({ line }: Outer): number | null {
  const text = pageNumber.exec(line.text)?.[1]
  if (!text) return null
  if (/^\d/.test(text)) return Number(text)
  if (/^[٠-٩]/.test(text))
    return Number(text.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit))))
  return roman(text.toLowerCase())
}

function roman(text: string): number {
  const worth: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 }
  const signs = [...text].map((sign) => worth[sign] ?? 0)
  return signs.reduce((sum, sign, index) => sum + (sign < (signs[index + 1] ?? 0) ? -sign : sign), 0)
}

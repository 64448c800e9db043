import { isLanguageCode } from '../language-code.ts'
import type { Block, SetAside, SourceText, Warning } from '../source.ts'
import { Unreadable } from '../source.ts'
import type { Budget } from './limits.ts'
import { furnitureOf } from './pdf-furniture.ts'
import type { PdfLine } from './pdf-lines.ts'
import { linesOfPage, turnedText } from './pdf-lines.ts'
import { footNotesOf } from './pdf-notes.ts'
import type { PdfPages } from './pdf-pages.ts'
import { writesLike } from './scripts.ts'

/** Pages of placed characters as lines of text. */
export function layOut({ pages, language, hasFaults }: PdfPages, budget: Budget): SourceText {
  const all = pages.map((page) => {
    budget.checkTime()
    return linesOfPage(page)
  })
  refuseWithoutText(all.flat())
  const furniture = furnitureOf(all)
  const kept = all.map((lines) => lines.filter((line) => !furniture.has(line)))
  const { notes, taken, rules } = footNotesOf(kept, commonest(kept.flat().map((line) => line.size)))
  const body = kept.map((lines) => lines.filter((line) => !taken.has(line) && !rules.has(line)))

  const numbers = lineNumbers(all)
  const place = (line: PdfLine) => `page ${line.page}, line ${numbers.get(line) ?? 0}`
  const setAside: SetAside[] = [
    ...[...furniture].map(([line, reason]) => ({ reason, text: printedText(line), at: place(line) })),
    ...[...rules].map((line) => ({ reason: 'rule' as const, text: line.text, at: place(line) })),
    ...pages
      .map((page) => ({ reason: 'other' as const, text: turnedText(page), at: `page ${page.number}` }))
      .filter(({ text }) => text !== ''),
  ]
  const blocks = blocksOf(body, place, budget)
  if (blocks.length === 0) throw new Unreadable('no-text')
  return {
    format: 'pdf',
    declaredLanguage: languageOf(language, blocks),
    blocks,
    notes,
    setAside,
    warnings: warningsOf(all.flat(), hasFaults),
  }
}

/** A scanned document has pictures of letters; one with a font that nobody can read is no better. */
function refuseWithoutText(lines: PdfLine[]) {
  const text = lines.map((line) => line.text).join('')
  const unread = text.match(unreadable)?.length ?? 0
  if (!/[\p{L}\p{N}]/u.test(text) || unread * 4 > text.length) throw new Unreadable('no-text')
}

const unreadable = /[\ufffd\p{Co}]|(?![\t\n\v\f\r])\p{Cc}/gu

function warningsOf(lines: PdfLine[], hasFaults: boolean): Warning[] {
  const first = lines.find((line) => line.text.search(unreadable) >= 0)
  const count = lines.reduce((sum, line) => sum + (line.text.match(unreadable)?.length ?? 0), 0)
  if (count === 0 && !hasFaults) return []
  return [{ code: 'characters-replaced', values: { count }, at: `page ${first?.page ?? 1}` }]
}

function languageOf(declared: string | null, blocks: Block[]) {
  const code = declared?.toLowerCase().split('-')[0] ?? ''
  return isLanguageCode(code) && writesLike(code, blocks.map((block) => block.text).join('\n')) ? code : null
}

function lineNumbers(pages: PdfLine[][]): Map<PdfLine, number> {
  const numbers = new Map<PdfLine, number>()
  for (const lines of pages) lines.forEach((line, index) => numbers.set(line, index + 1))
  return numbers
}

/** Marks are part of what is printed in a line that is set aside. */
const printedText = (line: PdfLine) => {
  const marks = line.marks.toReversed()
  return marks.reduce(
    (text, { mark, offset }) => text.slice(0, offset) + mark + text.slice(offset),
    line.text,
  )
}

function blocksOf(pages: PdfLine[][], place: (line: PdfLine) => string, budget: Budget): Block[] {
  const leading = commonest(pages.flatMap(distances))
  const blocks: Block[] = []
  for (const lines of pages) {
    const margins = marginsOf(lines, pages)
    lines.forEach((line, index) => {
      budget.spendBlock()
      const above = lines[index - 1]
      const { start, end } = margins(line)
      blocks.push({
        at: place(line),
        text: line.text,
        whole: false,
        indent: Math.max(
          0,
          Math.round(((line.isFromTheRight ? end - line.right : line.left - start) / 6) * 10) / 10,
        ),
        blankBefore: above ? blankLines(above, line, leading) : 0,
        newPage: index === 0,
        label: null,
        level: null,
        role: 'body',
        italicLead: line.italicLead,
        marks: line.marks,
      })
    })
  }
  return blocks
}

/** Where text begins: for a column its own edge, for full lines the edge that the odd or the even pages share. */
function marginsOf(lines: PdfLine[], pages: PdfLine[][]): (line: PdfLine) => { start: number; end: number } {
  const page = lines[0]?.page ?? 0
  const likeIt = pages.flat().filter((line) => line.page % 2 === page % 2 && line.column === 0)
  const edges = new Map(
    [0, 1, 2].map((column) => {
      const inside = column === 0 ? likeIt : lines.filter((line) => line.column === column)
      return [
        column,
        { start: edge(inside.map((line) => line.left)), end: -edge(inside.map((line) => -line.right)) },
      ]
    }),
  )
  return (line) => edges.get(line.column) ?? { start: line.left, end: line.right }
}

/** The smallest value that is not alone. */
function edge(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const shared = sorted.find((value, index) => Math.abs((sorted[index + 1] ?? Infinity) - value) < 1.5)
  return shared ?? sorted[0] ?? 0
}

const distances = (lines: PdfLine[]) =>
  lines.flatMap((line, index) => {
    const above = lines[index - 1]
    return above && above.column === line.column && line.y > above.y ? [line.y - above.y] : []
  })

function blankLines(above: PdfLine, line: PdfLine, leading: number): number {
  if (above.column !== line.column || line.y <= above.y) return 1
  const usual = leading * Math.max(1, Math.min(line.size, above.size) / Math.max(line.size, above.size))
  const distance = (line.y - above.y) / Math.max(usual, 1)
  return distance < 1.25 ? 0 : Math.max(1, Math.round(distance - 1))
}

/** The most frequent value, to half a point. */
function commonest(values: number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) {
    const rounded = Math.round(value * 2) / 2
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}

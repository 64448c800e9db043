import type { XmlVisitor } from '../packages/xml-read.ts'
import type { SheetLimits } from './limits.ts'
import type { SharedTexts } from './shared-texts.ts'
import { UnreadableSheet } from './sheet.ts'
import { unescapedText } from './xlsx-text.ts'

/** A cell as it stands in the file; what it means depends on its type and style. */
export type RawCell = { column: number; type: string; style: number; text: string }

export type RawRow = { number: number; cells: RawCell[] }

/** Gives each row when its element ends. Only cells with a value count: blank ones stand in files by the million. */
export function rowVisitor(limits: SheetLimits, give: (row: RawRow) => void): XmlVisitor {
  let row: RawRow = { number: 0, cells: [] }
  let cell: RawCell = { column: -1, type: '', style: 0, text: '' }
  const text = textCapture(limits)
  return {
    open(name, attributes) {
      text.open(name)
      if (name === 's:row') {
        row = { number: numberOf(attributes['r'], row.number + 1), cells: [] }
        cell = { ...cell, column: -1 }
      } else if (name === 's:c') {
        const column = columnOf(attributes['r']) ?? cell.column + 1
        cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), text: '' }
        text.start()
      }
    },
    close(name) {
      text.close(name)
      if (name === 's:row') give(row)
      if (name !== 's:c' || text.taken() === '') return
      if (cell.column >= limits.columns || row.cells.length >= limits.columns)
        throw new UnreadableSheet('sheet.columns', { row: row.number, limit: limits.columns })
      row.cells.push({ ...cell, text: text.taken() })
    },
    text: text.take,
  }
}

/** Gives each shared text when its element ends. */
export function sharedTextVisitor(shared: SharedTexts, limits: SheetLimits): XmlVisitor {
  const text = textCapture(limits)
  return {
    open(name) {
      text.open(name)
      if (name === 's:si') text.start()
    },
    close(name) {
      text.close(name)
      if (name !== 's:si') return
      if (shared.count >= limits.sharedTexts) throw new UnreadableSheet('sheet.expands')
      shared.add(unescapedText(text.taken()))
    },
    text: text.take,
  }
}

/** The text of `v` and `t` elements, runs of rich text joined; how Japanese is read aloud (`rPh`) is no part of it. */
function textCapture({ cellCharacters }: SheetLimits) {
  // An escaped letter takes seven; one more than that many and the row is refused.
  const mostLetters = cellCharacters * 7 + 1
  let text = ''
  let isInside = false
  let isReading = false
  return {
    start() {
      text = ''
    },
    open(name: string) {
      if (name === 's:v' || name === 's:t') isInside = true
      if (name === 's:rPh') isReading = true
    },
    close(name: string) {
      if (name === 's:v' || name === 's:t') isInside = false
      if (name === 's:rPh') isReading = false
    },
    take: (piece: string) => {
      if (isInside && !isReading) text += piece.slice(0, mostLetters - text.length)
    },
    taken: () => text,
  }
}

const numberOf = (said: string | undefined, next: number): number =>
  /^\d{1,7}$/.test(said ?? '') ? Math.max(Number(said), next) : next

/** 2 for 'C7'; null where no column is named. */
function columnOf(said: string | undefined): number | null {
  const letters = /^([A-Za-z]{1,3})\d*$/.exec(said ?? '')?.[1]?.toUpperCase()
  if (letters === undefined) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

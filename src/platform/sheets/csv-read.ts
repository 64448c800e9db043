import type { SheetLimits } from './limits.ts'
import { columnLetters, UnreadableSheet, type PlacedRow } from './sheet.ts'

/**
 * Takes a CSV file piece by piece (RFC 4180) and gives the rows that are complete. Any line end ends a row, and a stray
 * quotation mark is a letter. Lives as long as the file is read.
 */
export class CsvReader {
  readonly #delimiter: string
  readonly #limits: SheetLimits
  #complete: PlacedRow[] = []
  #number = 1
  #values: string[] = []
  #columns = 0
  #cell = ''
  /** 'closed': after a quotation mark that ends the cell, unless another one follows. */
  #place: 'start' | 'plain' | 'quoted' | 'closed' = 'start'
  #isAfterReturn = false

  constructor(delimiter: string, limits: SheetLimits) {
    this.#delimiter = delimiter
    this.#limits = limits
  }

  write(text: string): PlacedRow[] {
    let at = 0
    while (at < text.length) at = this.#readFrom(text, at)
    return this.#given()
  }

  end(): PlacedRow[] {
    if (this.#place === 'quoted') throw new UnreadableSheet('sheet.quote', { row: this.#number })
    if (this.#columns > 0 || this.#place !== 'start') this.#endRow()
    return this.#given()
  }

  #given(): PlacedRow[] {
    const rows = this.#complete
    this.#complete = []
    return rows
  }

  /** Reads to the next turn, and says where that is. */
  #readFrom(text: string, at: number): number {
    if (this.#isAfterReturn) {
      this.#isAfterReturn = false
      if (text[at] === '\n') return at + 1
    }
    if (this.#place === 'quoted') return this.#readQuoted(text, at)
    if (this.#place === 'plain') return this.#readPlain(text, at)
    const isQuote = text[at] === '"'
    if (isQuote && this.#place === 'closed') this.#cell += '"'
    this.#place = isQuote ? 'quoted' : 'plain'
    return isQuote ? at + 1 : at
  }

  #readQuoted(text: string, at: number): number {
    const end = text.indexOf('"', at)
    this.#take(text, at, end)
    if (end === -1) return text.length
    this.#place = 'closed'
    return end + 1
  }

  #readPlain(text: string, at: number): number {
    const end = endOfPlain(text, at, this.#delimiter.charCodeAt(0))
    this.#take(text, at, end)
    if (end === -1) return text.length
    if (text[end] === this.#delimiter) this.#endCell()
    else {
      this.#endRow()
      this.#isAfterReturn = text[end] === '\r'
    }
    return end + 1
  }

  #take(text: string, from: number, end: number) {
    const piece = end === -1 ? text.slice(from) : text.slice(from, end)
    const limit = this.#limits.cellCharacters
    if (this.#cell.length + piece.length > limit)
      throw new UnreadableSheet('sheet.cell', {
        row: this.#number,
        column: columnLetters(this.#columns),
        limit,
      })
    this.#cell += piece
  }

  #endCell() {
    const limit = this.#limits.columns
    // Empty cells beyond the last column are many in the files of careless programs, and mean nothing.
    if (this.#columns < limit) this.#values.push(this.#cell)
    else if (this.#cell !== '') throw new UnreadableSheet('sheet.columns', { row: this.#number, limit })
    this.#columns += 1
    this.#cell = ''
    this.#place = 'start'
  }

  #endRow() {
    this.#endCell()
    this.#complete.push({ number: this.#number, values: this.#values })
    this.#number += 1
    this.#values = []
    this.#columns = 0
  }
}

function endOfPlain(text: string, from: number, delimiter: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === delimiter || code === 10 || code === 13) return at
  }
  return -1
}

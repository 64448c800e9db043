import type { SheetLimits } from './limits.ts'
import { cellOf } from './lists.ts'
import { UnreadableSheet, type SheetRow } from './sheet.ts'

/**
 * Takes an array of objects, or JSON Lines, piece by piece, and gives the rows that are complete. An object is cut out of the
 * text before it is read, so that nothing deep or long is ever built. Lives as long as the file is read.
 */
export class JsonReader {
  readonly #limits: SheetLimits
  #complete: SheetRow[] = []
  #line = 1
  #count = 0
  #expects: Expected = 'start'
  #object = ''
  #depth = 0
  #isInText = false
  #isEscaped = false

  constructor(limits: SheetLimits) {
    this.#limits = limits
  }

  write(text: string): SheetRow[] {
    let at = 0
    while (at < text.length) at = this.#depth > 0 ? this.#readInside(text, at) : this.#readBetween(text, at)
    return this.#given()
  }

  end(): SheetRow[] {
    const isWhole = this.#depth === 0 && ['start', 'line', 'nothing'].includes(this.#expects)
    if (!isWhole) throw this.#broken()
    return this.#given()
  }

  #given(): SheetRow[] {
    const rows = this.#complete
    this.#complete = []
    return rows
  }

  /** Of the object that is read, or that comes next. */
  get #number(): number {
    return this.#expects === 'line' ? this.#line : this.#count + 1
  }

  readonly #broken = () => new UnreadableSheet('sheet.json', { row: this.#number })

  #readBetween(text: string, at: number): number {
    const sign = text[at] ?? ''
    if (sign === '\n') this.#line += 1
    if (/[ \t\r\n\uFEFF]/.test(sign)) return at + 1
    if (this.#expects === 'start' && sign === '{') this.#expects = 'line'
    const next = turns[`${this.#expects} ${sign}`]
    if (next === undefined) throw this.#broken()
    if (sign === '{') {
      this.#depth = 1
      this.#object = sign
    } else this.#expects = next
    return at + 1
  }

  /** From sign to sign that matters, until the object is closed. */
  #readInside(text: string, at: number): number {
    if (this.#isEscaped) {
      this.#isEscaped = false
      this.#object += text[at] ?? ''
      return at + 1
    }
    const signs = this.#isInText ? insideText : insideObject
    signs.lastIndex = at
    const found = signs.exec(text)
    const end = found ? found.index + 1 : text.length
    this.#object += text.slice(at, end)
    if (this.#object.length > this.#limits.rowCharacters * 2)
      throw new UnreadableSheet('sheet.row', { row: this.#number, limit: this.#limits.rowCharacters })
    this.#turn(found?.[0] ?? '')
    return end
  }

  #turn(sign: string) {
    if (sign === '\\') this.#isEscaped = true
    else if (sign === '"') this.#isInText = !this.#isInText
    else if (sign === '{' || sign === '[') this.#depth += 1
    else if (sign === '}' || sign === ']') this.#depth -= 1
    // A row holds texts and lists of texts, and nothing inside of these.
    if (this.#depth > 2) throw new UnreadableSheet('sheet.nested', { row: this.#number })
    if (this.#depth === 0) this.#endObject()
  }

  #endObject() {
    this.#complete.push({ number: this.#number, cells: this.#cells() })
    this.#count += 1
    this.#line += this.#object.split('\n').length - 1
    if (this.#expects !== 'line') this.#expects = 'comma or end'
    this.#object = ''
  }

  #cells(): Record<string, string> {
    let value: object
    try {
      value = JSON.parse(this.#object) as object
    } catch {
      // `JSON.parse` throws for what is no JSON, and for nothing else.
      throw this.#broken()
    }
    const cells: Record<string, string> = Object.create(null)
    const entries = Object.entries(value)
    const { columns: limit } = this.#limits
    if (entries.length > limit) throw new UnreadableSheet('sheet.columns', { row: this.#number, limit })
    for (const [name, content] of entries) {
      const text = textOf(content)
      if (text === null) throw new UnreadableSheet('sheet.nested', { row: this.#number })
      if (text !== '') cells[name] = text
    }
    return cells
  }
}

type Expected = 'start' | 'line' | 'object' | 'object or end' | 'comma or end' | 'nothing'

/** What may stand between objects, and what is expected after it. */
const turns: Record<string, Expected> = {
  'start [': 'object or end',
  'line {': 'line',
  'object {': 'comma or end',
  'object or end {': 'comma or end',
  'object or end ]': 'nothing',
  'comma or end ,': 'object',
  'comma or end ]': 'nothing',
}

const insideText = /["\\]/g
const insideObject = /["{}[\]]/g

/** Null for what holds more than texts, numbers, yes and no, or a list of them. */
function textOf(value: unknown): string | null {
  if (value === null) return ''
  if (Array.isArray(value)) {
    const texts = value.map((one: unknown) => (Array.isArray(one) ? null : textOf(one)))
    return texts.every((text) => text !== null) ? cellOf(texts) : null
  }
  return typeof value === 'object' ? null : String(value)
}

import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/**
 * The texts of an XLSX file that its cells point to by number. The first ones stay in memory, where most cells find theirs; the
 * others wait in a file on disk, so that memory does not grow with them. Lives as long as the sheet is read.
 */
export class SharedTexts {
  readonly #memoryBytes: number
  readonly #kept: string[] = []
  #keptBytes = 0
  #file: number | null = null
  /** Where each text that is not kept ends in the file. */
  #ends = new Float64Array(1024)
  #count = 0
  #written = 0
  #waiting: Buffer[] = []
  #waitingBytes = 0

  constructor(memoryBytes = 16_000_000) {
    this.#memoryBytes = memoryBytes
  }

  get count(): number {
    return this.#kept.length + this.#count
  }

  add(text: string) {
    if (this.#count === 0 && this.#keptBytes < this.#memoryBytes) {
      this.#keptBytes += text.length * 2 + 32
      this.#kept.push(text)
      return
    }
    const bytes = Buffer.from(text)
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    if (this.#count === this.#ends.length) this.#ends = grown(this.#ends)
    this.#ends[this.#count] = this.#written + this.#waitingBytes
    this.#count += 1
    if (this.#waitingBytes > 1_000_000) this.#writeOut()
  }

  at(number: number): string | null {
    const kept = this.#kept[number]
    if (kept !== undefined) return kept
    const place = number - this.#kept.length
    if (place < 0 || place >= this.#count) return null
    if (this.#waitingBytes > 0) this.#writeOut()
    const start = this.#ends[place - 1] ?? 0
    const bytes = Buffer.allocUnsafe((this.#ends[place] ?? 0) - start)
    if (this.#file !== null) fs.readSync(this.#file, bytes, 0, bytes.length, start)
    return bytes.toString()
  }

  close() {
    if (this.#file !== null) fs.closeSync(this.#file)
    this.#file = null
  }

  #writeOut() {
    this.#file ??= namelessFile()
    const bytes = Buffer.concat(this.#waiting)
    fs.writeSync(this.#file, bytes, 0, bytes.length, this.#written)
    this.#written += bytes.length
    this.#waiting = []
    this.#waitingBytes = 0
  }
}

function grown(ends: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(ends.length * 2)
  larger.set(ends)
  return larger
}

/** Nobody else can open it, and it is gone when it is closed, however the process ends. */
function namelessFile(): number {
  const name = path.join(os.tmpdir(), `actionline-${randomUUID()}`)
  const file = fs.openSync(name, 'wx+', 0o600)
  fs.unlinkSync(name)
  return file
}

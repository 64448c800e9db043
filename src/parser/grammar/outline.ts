import type { Warning } from '../source.ts'
import type { Label, Reading } from './labels.ts'
import { neutralLabel } from './labels.ts'
import type { Line } from './line.ts'

/** A unit while it is being read: lines are joined and paths given when the section is complete. */
export type Sketch = {
  label: string | null
  neutral: string
  reading: Reading | null
  parts: string[]
  closing: string[]
  marks: string[]
  children: Sketch[]
  confidence: number
  at: string
}

type Level = {
  sketches: Sketch[]
  reading: Reading
  style: Label['style']
  suffix: string
  depth: number | null
}

export type Fit = { score: number; level: number; reading: Reading; warning: Warning['code'] | null }

/** The tree of one section's units, grown line by line. */
export class Outline {
  readonly roots: Sketch[] = []
  readonly warnings: Warning[] = []
  unlabelledBefore = 0
  private levels: Level[] = []
  private last: Sketch | null = null
  private intoClosing = false

  get current(): Sketch | null {
    return this.last
  }

  get isNumbered(): boolean {
    return this.levels[0]?.reading.kind === 'number'
  }

  get depth(): number {
    return this.levels.length
  }

  /** Text so far of the innermost unit, for judging whether its sentence is complete. */
  get tail(): string {
    if (!this.last) return ''
    return (this.intoClosing ? this.last.closing : this.last.parts).at(-1) ?? ''
  }

  /** How well a label continues or opens a list at this place; `next` is the label that follows in the text. */
  fit(label: Label, next: Label | null): Fit | null {
    const opens = /[:：]\s*$/u.test(this.tail) || /[—–]$/.test(this.tail)
    let best: Fit | null = null
    for (const reading of label.readings) {
      for (const option of this.options(label, reading, opens)) {
        const support = supports(reading, next) ? 15 : next && contradicts(reading, label, next) ? -15 : 0
        const score = option.score + support
        if (!best || score > best.score) best = { ...option, score }
      }
    }
    return best
  }

  private options(label: Label, reading: Reading, opens: boolean): Fit[] {
    const options: Fit[] = []
    this.levels.forEach((level, index) => {
      if (level.reading.kind !== reading.kind || level.style !== label.style) {
        const decimalUnder = reading.kind === 'decimal' && level.reading.kind === 'decimal'
        if (!decimalUnder) return
      }
      const [score, warning] = continues(level, reading, label.suffix)
      const inner = this.levels.length - 1 - index
      options.push({ score: score - inner, level: index, reading, warning })
    })
    if (reading.kind === 'decimal') return [...options, this.decimalChild(reading)]
    const alreadyOpen = this.levels.some(
      (level) => level.reading.kind === reading.kind && level.style === label.style,
    )
    const first = isFirst(reading)
    const score = first
      ? this.levels.length === 0
        ? 100
        : opens
          ? 108
          : alreadyOpen
            ? 4
            : 62
      : this.levels.length === 0
        ? 30
        : 8
    options.push({ score, level: this.levels.length, reading, warning: first ? null : 'label-gap' })
    return options
  }

  /** '2.1' hangs from 2, '2.1.1' from 2.1. */
  private decimalChild(reading: Reading): Fit {
    const parts = reading.parts ?? []
    const above = this.levels.findLastIndex((level) => {
      const prefix = level.reading.parts ?? [level.reading.value]
      return prefix.length < parts.length && prefix.every((part, index) => part === parts[index])
    })
    const score = above >= 0 ? (isFirst(reading) ? 104 : 40) : this.levels.length === 0 ? 60 : 6
    const warning = isFirst(reading) && above >= 0 ? null : 'label-gap'
    return { score, level: above + 1, reading, warning }
  }

  /** An empty outline that counts on where this one stops: a title between paragraphs does not restart the numbers. */
  successor(): Outline {
    const next = new Outline()
    const top = this.levels[0]
    if (top) next.levels = [{ ...top, sketches: next.roots }]
    next.unlabelledBefore = this.unlabelledBefore + this.roots.filter(({ label }) => label === null).length
    return next
  }

  /** Opens a unit under the label that `fit` has placed. */
  open(line: Line, label: Label, fit: Fit, text: string): void {
    const level = this.levels[fit.level]
    this.levels.length = Math.min(this.levels.length, fit.level + 1)
    const reading =
      fit.reading.kind === 'dash' ? { ...fit.reading, value: (level?.sketches.length ?? 0) + 1 } : fit.reading
    const sketch = this.sketch(line, label.printed, neutralLabel(reading, label.suffix), reading, text)
    sketch.confidence = fit.warning ? 0.6 : fit.score >= 95 ? 1 : 0.8
    if (fit.warning) this.warnings.push({ code: fit.warning, values: { label: label.printed }, at: line.at })
    if (level) {
      level.sketches.push(sketch)
      level.reading = reading
      level.suffix = label.suffix
    } else {
      const parent = this.levels.at(-1)?.sketches.at(-1)
      const unlabelled = this.levels.length === 0 ? this.last : null
      const sketches =
        (parent ?? (unlabelled?.label === null && opensList(unlabelled) ? unlabelled : null))?.children ??
        this.roots
      sketches.push(sketch)
      this.levels.push({ sketches, reading, style: label.style, suffix: label.suffix, depth: line.level })
    }
    this.last = sketch
    this.intoClosing = false
  }

  /** A paragraph without a label, beside the last of its kind. */
  openUnlabelled(line: Line, text: string): void {
    this.levels = []
    const sketch = this.sketch(line, null, '', null, text)
    this.roots.push(sketch)
    this.last = sketch
    this.intoClosing = false
  }

  continue(line: Line, text: string): void {
    if (!this.last) return this.openUnlabelled(line, text)
    ;(this.intoClosing ? this.last.closing : this.last.parts).push(text)
    this.last.marks.push(...line.marks)
  }

  /** Text after a list that belongs to the unit above the list. */
  close(line: Line, text: string): void {
    const owner = this.levels.at(-2)?.sketches.at(-1) ?? this.roots.at(-1)
    if (!owner) return this.openUnlabelled(line, text)
    this.levels.length = Math.max(1, this.levels.length - 1)
    owner.closing.push(text)
    owner.marks.push(...line.marks)
    this.last = owner
    this.intoClosing = true
  }

  private sketch(
    line: Line,
    label: string | null,
    neutral: string,
    reading: Reading | null,
    text: string,
  ): Sketch {
    return {
      label,
      neutral,
      reading,
      parts: text === '' ? [] : [text],
      closing: [],
      marks: [...line.marks],
      children: [],
      confidence: 1,
      at: line.at,
    }
  }
}

const opensList = (sketch: Sketch): boolean => /[:：]$/.test(sketch.parts.at(-1) ?? '')

const isFirst = (reading: Reading): boolean => reading.value === 1 || reading.kind === 'dash'

function supports(reading: Reading, next: Label | null): boolean {
  return (
    next?.readings.some(({ kind, value }) => kind === reading.kind && value === reading.value + 1) ?? false
  )
}

function contradicts(reading: Reading, label: Label, next: Label): boolean {
  const others = label.readings.filter((other) => other !== reading)
  return others.some((other) => supports(other, next))
}

function continues(level: Level, reading: Reading, suffix: string): [number, Warning['code'] | null] {
  if (reading.kind === 'dash') return [100, null]
  if (reading.kind === 'decimal') return decimalContinues(level, reading)
  const step = reading.value - level.reading.value
  if (step === 1) return [suffix === '' ? 100 : 50, null]
  if (step === 0) return suffix !== level.suffix && suffix !== '' ? [98, null] : [30, 'label-double']
  if (step > 1 && step <= 9) return [42 - step, 'label-gap']
  return [step < 0 ? 5 : 3, 'label-doubtful']
}

function decimalContinues(level: Level, reading: Reading): [number, Warning['code'] | null] {
  const before = level.reading.parts ?? []
  const parts = reading.parts ?? []
  if (before.length !== parts.length) return [0, 'label-doubtful']
  const samePrefix = before.slice(0, -1).join('.') === parts.slice(0, -1).join('.')
  const step = reading.value - level.reading.value
  if (samePrefix && step === 1) return [100, null]
  if (samePrefix && step > 1) return [42 - Math.min(step, 9), 'label-gap']
  return samePrefix ? [20, 'label-double'] : [6, 'label-doubtful']
}

import { printedCounter } from './counters.ts'
import type { ParagraphFormat, Styles } from './docx-styles.ts'
import { paragraphFormat } from './docx-styles.ts'
import { fromSymbolFont } from './docx-symbols.ts'
import type { XmlNode } from '#platform/packages/xml-read.ts'
import { childOf, childrenNamed, isOn, valueOf } from '#platform/packages/xml-read.ts'

type Level = {
  start: number
  format: string
  /** Zeros in front, for the formats that Word writes as a pattern: '01, 02, 03, ...'. */
  digits: number
  text: string
  font: string
  isLegal: boolean
  /** Null when nothing is said; 0 for never. */
  restart: number | null
  style: string | null
  isHidden: boolean
  indent: ParagraphFormat
}

type AbstractList = {
  id: string
  levels: Map<number, Level>
  styleLink: string | null
  numStyleLink: string | null
}
type ListInstance = { id: string; abstract: string; starts: Map<number, number>; levels: Map<number, Level> }

export type Numbered = { label: string | null; level: number; indent: ParagraphFormat }

export type Numbering = {
  /** Counts on and gives the label of the next paragraph of this list and level. */
  next: (numId: string, level: number) => Numbered | null
  /** The level that a list ties to a paragraph style. */
  levelOfStyle: (numId: string, style: string) => number | null
}

export function numberingOf(tree: XmlNode | undefined, styles: Styles): Numbering {
  const abstracts = new Map(
    childrenNamed(tree, 'w:abstractNum').map((node) => [idOf(node, 'abstractNumId'), abstractList(node)]),
  )
  const instances = new Map(
    childrenNamed(tree, 'w:num').map((node) => [idOf(node, 'numId'), listInstance(node)]),
  )
  const counters = new Map<string, (number | null)[]>()
  const started = new Set<string>()

  const abstractOf = (instance: ListInstance) => linked(instance, abstracts, instances, styles)
  return {
    levelOfStyle(numId, style) {
      const instance = instances.get(numId)
      const abstract = instance && abstractOf(instance)
      for (const [index, level] of abstract?.levels ?? []) if (level.style === style) return index
      return null
    },
    next(numId, wanted) {
      const instance = instances.get(numId)
      const abstract = instance && abstractOf(instance)
      const index = Math.min(Math.max(Math.trunc(wanted) || 0, 0), 8)
      const levelAt = (at: number) => instance?.levels.get(at) ?? abstract?.levels.get(at)
      const level = levelAt(index)
      if (!instance || !abstract || !level) return null

      const counts = counters.get(abstract.id) ?? Array<number | null>(9).fill(null)
      counters.set(abstract.id, counts)
      const startOf = (at: number) => instance.starts.get(at) ?? levelAt(at)?.start ?? 1
      countOn(counts, index, startOf, isFirstUse(started, instance, index))
      restartDeeper(counts, index, abstract)
      const label = level.isHidden ? null : printedLabel(level, counts, levelAt)
      return { label: label === '' ? null : label, level: index, indent: level.indent }
    },
  }
}

/** A list that overrides a level's start begins there once, although it shares its counters with other lists. */
function isFirstUse(started: Set<string>, instance: ListInstance, index: number): boolean {
  const key = `${instance.id} ${index}`
  if (!instance.starts.has(index) || started.has(key)) return false
  started.add(key)
  return true
}

function countOn(
  counts: (number | null)[],
  index: number,
  startOf: (at: number) => number,
  isRestart: boolean,
) {
  const before = counts[index] ?? null
  counts[index] = before === null || isRestart ? startOf(index) : before + 1
  // A level that was skipped counts as used: after 1.1 without a 1, Word goes on with 2.
  for (let at = 0; at < index; at += 1) counts[at] ??= startOf(at)
}

/** Word restarts a level when any higher one is used, as far up as its restart level says, and looks only at the list's definition. */
function restartDeeper(counts: (number | null)[], index: number, abstract: AbstractList) {
  for (let at = index + 1; at < 9; at += 1) {
    const restart = abstract.levels.get(at)?.restart ?? null
    if (restart === null || restart > at || (restart > 0 && index < restart)) counts[at] = null
  }
}

function printedLabel(
  level: Level,
  counts: (number | null)[],
  levelAt: (at: number) => Level | undefined,
): string {
  if (level.format === 'bullet') return bullet(level)
  const printed = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const other = levelAt(at)
    const format = level.isLegal && other?.format !== 'decimalZero' ? 'decimal' : (other?.format ?? 'decimal')
    return printedCounter(counts[at] ?? other?.start ?? 1, format).padStart(other?.digits ?? 0, '0')
  })
  return printed.replace(/\s+/g, ' ').trim()
}

/** Word's hollow bullet is the letter o of a typewriter font. */
function bullet(level: Level): string {
  if (level.text === 'o') return '◦'
  return fromSymbolFont(level.text, level.font || 'Symbol').trim()
}

/** A list may be defined by a numbering style: its levels then stand in the list that the style names. */
function linked(
  instance: ListInstance,
  abstracts: Map<string, AbstractList>,
  instances: Map<string, ListInstance>,
  styles: Styles,
): AbstractList | undefined {
  const abstract = abstracts.get(instance.abstract)
  if (!abstract?.numStyleLink) return abstract
  const numId = styles.style(abstract.numStyleLink)?.paragraph.numId
  const target = abstracts.get(instances.get(numId ?? '')?.abstract ?? '')
  if (target && !target.numStyleLink) return target
  return [...abstracts.values()].find((each) => each.styleLink === abstract.numStyleLink) ?? abstract
}

const idOf = (node: XmlNode, name: string) => node.attributes[`w:${name}`] ?? ''

function abstractList(node: XmlNode): AbstractList {
  return {
    id: idOf(node, 'abstractNumId'),
    levels: new Map(
      childrenNamed(node, 'w:lvl').map((level) => [Number(idOf(level, 'ilvl')), levelOf(level)]),
    ),
    styleLink: valueOf(node, 'w:styleLink') ?? null,
    numStyleLink: valueOf(node, 'w:numStyleLink') ?? null,
  }
}

function listInstance(node: XmlNode): ListInstance {
  const starts = new Map<number, number>()
  const levels = new Map<number, Level>()
  for (const override of childrenNamed(node, 'w:lvlOverride')) {
    const index = Number(idOf(override, 'ilvl'))
    const start = valueOf(override, 'w:startOverride')
    const level = childOf(override, 'w:lvl')
    if (start !== undefined) starts.set(index, wholeNumber(start, 1))
    if (level) levels.set(index, levelOf(level))
  }
  return { id: idOf(node, 'numId'), abstract: valueOf(node, 'w:abstractNumId') ?? '', starts, levels }
}

function levelOf(node: XmlNode): Level {
  const format = numberFormat(node)
  const restart = valueOf(node, 'w:lvlRestart')
  const run = childOf(node, 'w:rPr')
  const hidden = childOf(run, 'w:vanish')
  return {
    ...format,
    start: wholeNumber(valueOf(node, 'w:start'), 1),
    text: childOf(node, 'w:lvlPicBulletId') ? '•' : (valueOf(node, 'w:lvlText') ?? ''),
    font: childOf(run, 'w:rFonts')?.attributes['w:ascii'] ?? '',
    isLegal: childOf(node, 'w:isLgl') !== undefined && isOn(valueOf(node, 'w:isLgl')),
    restart: restart === undefined ? null : wholeNumber(restart, 0),
    style: valueOf(node, 'w:pStyle') ?? null,
    isHidden: hidden !== undefined && isOn(hidden.attributes['w:val']),
    indent: paragraphFormat(childOf(node, 'w:pPr')),
  }
}

/** Newer formats stand beside an older one, in an alternative for programs that know them. */
function numberFormat(node: XmlNode): { format: string; digits: number } {
  const plain = childOf(node, 'w:numFmt')
  const choice = childOf(childOf(childOf(node, 'mc:AlternateContent'), 'mc:Choice'), 'w:numFmt')
  const fallback = childOf(childOf(childOf(node, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt')
  const chosen = plain ?? choice ?? fallback
  const pattern = /^(0*1),/.exec(chosen?.attributes['w:format'] ?? '')
  if (pattern) return { format: 'decimal', digits: pattern[1]?.length ?? 0 }
  const format = chosen?.attributes['w:val'] ?? 'decimal'
  if (format === 'custom') return { format: fallback?.attributes['w:val'] ?? 'decimal', digits: 0 }
  return { format, digits: 0 }
}

const wholeNumber = (text: string | undefined, otherwise: number) => {
  const number = Number.parseInt(text ?? '', 10)
  return Number.isSafeInteger(number) ? number : otherwise
}

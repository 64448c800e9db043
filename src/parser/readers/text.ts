import type { Block, SourceText, Warning } from '../source.ts'
import { Unreadable } from '../source.ts'
import type { Decoded } from '#platform/encodings/decode-text.ts'
import type { Budget } from './limits.ts'
import { columnsOf, isBlank } from './pieces.ts'

/** One block for each line that has something on it; nothing is interpreted. */
export function readText(decoded: Decoded, budget: Budget): SourceText {
  refuseBinary(decoded.text)
  return {
    format: 'text',
    declaredLanguage: null,
    blocks: blocksOf(decoded.text, budget),
    notes: [],
    setAside: [],
    warnings: encodingWarnings(decoded),
  }
}

export function encodingWarnings({ guessed, replaced }: Decoded): Warning[] {
  const warnings: Warning[] = []
  if (guessed) warnings.push({ code: 'encoding-guessed', values: { encoding: guessed }, at: 'line 1' })
  if (replaced > 0) warnings.push({ code: 'characters-replaced', values: { count: replaced }, at: 'line 1' })
  return warnings
}

/** A stray control character happens in old files; many, or zeros, mean that this is no text. */
export function refuseBinary(text: string) {
  const zeros = text.match(/\0/g)?.length ?? 0
  const strange = text.match(/(?![\t\n\v\f\r\u0085])\p{Cc}|[\ufffe\uffff]/gu)?.length ?? 0
  const unread = text.match(/\ufffd/g)?.length ?? 0
  if (zeros * 1000 > text.length || strange * 100 > text.length || unread * 5 > text.length) {
    throw new Unreadable('unknown-format', { kind: 'binary' })
  }
}

/** Line ends of all systems; a form feed begins a page, a vertical tab (Word's line break) only a line. */
const lineEnd = /\r\n|[\n\r\x85\u2028\u2029\f\v]/g

function blocksOf(text: string, budget: Budget): Block[] {
  const blocks: Block[] = []
  const open = { line: 1, blank: 0, newPage: false }

  const close = (line: string) => {
    if (isBlank(line)) {
      open.blank += 1
      return
    }
    budget.spendBlock()
    budget.spendCharacters(line.length)
    blocks.push(lineBlock(line, open))
    open.blank = 0
    open.newPage = false
  }
  let start = 0
  for (const end of text.matchAll(lineEnd)) {
    const isPageEnd = end[0] === '\f'
    const line = text.slice(start, end.index)
    // A form feed at the start of a line ends no line of its own.
    if (!isPageEnd || !isBlank(line)) close(line)
    if (isPageEnd) open.newPage = true
    else open.line += 1
    start = end.index + end[0].length
    if (open.line % 4096 === 0) budget.checkTime()
  }
  close(text.slice(start))
  return blocks
}

function lineBlock(line: string, open: { line: number; blank: number; newPage: boolean }): Block {
  const body = line.trimStart()
  return {
    at: `line ${open.line}`,
    text: body.trimEnd(),
    whole: false,
    indent: columnsOf(line.slice(0, line.length - body.length)),
    blankBefore: open.blank,
    newPage: open.newPage,
    label: null,
    level: null,
    role: 'body',
    italicLead: 0,
    marks: [],
  }
}

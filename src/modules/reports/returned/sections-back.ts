import type { BackBlock, BackSpan } from '#platform/documents/from-docx/paper-back.ts'
import { bookmarkOf, isBookmarkOf } from '#platform/documents/as-docx/text.ts'
import type { Span } from '../markup/markup.ts'
import { localAddress, shownSpans, type ShownLine, type Surroundings } from './shown.ts'

export type SectionBack = {
  lines: ShownLine[]
  /** Whether there are tables or pictures of somebody's own, which a section cannot hold. */
  hasOthers: boolean
}

export type Known = {
  /** Sections of the report with what they are called, in any of the languages. */
  sections: readonly { code: string; names: readonly string[]; place: number }[]
  /** Names of the live parts of the report. */
  parts: readonly string[]
  /** What the texts of the report rest on by now. */
  cited: readonly string[]
  /** What papers print behind paragraphs that no person stands for, and is no part of their text. */
  unchecked: readonly string[]
}

/** The sections of a file, found by their marks or else by their headings. What stands before the first is none of them. */
export function sectionsBack(
  blocks: readonly BackBlock[],
  known: Known,
  around: Surroundings,
): Map<string, SectionBack> {
  const found = new Map<string, SectionBack>()
  let current: SectionBack | null = null
  let part: string | null = null
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) {
      const code = sectionOf(block, known)
      // A section of somebody's own, or one that stands there twice, is none of the report's.
      current = code === null || found.has(code) ? null : { lines: [], hasOthers: false }
      if (code !== null && current !== null) found.set(code, current)
      part = null
      continue
    }
    const begun = partBegun(block, known)
    if (begun !== null && begun !== part && known.parts.includes(begun))
      current?.lines.push({ shown: `{{${begun}}}`, marks: `{{${begun}}}` })
    part =
      begun ?? (block.kind === 'around' || block.kind === 'table' || block.kind === 'picture' ? part : null)
    if (current === null || begun !== null) continue
    if ((block.kind === 'table' || block.kind === 'picture') && part === null) current.hasOthers = true
    const line = lineOf(block, known, around)
    if (line !== null) current.lines.push(line)
  }
  return found
}

/** What belongs to a live part says so; where a program has lost that, its beginning is marked. */
function partBegun({ part, bookmarks }: BackBlock, { parts }: Known): string | null {
  return part ?? parts.find((key) => bookmarks.some((name) => isBookmarkOf(name, `live-${key}`))) ?? null
}

function sectionOf({ bookmarks, spans }: BackBlock, { sections }: Known): string | null {
  const marked = sections.find(({ code }) => bookmarks.includes(bookmarkOf(code)))
  if (marked) return marked.code
  const words = wordsOf(spans)
  const named = sections.find(({ names, place }) =>
    names.some((name) => words === name || words === `${place}. ${name}`),
  )
  return named?.code ?? null
}

const lettersOf = (spans: readonly BackSpan[]): string =>
  spans.map((span) => ('text' in span ? span.text : '')).join('')

const wordsOf = (spans: readonly BackSpan[]): string => lettersOf(spans).replaceAll(/\s+/g, ' ').trim()

const signs = { paragraph: '', line: '- ', 'ordered-line': '1. ', heading: '## ' } as const

function lineOf(block: BackBlock, known: Known, around: Surroundings): ShownLine | null {
  if (block.kind === 'around' || block.kind === 'table' || block.kind === 'picture') return null
  const isHeading = block.kind === 'heading'
  const own = withoutUnchecked(block.spans, known)
  const spans = isHeading
    ? [plain(lettersOf(own))]
    : own.map((span) => (span.span === 'note' ? citationOf(span.spans, known, around) : span))
  const words = shownSpans(spans, around)
  const line = signs[block.kind] + words
  return words === '' ? null : { shown: line, marks: line }
}

function withoutUnchecked(spans: readonly BackSpan[], { unchecked }: Known): readonly BackSpan[] {
  const last = spans.findLast((span) => !('text' in span) || span.text.trim() !== '')
  if (last === undefined || !('text' in last)) return spans
  const mark = unchecked.find((one) => last.text.trimEnd().endsWith(one))
  if (mark === undefined) return spans
  const text = last.text.trimEnd().slice(0, -mark.length).trimEnd()
  return [...spans.slice(0, spans.indexOf(last)), ...(text === '' ? [] : [{ ...last, text }])]
}

const plain = (text: string): Span => ({ span: 'text', text, look: 'plain' })

/** A footnote is what a claim rests on when it ends with an address; any other goes on as words. */
function citationOf(
  spans: Extract<BackSpan, { span: 'note' }>['spans'],
  { cited }: Known,
  around: Surroundings,
): Span {
  const words = wordsOf(spans)
  const link = spans.findLast((span) => span.span === 'link')
  const last = words.split(' ').at(-1) ?? ''
  const said = localAddress(link?.span === 'link' ? link.address : last, around)
  const same = cited.find((address) => localAddress(address, around) === said)
  if (same !== undefined) return { span: 'citation', address: same }
  if (/^(?:https?:\/\/|\/)[^\s[\]]+$/.test(said)) return { span: 'citation', address: said }
  return plain(words === '' ? '' : ` (${words})`)
}

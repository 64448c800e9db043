import { linkTarget } from '#platform/documents/as-docx/writing.ts'
import { printable } from '#platform/documents/printable.ts'
import type { MarkedBlock, Span } from '../markup/markup.ts'
import { writtenSpans } from '../markup/written.ts'

/** A line of a text as it can be seen on a paper, and the marks that it is written with. */
export type ShownLine = {
  /** Equal where a reader of the paper sees the same. */
  shown: string
  /** As it stands in the text of a section. */
  marks: string
}

export type Surroundings = {
  /** Where the site answers, without a slash at the end. */
  site: string
  report: string
  /** What stands on the paper for a live part that is spoken of; undefined where there is none of that name. */
  written: (key: string) => string | undefined
}

/** The lines of a text as they would be seen on paper; what leaves nothing to be seen is none of them. */
export const shownLines = (blocks: readonly MarkedBlock[], around: Surroundings): ShownLine[] =>
  withoutRepeats(linesOf(blocks, around))

/** A live part right after itself is not told apart from itself. */
export const withoutRepeats = (lines: readonly ShownLine[]): ShownLine[] =>
  lines.filter((line, place) => !isPart(line) || lines[place - 1]?.shown !== line.shown)

export const isPart = ({ shown }: ShownLine): boolean => /^\{\{[a-z0-9-]+\}\}$/.test(shown)

const linesOf = (blocks: readonly MarkedBlock[], around: Surroundings): ShownLine[] =>
  blocks.flatMap((block): ShownLine[] => {
    if (block.block === 'part') {
      const marks = `{{${block.key}}}`
      return around.written(block.key) === undefined ? [] : [{ shown: marks, marks }]
    }
    if (block.block === 'list')
      return block.lines.flatMap((line) => withSign(block.isOrdered ? '1. ' : '- ', lineOf(line, around)))
    if (block.block === 'paragraph') return withSign('', lineOf(block.spans, around))
    // A heading stands on paper without looks and links.
    return withSign('## ', { shown: plainWords(block.spans, around), marks: marksOf(block.spans) })
  })

const withSign = (sign: string, { shown, marks }: ShownLine): ShownLine[] =>
  shown === '' ? [] : [{ shown: sign + shown, marks: sign + marks }]

const lineOf = (spans: readonly Span[], around: Surroundings): ShownLine => ({
  shown: shownSpans(
    spans.map((span) => seen(span, around)),
    around,
  ),
  marks: marksOf(spans),
})

const plainWords = (spans: readonly Span[], { written }: Surroundings): string =>
  tidy(
    spans
      .map((span) =>
        'text' in span ? span.text : span.span === 'part' ? (written(span.key) ?? span.key) : '',
      )
      .join(''),
  )

function seen(span: Span, { written }: Surroundings): Span {
  if (span.span === 'link' && linkTarget(span.address) === null) return plain(span.text)
  return span.span === 'part' && written(span.key) === undefined ? plain(span.key) : span
}

const plain = (text: string): Span => ({ span: 'text', text, look: 'plain' })

/** Spans as marks in the one way in which they can be compared. */
export function shownSpans(spans: readonly Span[], around: Surroundings): string {
  const own = spans.flatMap((span): Span[] => {
    if (span.span === 'citation') return [{ ...span, address: localAddress(span.address, around) }]
    if (span.span === 'part') return [span]
    const text = visible(span.text)
    if (text === '') return []
    return [span.span === 'link' ? ownLink({ ...span, text }, around) : { ...span, text }]
  })
  return tidy(marksOf(joined(spaced(own))))
}

/** Papers print the numbers of footnotes right behind what they are about; in texts one space stands there, but not in Chinese. */
function spaced(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const span of spans) {
    if (span.span === 'citation' && !/[\u2e80-\u9fff\uff00-\uffef]$/.test(takeSpaceFrom(found)))
      found.push(plain(' '))
    found.push(span)
  }
  return found
}

/** Takes the white space at the end away; gives what stands before it, nothing where that is no text. */
function takeSpaceFrom(found: Span[]): string {
  const last = found.pop()
  if (last === undefined) return ''
  const text = 'text' in last ? last.text.trimEnd() : null
  if (text === '') return takeSpaceFrom(found)
  found.push(text === null || !('text' in last) ? last : { ...last, text })
  return text ?? ''
}

/** Lines of a list are told apart by where they stand; runs of white space are one. */
const tidy = (text: string): string =>
  visible(text)
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .trim()

/** Programs lose the places at which a word may be divided. */
const visible = (text: string): string => printable(text).replaceAll('\u00AD', '')

/** A link to a live part of the report is that part. */
function ownLink(span: Extract<Span, { span: 'link' }>, { site, report, written }: Surroundings): Span {
  const path = localAddress(span.address, { site })
  const key = path.startsWith(`/reports/${report}/parts/`) ? path.split('/')[4] : undefined
  if (key !== undefined && /^[a-z][a-z0-9-]{0,39}$/.test(key) && written(key) !== undefined)
    return { span: 'part', key }
  return { ...span, address: linkTarget(span.address) ?? span.address }
}

/** An address of this site without its host and language; any other as programs write it. */
export function localAddress(address: string, { site }: Pick<Surroundings, 'site'>): string {
  const whole = linkTarget(address) ?? address
  const path = whole.startsWith(`${site}/`) ? whole.slice(site.length) : whole
  return path.startsWith('/') && !path.startsWith('//')
    ? path.replace(/^\/(?:ar|zh|en|fr|ru|es)(?=\/)/, '')
    : path
}

/** Neighbours of one look are one; white space at the ends of what is marked stands outside the marks. */
const joined = (spans: readonly Span[]): Span[] =>
  neighboursJoined(neighboursJoined(spans).flatMap(outsideMarks))

function neighboursJoined(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const span of spans) {
    const last = found.at(-1)
    if (span.span === 'text' && last?.span === 'text' && last.look === span.look)
      found[found.length - 1] = { ...last, text: last.text + span.text }
    else if (span.span === 'link' && last?.span === 'link' && last.address === span.address)
      found[found.length - 1] = { ...last, text: last.text + span.text }
    else if (span.span === 'part' && last?.span === 'part' && last.key === span.key) continue
    else found.push(span)
  }
  return found
}

function outsideMarks(span: Span): Span[] {
  if (!('text' in span) || (span.span === 'text' && span.look === 'plain')) return [span]
  const [, before = '', inside = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(span.text) ?? []
  return [
    ...(before ? [plain(before)] : []),
    ...(inside ? [{ ...span, text: inside }] : []),
    ...(after ? [plain(after)] : []),
  ]
}

/** Spans as a section knows them; what cannot stand between marks stands there without. */
const marksOf = (spans: readonly Span[]): string => writtenSpans(spans.map(markable))

function markable(span: Span): Span {
  if (span.span === 'link') {
    if (!/^https?:/.test(span.address)) return plain(span.text)
    const address = span.address.replaceAll('(', '%28').replaceAll(')', '%29')
    return { ...span, text: span.text.replaceAll(/[[\]\n]/g, ' '), address }
  }
  return span.span === 'text' && /[*\n]/.test(span.text) ? plain(span.text) : span
}

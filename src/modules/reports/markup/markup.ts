/**
 * The few marks that the text of a report knows: '## ' before a heading, '- ' and '1. ' before lines of a list, **strong**,
 * *emphasis*, [words](https://address), {{key}} for a live part, [[address]] for what a claim rests on. All else is text.
 */
export type Span =
  | { span: 'text'; text: string; look: 'plain' | 'strong' | 'emphasis' }
  | { span: 'link'; text: string; address: string }
  | { span: 'part'; key: string }
  | { span: 'citation'; address: string }

export type MarkedBlock =
  | { block: 'heading'; spans: Span[] }
  | { block: 'paragraph'; spans: Span[] }
  | { block: 'list'; isOrdered: boolean; lines: Span[][] }
  /** A live part that stands by itself. */
  | { block: 'part'; key: string }

export function markedBlocks(text: string): MarkedBlock[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .flatMap(blocksOf)
}

const bullet = /^[-•]\s+/
const number = /^\d{1,3}[.)]\s+/
const lonePart = /^\{\{\s*([a-z][a-z0-9-]{0,39})\s*\}\}$/

/** The lines of one piece: a heading may stand right above its text, and a list right below it. */
function blocksOf(piece: string): MarkedBlock[] {
  const blocks: MarkedBlock[] = []
  for (const line of piece.split('\n').map((one) => one.trim())) {
    const last = blocks.at(-1)
    const key = lonePart.exec(line)?.[1]
    const isOrdered = number.test(line)
    if (line.startsWith('## ')) blocks.push({ block: 'heading', spans: spansOf(line.slice(3)) })
    else if (key !== undefined) blocks.push({ block: 'part', key })
    else if (isOrdered || bullet.test(line)) {
      const spans = spansOf(line.replace(isOrdered ? number : bullet, ''))
      if (last?.block === 'list' && last.isOrdered === isOrdered) last.lines.push(spans)
      else blocks.push({ block: 'list', isOrdered, lines: [spans] })
    } else if (last?.block === 'paragraph') last.spans.push(...spansOf(` ${line}`))
    else blocks.push({ block: 'paragraph', spans: spansOf(line) })
  }
  return blocks
}

const marks =
  /\*\*(?<strong>[^*\n]+)\*\*|\*(?<emphasis>[^*\s][^*\n]*)\*|\[(?<words>[^[\]\n]+)\]\((?<link>https?:\/\/[^\s()]+)\)|\{\{\s*(?<key>[a-z][a-z0-9-]{0,39})\s*\}\}|\[\[(?<cited>[^[\]\s]+)\]\]/g

function spansOf(line: string): Span[] {
  const spans: Span[] = []
  let end = 0
  for (const match of line.matchAll(marks)) {
    if (match.index > end) spans.push(plain(line.slice(end, match.index)))
    spans.push(spanOf(match.groups ?? {}))
    end = match.index + match[0].length
  }
  if (end < line.length) spans.push(plain(line.slice(end)))
  return spans
}

/** Keeps the words of neighbouring blocks apart. */
const space: Span = { span: 'text', text: ' ', look: 'plain' }

const plain = (text: string): Span => ({ span: 'text', text, look: 'plain' })

function spanOf(groups: Record<string, string | undefined>): Span {
  const { strong, emphasis, words = '', link, key, cited = '' } = groups
  if (strong !== undefined) return { span: 'text', text: strong, look: 'strong' }
  if (emphasis !== undefined) return { span: 'text', text: emphasis, look: 'emphasis' }
  if (link !== undefined) return { span: 'link', text: words, address: link }
  return key === undefined ? { span: 'citation', address: cited } : { span: 'part', key }
}

/** All spans of a text, in reading order. */
const spansIn = (blocks: readonly MarkedBlock[]): Span[] =>
  blocks.flatMap((block) => {
    if (block.block === 'part') return [{ span: 'part', key: block.key } as const, space]
    return [
      ...(block.block === 'list' ? block.lines.flatMap((line) => [...line, space]) : block.spans),
      space,
    ]
  })

/** Keys of the live parts that a text speaks of, each once, in reading order. */
export const partsIn = (blocks: readonly MarkedBlock[]): string[] => [
  ...new Set(spansIn(blocks).flatMap((span) => (span.span === 'part' ? [span.key] : []))),
]

/** What a text rests on, each address once, in the order of its footnotes. */
export const citationsIn = (blocks: readonly MarkedBlock[]): string[] => [
  ...new Set(spansIn(blocks).flatMap((span) => (span.span === 'citation' ? [span.address] : []))),
]

/** The words of a text without its marks; live parts and citations as the caller words them, as nothing where it does not. */
export const wordsIn = (
  blocks: readonly MarkedBlock[],
  worded: { part?: (key: string) => string; citation?: (address: string) => string } = {},
): string =>
  spansIn(blocks)
    .map((span) => {
      if ('text' in span) return span.text
      return (span.span === 'part' ? worded.part?.(span.key) : worded.citation?.(span.address)) || gone
    })
    .join('')
    // The space before what is gone goes with it. Others stay: French has its own before some signs.
    .replaceAll(/\s*\0(?!\p{L})/gu, '')
    .replaceAll(gone, '')
    .replaceAll(/[^\S\u00a0\u202f]+/g, ' ')
    .trim()

/** Stands where a mark is worded as nothing; no text holds it. */
const gone = '\0'

/** Paragraphs that neither rest on anything nor show a number that opens its records; one that leads to a list rests on it. */
export const uncitedIn = (blocks: readonly MarkedBlock[]): string[] =>
  blocks.flatMap((block, place) => {
    const next = blocks[place + 1]
    const isUncited =
      block.block === 'paragraph' &&
      !block.spans.some(isSupport) &&
      !(next?.block === 'list' && next.lines.flat().some(isSupport))
    return isUncited ? [wordsIn([block])] : []
  })

const isSupport = ({ span }: Span): boolean => span === 'part' || span === 'citation'

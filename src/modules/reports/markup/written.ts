import type { MarkedBlock, Span } from './markup.ts'

/** A block with its marks, as people type it: what is read again is the same block. */
export function writtenBlock(block: MarkedBlock): string {
  if (block.block === 'part') return `{{${block.key}}}`
  if (block.block === 'heading') return `## ${writtenSpans(block.spans)}`
  if (block.block === 'paragraph') return writtenSpans(block.spans)
  return block.lines
    .map((line, place) => `${block.isOrdered ? `${place + 1}.` : '-'} ${writtenSpans(line)}`)
    .join('\n')
}

/** What stands in one line, with its marks. */
export const writtenSpans = (spans: readonly Span[]): string => spans.map(writtenSpan).join('')

function writtenSpan(span: Span): string {
  if (span.span === 'part') return `{{${span.key}}}`
  if (span.span === 'citation') return `[[${span.address}]]`
  if (span.span === 'link') return `[${span.text}](${span.address})`
  if (span.look === 'strong') return `**${span.text}**`
  return span.look === 'emphasis' ? `*${span.text}*` : span.text
}

/** The same block with other names for its live parts. */
export function withKeys(block: MarkedBlock, keys: ReadonlyMap<string, string>): MarkedBlock {
  const keyed = (spans: readonly Span[]) =>
    spans.map((span) => (span.span === 'part' ? { ...span, key: keys.get(span.key) ?? span.key } : span))
  if (block.block === 'part') return { ...block, key: keys.get(block.key) ?? block.key }
  return block.block === 'list'
    ? { ...block, lines: block.lines.map(keyed) }
    : { ...block, spans: keyed(block.spans) }
}

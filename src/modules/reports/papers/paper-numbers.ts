import type { Paper, PaperBlock } from '#platform/documents/paper.ts'

export type SectionNumbers = {
  /** Of counted paragraphs, in their order. */
  paragraphs: readonly string[]
  /** Of footnotes, in the order in which the text refers to them. */
  notes: readonly number[]
}

export type PartNumbers = { table?: number; picture?: number }

/** What a paper counts through, for whoever reads the report on a page: a paragraph or table is called the same on both. */
export type PaperNumbers = {
  /** By the code of a section. */
  sections: ReadonlyMap<string, SectionNumbers>
  /** By the key of a live part: the numbers of its table and of its picture. */
  parts: ReadonlyMap<string, PartNumbers>
}

/** Read off the paper itself, so that nothing is counted twice. */
export function numbersOf({ blocks }: Pick<Paper, 'blocks'>): PaperNumbers {
  const sections = new Map<string, { paragraphs: string[]; notes: number[] }>()
  const parts = new Map<string, PartNumbers>()
  const counted = { table: 0, picture: 0 }
  let section = { paragraphs: [] as string[], notes: [] as number[] }
  for (const block of blocks) {
    if (block.block === 'heading' && block.level === 1) {
      section = { paragraphs: [], notes: [] }
      sections.set(block.anchor, section)
    } else if (block.block === 'table' || block.block === 'picture') {
      counted[block.block] += 1
      const key = block.part ?? block.anchor
      // A part that stands twice goes by its first place.
      parts.set(key, { [block.block]: counted[block.block], ...parts.get(key) })
    }
    if (block.block === 'paragraph' && block.number !== null) section.paragraphs.push(block.number)
    section.notes.push(...notesIn(block))
  }
  return { sections, parts }
}

function notesIn(block: PaperBlock): readonly number[] {
  if (block.block === 'heading') return block.notes ?? []
  if (block.block !== 'paragraph' && block.block !== 'list') return []
  const spans = block.block === 'list' ? block.lines.flat() : block.spans
  return spans.flatMap((span) => (span.span === 'note' ? [span.number] : []))
}

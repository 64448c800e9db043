import type { PaperSpan } from '../paper.ts'

/** A paper that came back from whoever has edited it, as far as it can be taken in: its text, block by block. */
export type PaperBack = {
  /** What the paper was given to carry; null when a program has lost it. */
  mark: string | null
  blocks: BackBlock[]
}

export type BackBlock = {
  /** By the name of its style; what has one that we do not know is a paragraph. */
  kind: 'heading' | 'paragraph' | 'line' | 'ordered-line' | 'table' | 'picture' | 'around'
  /** Of a heading: 1 is that of a section. */
  level: number
  /** Names of the places that begin here. */
  bookmarks: string[]
  /** The live part that it belongs to. */
  part: string | null
  spans: BackSpan[]
}

/** As on the paper; a footnote brings what stands in it along. */
export type BackSpan =
  Exclude<PaperSpan, { span: 'note' }> | { span: 'note'; spans: Exclude<PaperSpan, { span: 'note' }>[] }

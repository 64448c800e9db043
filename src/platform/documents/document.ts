import type { LanguageCode } from '../languages.ts'

/** A document that goes out: what it says and in which order; how it looks is for the writer of its form to say. */
export type DocumentOut = {
  title: string
  language: LanguageCode
  blocks: Iterable<Block> | AsyncIterable<Block>
}

export type Block =
  | { block: 'heading'; level: 1 | 2; text: string }
  | { block: 'paragraph'; text: string; look?: Look }
  | {
      block: 'table'
      /** What stands in the first row, which is repeated on every page. */
      names?: readonly string[]
      /** How wide the columns are, as parts of the whole. */
      widths: readonly number[]
      rows: Iterable<readonly DocumentCell[]>
    }

export type DocumentCell = readonly (Paragraph | Control)[]

export type Paragraph = { text: string; look?: Look }

/** A lead is a hint that stands above what it leads to, on the same page. */
export type Look = 'plain' | 'strong' | 'hint' | 'lead' | 'code'

/** A place to fill in. Whoever reads the document back knows it by its name. */
export type Control = {
  control: 'text' | 'choice' | 'choice-or-text' | 'locked'
  name: string
  /** What programs call it for those who fill it in. */
  label: string
  value: string
  /** Stands there as long as nothing is filled in. */
  prompt: string
  choices?: readonly string[]
  /** Of the value, when it is not that of the document. */
  language?: LanguageCode
}

import type { LanguageCode } from '../languages.ts'

/**
 * A paper as it is handed out in one language: what it says and in which order. How that looks is for the writer of each form to
 * say. All texts are plain; none of them is markup of any form.
 */
export type Paper = {
  language: LanguageCode
  title: string
  head: PaperHead
  blocks: readonly PaperBlock[]
  /** Footnotes in the order of their numbers, which begin with 1. */
  notes: readonly PaperNote[]
  words: PaperWords
  /** The moment that the paper tells of, as ISO 8601, so that the same paper has the same bytes. */
  at: string
  /** Goes with a file that people edit, and tells whoever takes it in again from what it was made. Nobody reads it on the paper. */
  mark?: string
}

/** What stands above the text, as the rules of the recipient want it. */
export type PaperHead = {
  /** Who is to read it, and at which meeting. */
  recipient: string
  meeting: string | null
  /** What the paper is called by, on every page; null as long as it has no number. */
  number: string | null
  /** Lines at the side on which the language ends: number, date, original language. */
  marks: readonly { name: string; value: string }[]
  /** From whom it comes. */
  from: string | null
  /** In a frame above the text: summary, action required, references. */
  boxes: readonly { name: string; lines: readonly (readonly PaperSpan[])[] }[]
  /** What must be said of the whole, such as that it is a draft. */
  warnings: readonly string[]
}

export type PaperSpan =
  | { span: 'text'; text: string; look: 'plain' | 'strong' | 'emphasis' }
  /** Address with its site; a number that is counted from records says its value. */
  | { span: 'link'; text: string; address: string; quantity?: number }
  /** Refers to a footnote by its number. */
  | { span: 'note'; number: number }

export type PaperNote = { spans: readonly PaperSpan[] }

type InOther = {
  /** Set where a text is in another language than the paper. */
  language?: LanguageCode
}

/** Set on what a program has counted: neighbours of one name belong together, and nobody edits them on the paper. */
type OfPart = { part?: string }

export type PaperBlock = OfPart &
  (
    | ({
        block: 'heading'
        level: 1 | 2 | 3
        text: string
        /** Unique in the paper; letters of ASCII, digits and hyphens. */
        anchor: string
        /** Numbers of the footnotes that it refers to, behind its words. Contents and bookmarks leave them out. */
        notes?: readonly number[]
      } & InOther)
    | ({
        block: 'paragraph'
        /** As it is printed: '12.'; null where it is not counted. */
        number: string | null
        spans: readonly PaperSpan[]
        look?: 'plain' | 'warning' | 'hint'
      } & InOther)
    | ({ block: 'list'; isOrdered: boolean; lines: readonly (readonly PaperSpan[])[] } & InOther)
    | PaperTable
    | PaperPicture
  )

export type PaperTable = {
  block: 'table'
  anchor: string
  caption: string
  /** The first row, which is repeated on every page. */
  names: readonly { text: string; isNumber: boolean }[]
  rows: readonly (readonly string[])[]
}

export type PaperPicture = {
  block: 'picture'
  anchor: string
  caption: string
  /** A whole file of SVG that refers to nothing outside itself. */
  svg: string
  /** What the picture shows, for those who do not see it. */
  description: string
}

/** What the writers themselves put on a paper, in its language. */
export type PaperWords = {
  contents: string
  /** 'Figure' and 'Table', which are counted each for itself. */
  figure: string
  table: string
  /** 'Page {number} of {of}': the writer puts the numbers in. */
  page: string
  /** 'Rows printed: {number} of {of}', below a table that is longer than paper bears. */
  rows: string
}

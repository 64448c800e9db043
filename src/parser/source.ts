import type { LanguageCode } from './language-code.ts'

/** What a reader (text, HTML, Word, PDF) hands to the grammar: the file as a run of blocks, nothing interpreted yet. */
export type SourceText = {
  format: 'text' | 'html' | 'docx' | 'pdf'
  /** Only when the file itself says so (HTML lang, Word language); the grammar decides by the words otherwise. */
  declaredLanguage: LanguageCode | null
  blocks: Block[]
  /** Footnotes that the format keeps apart (Word, HTML). Those printed inside the flow are found by the grammar. */
  notes: SourceNote[]
  /** What the reader itself took out of the flow, with the reason: running heads, deleted text, scripts … */
  setAside: SetAside[]
  warnings: Warning[]
}

/** A printed line (text, PDF) or a whole paragraph (Word, HTML). */
export type Block = {
  /** Where it stands, for people: 'line 12', 'page 3, line 4', 'paragraph 7'. */
  at: string
  /** The characters as printed, with leading and trailing white space removed. */
  text: string
  /** True when the format guarantees a whole paragraph; false for a printed line that may go on in the next block. */
  whole: boolean
  /** White space before the text: columns in plain text, points / 6 in PDF, twips / 120 in Word. */
  indent: number
  /** Number of blank lines printed before this block (0 in Word and HTML unless empty paragraphs stand there). */
  blankBefore: number
  /** True when a page is known to begin here (form feed, PDF page, Word page break). */
  newPage: boolean
  /** Automatic number that Word or HTML would print and that is not part of `text`: '1', 'a)', 'ii)', '–'. */
  label: string | null
  /** Depth of that automatic number, 0 for the outermost. */
  level: number | null
  role: 'title' | 'heading' | 'body' | 'table'
  /** How many characters of `text`, from its start, are in italics (0 when none or unknown). */
  italicLead: number
  /** Footnote marks that the format itself identifies: `offset` is the place in `text`; the mark is not part of `text`. */
  marks: { mark: string; offset: number }[]
}

export type SourceNote = { mark: string; text: string; at: string }

export type SetAside = { reason: SetAsideReason; text: string; at: string }

export type SetAsideReason =
  | 'running-head'
  | 'page-number'
  | 'document-symbol'
  | 'foreword'
  | 'annex'
  | 'deleted-text'
  | 'not-text'
  | 'rule'
  | 'after-the-end'
  | 'before-the-title'
  | 'other'

export type Warning = { code: WarningCode; values?: Record<string, string | number>; at: string }

/** Each code has a sentence per language in `messages/`; a test holds the two together. */
export type WarningCode =
  | 'tracked-changes'
  | 'label-gap'
  | 'label-double'
  | 'label-doubtful'
  | 'heading-doubtful'
  | 'footnote-without-mark'
  | 'footnote-without-text'
  | 'reference-without-target'
  | 'reference-doubtful'
  | 'addressee-doubtful'
  | 'language-doubtful'
  | 'letters-folded'
  | 'hyphen-doubtful'
  | 'table-left-out'
  | 'encoding-guessed'
  | 'characters-replaced'

/** The input cannot be read as a resolution. `code` is a key of `messages/`; the command line prints its sentence. */
export class Unreadable extends Error {
  readonly code: UnreadableCode
  readonly values: Record<string, string | number>

  constructor(code: UnreadableCode, values: Record<string, string | number> = {}) {
    super(code)
    this.name = 'Unreadable'
    this.code = code
    this.values = values
  }
}

export type UnreadableCode =
  | 'empty'
  | 'too-large'
  | 'unknown-format'
  | 'damaged'
  | 'encrypted'
  | 'no-text'
  | 'expands-too-far'
  | 'takes-too-long'
  | 'no-operative-part'

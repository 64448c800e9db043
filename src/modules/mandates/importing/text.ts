import type { Duty } from '#parser/resolution.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Origin } from '../instruments/instrument.ts'

/** An imported official text as its list entry; the units hang on the provisions. */
export type RevisionText = {
  revision: string
  language: LanguageCode
  version: number
  /** Numbers of older versions that stay readable. */
  olderVersions: number[]
  title: string | null
  importedAt: Date
  source: { checksum: string; name: string; size: number }
  frontMatter: { kind: string; text: string }[]
  footnotes: TextFootnote[]
  setAside: TextSetAside[]
  warnings: TextWarning[]
  origin: Origin
}

/** One version of one language with its units in order, whatever the register holds. */
export type TextDetail = RevisionText & { sections: TextSection[]; units: TextUnit[] }

export type TextSection = {
  key: string
  /** The register's section that it is; null when the register has none. */
  paired: string | null
  heading: string
  kind: 'preamble' | 'operative'
  addressees: string[]
  act: string | null
}

export type TextUnit = {
  path: string
  parent: string | null
  section: string
  /** Address of the register's provision; null when the register has none. */
  address: string | null
  label: string | null
  text: string
  closing: string
  footnotes: string[]
  confidence: number
  at: string
}

export type TextFootnote = { mark: string; text: string; at: string | null }

/** A duty as the parser read it in one language, kept with the text so that it can be held against the register. */
export type TextDuty = Duty

export type TextWarning = { code: string; values?: Record<string, string | number>; at: string }

export type TextSetAside = { reason: string; text: string; at: string }

/** One point in which an imported text and the register do not agree. */
export type Difference = {
  kind: DifferenceKind
  /** Address in the register, or path in the text when the register has none. */
  address: string
  register: string | null
  text: string | null
}

export type DifferenceKind =
  | 'missing'
  | 'additional'
  | 'label'
  | 'kind'
  | 'addressee'
  | 'recipient'
  | 'cadence'
  | 'deadline'
  | 'citation'
  | 'action-line'
  | 'sdg'
  | 'footnote'
  | 'duty-missing'
  | 'duty-additional'

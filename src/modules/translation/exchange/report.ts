import type { LanguageCode } from '#platform/languages.ts'
import type { TextState } from '#platform/texts/texts.ts'

/** A segment as it goes out to a translator's program and comes back. */
export type ExchangedSegment = {
  kind: string
  id: string
  field: string
  segment: number
  from: LanguageCode
  to: LanguageCode
  /** Of the record's texts in the language, when they went out; null when the file does not tell. */
  version: number | null
  source: string
  /** Empty when there is no text. */
  target: string
  /** 'draft': there is a text, but the translator has not finished it. */
  state: TextState | 'draft'
}

export const refusals = [
  'unknown-record',
  'not-permitted',
  'wrong-language',
  'unknown-segment',
  'source-changed',
  'changed-meanwhile',
  'not-finished',
  'too-long',
  'inline-codes',
] as const

/** Why a segment of a file was not taken. */
export type SegmentRefusal = (typeof refusals)[number]

/** What became of one segment of a file. */
export type ReportLine = {
  record: { kind: string; id: string }
  field: string
  segment: number
  language: LanguageCode
  outcome: 'accepted' | 'unchanged' | 'refused'
  reason: SegmentRefusal | null
  target: string
}

export const faults = [
  'not-xml',
  'dtd',
  'not-xliff',
  'xliff-version',
  'languages',
  'too-deep',
  'too-many',
  'ids',
  'not-utf8',
  'not-csv',
  'columns',
  'values',
] as const

/** A file that cannot be read at all: nothing of it is taken. */
export class ExchangeFault extends Error {
  readonly fault: (typeof faults)[number]
  readonly values: Record<string, string | number>

  constructor(fault: ExchangeFault['fault'], values: Record<string, string | number> = {}) {
    super(fault)
    this.name = 'ExchangeFault'
    this.fault = fault
    this.values = values
  }
}

export const mostSegments = 20_000
export const mostRecords = 300

export function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Bytes that are no UTF-8: people are told which encoding is wanted.
    throw new ExchangeFault('not-utf8')
  }
}

import type { JSONColumnType } from 'kysely'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { Cadence, Precision } from './duties/duty.ts'
import type { Origin } from './instruments/instrument.ts'
import type { TextDuty, TextFootnote, TextSection, TextSetAside, TextWarning } from './importing/text.ts'

/** Printed texts of one language each, for what has no id of ours. */
type Json<Shape extends object> = JSONColumnType<Shape>

declare module '#platform/database/tables.ts' {
  interface Tables {
    instruments: {
      id: string
      kind: string
      body: string | null
      body_printed: Json<Translated>
      number: string | null
      confidence: 'high' | 'medium' | 'low'
      note: string | null
      origin: Origin
    }
    occasions: {
      id: string
      body: string
      place: string | null
      starts: string
      ends: string
      verified: boolean
      name: Json<Translated>
    }
    revisions: {
      id: string
      instrument: string
      mark: string | null
      place: string | null
      year: number | null
      adopted_on: string | null
      standing: 'in-force' | 'unknown'
      verified: boolean
      name: Json<Translated>
      title: Json<Translated>
      citation_forms: string[]
      note: string | null
      origin: Origin
    }
    revision_chains: {
      id: string
      instrument: string
      has_provisions: boolean
      title: Translated
      place_in_chain: number
      superseded_by: string | null
      superseded_in: number | null
      superseded_verified: boolean | null
      successor_has_provisions: boolean | null
      status: 'in-force' | 'superseded' | 'unknown'
    }
    sections: {
      revision: string
      key: string
      act: string | null
      kind: 'preamble' | 'operative'
      addressees: string[]
      sort: number
      origin: Origin
    }
    provisions: {
      revision: string
      address: string
      section: string
      parent: string | null
      label: string | null
      kind: 'preamble' | 'operative'
      chapeau: boolean
      depth: number
      sort: number
      action_lines: string[]
      sdg: boolean
      sdg_only_in_name: boolean
      goals: number[]
      paraphrase: Json<Translated>
      origin: Origin
      confidence: number | null
      confirmed: boolean
    }
    duties: {
      id: string
      revision: string
      address: string
      sort: number
      obligation: boolean
      modality: string | null
      verb: Json<Translated>
      deliverable: Json<Translated>
      cadence: Cadence | null
      cadence_basis: 'explicit' | 'implied'
      deadline: Json<Translated>
      deadline_date: string | null
      deadline_year: number | null
      deadline_occasion: string | null
      origin: Origin
      confidence: number | null
      confirmed: boolean
    }
    duty_parties: {
      duty: string
      role: 'addressee' | 'recipient' | 'via'
      place: number
      body: string | null
      printed: Json<Translated>
    }
    occurrences: {
      duty: string
      place: number
      year: number | null
      starts: string | null
      ends: string | null
      occasion: string | null
      precision: Precision
    }
    citations: {
      revision: string
      address: string
      place: number
      target: string | null
      as_written: string
      paragraphs: string[]
      explicit: boolean
      origin: Origin
    }
    provision_references: {
      revision: string
      address: string
      place: number
      target: string
      as_written: string
      doubtful: boolean
      origin: Origin
    }
    footnote_marks: { revision: string; mark: string; address: string | null; origin: Origin }
    source_files: { checksum: string; name: string; size: number; bytes: Uint8Array; stored_at: Date }
    revision_texts: {
      revision: string
      language: LanguageCode
      version: number
      source: string
      imported_at: Date
      title: string | null
      front_matter: Json<{ kind: string; text: string }[]>
      sections: Json<TextSection[]>
      footnotes: Json<TextFootnote[]>
      duties: Json<TextDuty[]>
      set_aside: Json<TextSetAside[]>
      warnings: Json<TextWarning[]>
      origin: Origin
    }
    text_units: {
      revision: string
      language: LanguageCode
      version: number
      path: string
      sort: number
      parent: string | null
      section: string
      address: string | null
      label: string | null
      text: string
      closing: string
      footnotes: string[]
      confidence: number
      at: string
    }
    search_rows: {
      kind: string
      id: string
      language: string
      revision: string | null
      address: string | null
      title: string
      body: string
      codes: string[]
    }
  }
}

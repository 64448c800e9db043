import type { LanguageCode } from './language-code.ts'
import type { SetAside, Warning } from './source.ts'

/** A resolution as `bin/actionline parse --format json` prints it. The names of the fields are a contract; more may be added. */
export type Resolution = {
  title: string | null
  /** '140', '70/125', 'A/RES/70/125' gives '70/125'; null when the text has none. */
  number: string | null
  /** The organ that adopts, as printed ('The Plenipotentiary Conference of the International Telecommunication Union'). */
  body: string | null
  place: string | null
  year: number | null
  language: LanguageCode
  /** 'Rev.' and the like, as printed, null for a first adoption. */
  revision: string | null
  /** Lines before the first section that are neither title nor number: dates of earlier revisions, agenda item, formula … */
  frontMatter: { kind: FrontMatterKind; text: string; at: string }[]
  sections: Section[]
  footnotes: Footnote[]
  duties: Duty[]
  setAside: SetAside[]
  warnings: Warning[]
}

export type FrontMatterKind = 'symbol' | 'number' | 'title' | 'history' | 'formula' | 'other'

export type Section = {
  /** As printed, line breaks joined; '' for a part without a heading (UN texts). */
  heading: string
  kind: 'preamble' | 'operative'
  /** The single bodies or groups named in the heading, as printed: 'the Secretary-General', 'the Directors of the Bureaux'. */
  addressees: string[]
  /** Language-neutral: 'resolves', 'considering-further', 'instructs-secretary-general'; unique in the document. */
  key: string
  /** The heading's verb in the neutral form: 'resolves', 'instructs', 'considering-further'; null without a heading. */
  act: string | null
  at: string
  units: Unit[]
}

export type Unit = {
  /** As printed: '1', 'a)', 'ii)', '3bis', '–'; null when there is none. */
  label: string | null
  /** `<section key>/<label>/<label>`, neutral: 'resolves/6/i'; unlabelled units count '0' when alone, else 'p1', 'p2' … */
  path: string
  text: string
  children: Unit[]
  /** Text that follows the children and belongs to this unit, '' as a rule. */
  closing: string
  /** Marks of the footnotes referred to here. */
  footnotes: string[]
  /** 0 to 1: how sure the reading of this unit's borders and label is. */
  confidence: number
  at: string
}

export type Footnote = {
  mark: string
  text: string
  /** path of the unit (or heading) that refers to it */ at: string | null
}

export type Duty = {
  /** The unit it comes from; several duties may share one path (several clocks). */
  path: string
  /** Who must, as printed: from the heading, or the subject of the sentence. */
  addressees: string[]
  /** The main verb in its base form, in the language of the text ('report', 'submit', 'play a leading role'). */
  verb: string | null
  /** All verbs of the duty that stand beside each other ('review', 'improve'). */
  verbs: string[]
  deliverable: string | null
  recipients: string[]
  via: string[]
  cadence: { value: Cadence | null; basis: 'explicit' | 'implied' }
  /** As printed ('the plenipotentiary conference in 2022', 'as soon as possible'); null when none. */
  deadline: string | null
  deadlineYear: number | null
  /** Codes: 'C2', 'C7', 'C7.eGov'. */
  actionLines: string[]
  /** Names the SDGs or the 2030 Agenda (not only inside a body's or a programme's name is told by `sdgOnlyInName`). */
  sdg: boolean
  sdgOnlyInName: boolean
  cites: Citation[]
  /** Paths of the provisions of the same text referred to. */
  refersTo: string[]
  confidence: number
  /** Ids of bodies where it is certain which is meant; one printed name may stand for several ('the Directors'). */
  addresseeIds?: string[]
  recipientIds?: string[]
  viaIds?: string[]
  /** How strongly it is asked for: 'courtesy' and 'statement' oblige nobody. */
  force?: DutyForce
  /** The text refers to itself as a whole ('implementation of this resolution'). */
  refersToItself?: boolean
}

export type DutyForce = 'decides' | 'instructs' | 'requests' | 'invites' | 'courtesy' | 'statement'

export type Cadence =
  | 'once'
  | 'annual'
  | 'biennial'
  | 'four-yearly'
  | 'regular'
  | 'ongoing'
  | 'on request'
  | 'each session'
  | 'other'

export type Citation = {
  asWritten: string
  /** Id of the instrument: 'pp-140-busan-2014', 'unga-70-125', 'council-1332-2016', 'wsis-tunis-agenda-2005'; null when it cannot be told. */
  instrument: string | null
  /** Paragraphs of it: '§§ 35 a)-e)', 'No. 81', 'Objective 3'. */
  paragraphs?: string[]
  /** False when cited by description only. */
  explicit: boolean
}

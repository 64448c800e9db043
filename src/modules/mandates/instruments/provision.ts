import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { DutyRow } from '../duties/duty.ts'
import type { Adopter, InstrumentRow, Occasion, Origin, RevisionLink, RevisionRef } from './instrument.ts'
import type { RevisionText } from '../importing/text.ts'

/** One revision with all that hangs on it: what its page, its JSON and its Akoma Ntoso show. */
export type RevisionDetail = RevisionLink & {
  instrument: Pick<InstrumentRow, 'id' | 'kind' | 'number' | 'confidence' | 'note'>
  body: Adopter
  title: Translated
  adoptedOn: string | null
  note: string | null
  citationForms: string[]
  origin: Origin
  /** All revisions of the instrument, this one included, oldest first. */
  chain: RevisionLink[]
  sections: SectionDetail[]
  footnotes: { mark: string; address: string | null }[]
  /** Imported official texts: the newest version of each language. */
  officialTexts: RevisionText[]
  cites: CitationTarget[]
  citedBy: CitedBy[]
}

export type SectionDetail = {
  key: string
  act: string | null
  kind: 'preamble' | 'operative'
  addressees: string[]
  /** As printed, per language of the imported texts. */
  headings: Translated
  provisions: ProvisionDetail[]
}

export type ProvisionDetail = {
  /** '<revision>/<address>'. */
  id: string
  address: string
  label: string | null
  parent: string | null
  depth: number
  kind: 'preamble' | 'operative'
  chapeau: boolean
  paraphrase: Translated
  actionLines: string[]
  sdg: boolean
  sdgOnlyInName: boolean
  goals: number[]
  footnotes: string[]
  cites: CitationTarget[]
  refersTo: { address: string; asWritten: string; doubtful: boolean }[]
  referredToBy: string[]
  duties: DutyRow[]
  /** The official wording per imported language. */
  official: Partial<Record<LanguageCode, OfficialUnit>>
  origin: Origin
  confidence: number | null
  confirmed: boolean
}

export type OfficialUnit = {
  version: number
  path: string
  label: string | null
  text: string
  closing: string
  footnotes: string[]
  confidence: number
}

/** One provision for its own page, with the way to it. */
export type ProvisionPage = {
  revision: RevisionRef
  section: Omit<SectionDetail, 'provisions'>
  /** Provisions above it, outermost first. */
  above: Pick<ProvisionDetail, 'address' | 'label' | 'paraphrase'>[]
  provision: ProvisionDetail
  below: ProvisionDetail[]
  before: string | null
  after: string | null
  /** Provisions of other revisions of the instrument that it was paired with. */
  elsewhere: { revision: RevisionRef; address: string }[]
}

export type CitationTarget = {
  address: string
  asWritten: string
  paragraphs: string[]
  explicit: boolean
  /** Null when the instrument is not in the register or could not be told. */
  revision: RevisionRef | null
  instrument: string | null
  target: string | null
  /** When the cited revision was itself replaced: the latest of its chain. */
  latest: RevisionRef | null
}

export type CitedBy = {
  revision: RevisionRef
  address: string
  asWritten: string
  /** The revision of this instrument that is cited; null when the instrument is cited without one. */
  target: string | null
}

export type { Occasion }

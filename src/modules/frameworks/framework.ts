import type { LanguageCode, Translated } from '#platform/languages.ts'

/** How far the wording of a label in one language may be called official. */
export type NameStatus = 'official' | 'near-official' | 'own'

export type LabelStatus = Partial<Record<LanguageCode, NameStatus>>

export type FrameworkNode = {
  framework: string
  version: string
  code: string
  parent: string | null
  label: Translated
  /** A shorter label for lists and tags; always this platform's own wording. */
  short: Translated
  description: Translated
  labelStatus: LabelStatus
  validFrom: number | null
  validTo: number | null
}

export type ActionLine = FrameworkNode & {
  /** C7, which only gathers its eight fields. */
  umbrella: boolean
  /** Bodies that facilitate it today, as far as known. */
  facilitators: { lead: string[]; co: string[]; confidence: string }
}

export type Sdg = FrameworkNode & { number: number; color: string }

export type Country = FrameworkNode & {
  alpha3: string
  m49: string
  ituMember: boolean
  unMember: boolean
}

/** One country in one group or region, with the dates as far as known. */
export type Membership = {
  group: { framework: string; code: string }
  country: string
  role: 'member' | 'associate'
  from: string | null
  to: string | null
  certainty: 'known' | 'scheduled' | 'uncertain' | 'geographic'
}

/** A link between codes of two trees; 'own-analysis' must be shown as such. */
export type Crosswalk = {
  from: { framework: string; code: string }
  to: { framework: string; code: string }
  basis: 'official' | 'own-analysis'
}

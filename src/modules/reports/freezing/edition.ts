import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { TextState } from '#platform/texts/texts.ts'
import type { PartQuery } from '../parts/part.ts'
import type { Result } from '../parts/result.ts'
import type { Answered, Report, ReportField } from '../report.ts'
import type { Section } from '../sections/section.ts'
import type { TemplateHead } from '../templates/template-head.ts'

/** A text of a frozen report in one language, and whether a person stands for it. */
export type FrozenText = { text: string; state: TextState }

export type FrozenTexts = Partial<Record<LanguageCode, FrozenText>>

/** A live part as it was: question, answer, what the codes were called, and which records were counted. */
export type FrozenPart = {
  key: string
  query: PartQuery
  result: Result
  labels: Record<string, Translated>
  records: { count: number; digest: string }
}

export type FrozenSection = Pick<Section, 'code' | 'name' | 'owner'> & {
  text: FrozenTexts
  parts: FrozenPart[]
  /** What its claims rest on, by address, as it was called. */
  cited: Record<string, Translated>
}

/** All that a frozen report says. Its digest is the SHA-256 of its JSON with sorted keys. */
export type EditionContent = {
  format: 1
  report: Pick<
    Report,
    | 'id'
    | 'template'
    | 'version'
    | 'recipient'
    | 'lead'
    | 'startsOn'
    | 'endsOn'
    | 'dueOn'
    | 'language'
    | 'correction'
  > & { symbol: string; agendaItem?: string }
  frozenAt: string
  /** The version of each list of codes that was in force. */
  frameworks: Record<string, string>
  /** Summary and meeting only where they were written: reports that were frozen before knew of neither. */
  words: Partial<Record<ReportField, FrozenTexts>>
  /** How the head of its papers looks; missing where its template said nothing. */
  head?: TemplateHead
  answers: Answered[]
  sections: FrozenSection[]
}

/** Which records a part counts: id and revision. */
export type Counted = [id: string, revision: number][]

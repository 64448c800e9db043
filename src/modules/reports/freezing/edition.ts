import type { Age, Strength } from '#modules/mandates/index.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { TextState } from '#platform/texts/texts.ts'
import type { ListedRow } from '../parts/listed.ts'
import type { Dimension, PartQuery } from '../parts/part.ts'
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
  /** `stood`, since format 2 where there are rows: a digest over what each record counted for. */
  records: { count: number; digest: string; stood?: string }
  /** Of lists, since format 2: the records as they were called. */
  listed?: ListedRow[]
}

/** What a claim rested on, as it stood when the report was frozen. */
export type FrozenCitation = {
  kind: string
  id: string
  /** The day of its last change, or of what it tells of; null where none is known. */
  day: string | null
  revision: number | null
  /** How strong it was as evidence; null for what is no evidence, such as a provision. */
  strength: Strength | null
  age: Age | null
  /** What else was said of it: the state of a duty, the rating of a plan item. */
  stood: { dimension: Dimension; value: string } | null
}

/** The version of the Matrix that was in force. */
export type FrozenMatrix = { number: number; datedOn: string }

export type FrozenSection = Pick<Section, 'code' | 'name' | 'owner'> & {
  text: FrozenTexts
  parts: FrozenPart[]
  /** What its claims rest on, by address, as it was called. */
  cited: Record<string, Translated>
  /** Since format 2, of the same addresses. */
  citations?: Record<string, FrozenCitation>
}

export type EditionFormat = 1 | 2

/** All that a frozen report says. Its digest is the SHA-256 of its JSON with sorted keys. */
export type EditionContent = {
  /** 1: lists keep ids alone, and of what is cited only what it was called. */
  format: EditionFormat
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
  /** Since format 2: the duties of its template that it does not answer, and what all its duties say. */
  unanswered?: string[]
  duties?: Record<string, Translated>
  matrix?: FrozenMatrix | null
  sections: FrozenSection[]
}

/** Which records a part counts: id, revision, and what each counts for: its rows, behind a tab its columns, with spaces between. */
export type Counted = [id: string, revision: number, stood?: string][]

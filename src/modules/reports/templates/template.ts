import type { LanguageCode } from '#platform/languages.ts'
import type { PartQuery } from '../parts/part.ts'
import { usualCounting, type Counting, type Limit } from '../sections/limit.ts'
import type { TemplateHead } from './template-head.ts'

/** A name that must stand in all six languages. */
export type InSix = Record<LanguageCode, string>

/** How often such a report is due; the same words as those of duties. */
export const templateCadences = [
  'once',
  'annual',
  'biennial',
  'four-yearly',
  'each session',
  'on request',
  'other',
] as const

export type TemplateCadence = (typeof templateCadences)[number]

/** A live part with which a section begins. */
export type TemplatePart = { key: string; query: PartQuery }

export type TemplateSection = {
  code: string
  name: InSix
  /** What belongs into it. */
  purpose: InSix
  /** Id of the body that writes it; null leaves it to the lead. */
  owner: string | null
  limit: Limit | null
  parts: TemplatePart[]
}

/** What reports of one kind are made of. */
export type Template = {
  id: string
  /** What the line of reporting is called in the field, such as R3. */
  line: string
  name: InSix
  about: InSix
  recipient: string
  via: string[]
  lead: string
  cadence: TemplateCadence
  noticeDays: number
  limit: Limit | null
  /** How its recipient counts. */
  counting: Counting
  /** Ids of the duties that such reports answer. */
  duties: string[]
  /** Whether new reports may be made of it. */
  offered: boolean
  source: string
  /** Null in templates that were made before heads could be chosen. */
  head: TemplateHead | null
  sections: TemplateSection[]
}

/** What reports fall back on whose template is not there. */
export const countingOf = (template: Pick<Template, 'counting'> | null | undefined): Counting =>
  template?.counting ?? usualCounting

export const noticeDaysOf = (template: Pick<Template, 'noticeDays'> | null | undefined): number =>
  template?.noticeDays ?? 0

export const mostSections = 16

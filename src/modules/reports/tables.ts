import type { Generated, JSONColumnType } from 'kysely'
import type { LanguageCode } from '#platform/languages.ts'
import type { EditionContent } from './freezing/edition.ts'
import type { PartQuery } from './parts/part.ts'
import type { ReportState } from './report.ts'
import type { Counting, LimitUnit } from './sections/limit.ts'
import type { SectionState } from './sections/section.ts'
import type { Use } from './using/use.ts'
import type { InSix, TemplateCadence, TemplatePart } from './templates/template.ts'
import type { TemplateHead } from './templates/template-head.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    report_templates: {
      id: string
      line: string
      name: JSONColumnType<InSix>
      about: JSONColumnType<InSix>
      recipient: string
      via: string[]
      lead: string
      cadence: TemplateCadence
      notice_days: number
      limit_unit: LimitUnit | null
      limit_number: string | number | null
      counting: JSONColumnType<Counting>
      duties: string[]
      offered: boolean
      source: string
      head: JSONColumnType<TemplateHead | null>
      sort: number
    }
    report_template_sections: {
      template: string
      code: string
      place: number
      name: JSONColumnType<InSix>
      purpose: JSONColumnType<InSix>
      owner: string | null
      limit_unit: LimitUnit | null
      limit_number: string | number | null
      parts: JSONColumnType<TemplatePart[]>
    }
    reports: {
      id: string
      template: string
      state: ReportState
      recipient: string
      lead: string
      starts_on: string
      ends_on: string
      due_on: string
      language: LanguageCode
      agenda_item: string | null
      symbol: string | null
      series: string
      version: number
      previous: string | null
      correction: string | null
      frozen_at: Date | null
      delivered_on: string | null
      considered_on: string | null
      decision: string | null
      revision: number
      created_at: Date
      updated_at: Date
      is_example: Generated<boolean>
    }
    report_answers: { report: string; duty: string; occurrence: string }
    report_sections: {
      id: string
      report: string
      code: string
      place: number
      state: SectionState
      name: JSONColumnType<InSix>
      purpose: JSONColumnType<InSix>
      owner: string | null
      limit_unit: LimitUnit | null
      limit_number: string | number | null
      language: LanguageCode
      returned_because: string | null
      handed_in_by: string | null
      due_on: Generated<string | null>
      revision: number
      updated_at: Date
    }
    report_parts: {
      report: string
      key: string
      section: string
      place: number
      query: JSONColumnType<PartQuery>
    }
    report_editions: {
      report: string
      content: JSONColumnType<EditionContent>
      line: string | number
      digest: string
    }
    report_reuses: {
      section: string
      place: number
      source: string
      source_version: number
      source_section: string
      source_paragraph: number
      digest: string
      text: string
    }
    report_uses: Use & { report: string; place: number }
    report_edition_records: { report: string; part: string; records: JSONColumnType<[string, number][]> }
  }
}

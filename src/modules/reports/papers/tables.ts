import type { Generated } from 'kysely'
import type { LanguageCode } from '#platform/languages.ts'
import type { PaperFault, PaperForm } from './paper-form.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    report_papers: {
      report: string
      language: LanguageCode
      form: PaperForm
      asked_at: Date
      made_at: Date | null
      build: string | null
      size: string | number | null
      sha256: string | null
      maker: number | null
      fault: PaperFault | null
      tries: Generated<number>
      tried_at: Date | null
      drops_at: Date | null
    }
    report_paper_parts: { build: string; part: number; bytes: Uint8Array }
  }
}

import { z } from 'zod'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Ending } from '#platform/web/address.ts'
import { docxType } from '#platform/documents/docx-package.ts'

/** The forms in which a report is handed out, beside its page. */
export const paperForms = ['pdf', 'docx', 'akn', 'zip'] as const

/** A data package needs what was frozen. */
export const draftForms = ['pdf', 'docx', 'akn'] as const satisfies readonly PaperForm[]

export type PaperForm = (typeof paperForms)[number]

/** What a paper is: the data package says everything in all languages, and is kept under that of the report. */
export type PaperName = { language: LanguageCode; form: PaperForm }

export const paperTypes: Record<PaperForm, { ending: Ending; type: string; name: MessageKey }> = {
  pdf: { ending: '.pdf', type: 'application/pdf', name: 'reports.paper.form.pdf' },
  docx: { ending: '.docx', type: docxType, name: 'reports.paper.form.docx' },
  akn: { ending: '.akn.xml', type: 'application/akn+xml', name: 'reports.paper.form.akn' },
  zip: { ending: '.zip', type: 'application/zip', name: 'reports.paper.form.zip' },
}

/** Why a paper could not be made; for want of room or of a compiler it is tried again. */
export const paperFaults = ['busy', 'unavailable', 'heavy', 'damaged'] as const

export type PaperFault = (typeof paperFaults)[number]

/** Raised when papers come out otherwise than before: those of frozen reports are made anew. */
export const maker = 4

/** Every paper of a report. */
export const papersOfAll = (original: LanguageCode): PaperName[] =>
  languageCodes.flatMap((language) =>
    paperForms
      .filter((form) => form !== 'zip' || language === original)
      .map((form): PaperName => ({ language, form })),
  )

/** A file of a report: made, being made, or why it cannot be. */
export const paperRowShape = z.object({
  language: z.enum(languageCodes),
  form: z.enum(paperForms),
  address: z.string(),
  state: z.enum(['made', 'making', ...paperFaults]),
  size: z.int().nullable(),
  sha256: z.string().nullable(),
  madeAt: z.iso.datetime().nullable(),
})

export type PaperRow = z.infer<typeof paperRowShape>

import { z } from 'zod'
import type { ParityRow } from '#modules/mandates/index.ts'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Visit } from '#platform/web/visit.ts'

/** How many records of one kind have a text in one language, by the state of that text. */
export const parityShape = z.object({
  kind: z.object({ code: z.string(), label: z.string() }),
  language: z.enum(languageCodes),
  counts: z.object({
    original: z.int().nonnegative(),
    human: z.int().nonnegative(),
    machine: z.int().nonnegative(),
    missing: z.int().nonnegative(),
  }),
  total: z.int().nonnegative(),
})

export type ParityRecord = z.infer<typeof parityShape>

export const parityRecord = ({ t }: Pick<Visit, 't'>, row: ParityRow): ParityRecord => {
  const key = kindKeys[row.kind]
  return { ...row, kind: { code: row.kind, label: key === undefined ? row.kind : t(key) } }
}

const kindKeys: Record<string, MessageKey> = {
  provision: 'languages.kind.provision',
  duty: 'languages.kind.duty',
  instrument: 'languages.kind.instrument',
  occasion: 'languages.kind.occasion',
  body: 'languages.kind.body',
  'action-lines': 'languages.kind.action-lines',
  sdgs: 'languages.kind.sdgs',
  'sdg-targets': 'languages.kind.sdg-targets',
  'gdc-objectives': 'languages.kind.gdc-objectives',
  countries: 'languages.kind.countries',
  'country-groups': 'languages.kind.country-groups',
  'itu-regions': 'languages.kind.itu-regions',
  'un-commissions': 'languages.kind.un-commissions',
  'stakeholder-types': 'languages.kind.stakeholder-types',
  'official-text': 'languages.kind.official-text',
}

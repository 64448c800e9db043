import { z } from 'zod'
import { visibilities } from '#platform/access/visibility.ts'
import type { HeldFile } from '#platform/files/held-file.ts'
import { rule } from '#platform/web/problem.ts'
import type { EvidenceAsked } from './evidence-asked.ts'
import { evidenceKinds } from './evidence.ts'
import { recordAt } from './record-kinds.ts'

const longText = z.string().max(10_000, rule('rule.long-text'))
const shortText = z.string().max(200, rule('rule.short-text'))
const address = z.string().max(2000, rule('rule.web-address'))

const said = {
  record: address.optional(),
  url: address.optional(),
  title: shortText.optional(),
  seen: shortText.optional(),
  shows: longText,
  happened: shortText,
  visibility: z.enum(visibilities),
  occurrences: z.array(z.string()).optional(),
}

export const newEvidenceFields = z.strictObject({
  kind: z.enum(evidenceKinds),
  ...said,
  behalf: z.string().optional(),
  named: z.literal('yes').optional(),
})

export const correctionFields = z.strictObject({ ...said, reason: shortText.optional() })

/** What was typed, as the commands take it. */
export const askedOf = (
  fields: z.infer<typeof correctionFields> | z.infer<typeof newEvidenceFields>,
  file: HeldFile | undefined,
  publicUrl: string,
): EvidenceAsked => ({
  // What is no record is told apart from nothing by an id that none has.
  record: fields.record === undefined ? null : (recordAt(fields.record, publicUrl) ?? { kind: '', id: '' }),
  url: fields.url ?? null,
  title: fields.title ?? null,
  seenOn: fields.seen ?? null,
  file: file ?? null,
  shows: fields.shows,
  happenedOn: fields.happened,
  visibility: fields.visibility,
  occurrences: fields.occurrences ?? [],
})

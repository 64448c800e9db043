import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import { codedShape, coded, named, said, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { targetKinds, type Target, type TargetKind } from './call.ts'
import type { TargetRow } from './target-queries.ts'

const count = z.int().nonnegative()

/** A line of the target list, with what came and who was written to. For the secretariat alone: it names people. */
export const targetShape = z.object({
  kind: codedShape(targetKinds),
  code: z.string(),
  name: saidShape,
  expected: count,
  inTime: count,
  late: count,
  hasAnswered: z.boolean(),
  recipients: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      language: z.enum(languageCodes),
      sentAt: z.iso.datetime().nullable(),
      remindedAt: z.iso.datetime().nullable(),
    }),
  ),
})

export type TargetRecord = z.infer<typeof targetShape>

export const targetRecord = (visit: Visit, codes: ActivityCodes, row: TargetRow): TargetRecord => ({
  kind: coded(visit, row.kind, kindKeys),
  code: row.code,
  name: targetName(visit, codes, row),
  expected: row.expected,
  inTime: row.inTime,
  late: row.late,
  hasAnswered: row.inTime + row.late > 0,
  recipients: row.recipients.map(({ person, name, language, sentAt, remindedAt }) => ({
    person,
    name,
    language,
    sentAt: sentAt?.toISOString() ?? null,
    remindedAt: remindedAt?.toISOString() ?? null,
  })),
})

const targetName = (visit: Visit, codes: ActivityCodes, { kind, code, name }: TargetRow) => {
  if (kind === 'organization') return named(visit, name ?? {}, code)
  const node = codes[kind === 'country' ? 'countries' : 'itu-regions'].get(code)
  return said(visit, node?.short ?? {}) ?? named(visit, node?.label ?? {}, code)
}

/** A line as it is edited: the code first, a name for people, the number last. */
export const targetLine = (target: Target, name: string): string =>
  [target.code, ...(name === target.code ? [] : [name.replaceAll(/[;\t\r\n]/g, ' ')]), target.expected].join(
    '; ',
  )

export const kindKeys = {
  organization: 'calls.target.organization',
  country: 'calls.target.country',
  region: 'calls.target.region',
} as const satisfies Record<TargetKind, string>

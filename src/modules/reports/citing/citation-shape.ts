import { z } from 'zod'
import { ageKeys, ages, strengthKeys, strengths } from '#modules/mandates/index.ts'
import type { MessageKey } from '#platform/messages.ts'
import { coded, codedShape, said, saidShape, type Said } from '#platform/web/shapes.ts'
import type { Translated } from '#platform/languages.ts'
import type { FrozenCitation } from '../freezing/edition.ts'
import type { ReportVisit } from '../report-visit.ts'
import { valueLabel } from '../parts/part-words.ts'
import { citedTitle, type Told } from './cited-title.ts'

/** How a record stood, or stands, on which a claim rests. */
export const stoodShape = z.object({
  name: saidShape.nullable(),
  kind: z.object({ code: z.string(), label: z.string() }),
  day: z.iso.date().nullable(),
  strength: codedShape(strengths).nullable(),
  age: codedShape(ages).nullable(),
  /** The state of a duty, the rating of a plan item. */
  state: z.string().nullable(),
  revision: z.int().nullable(),
})

export type StoodRecord = z.infer<typeof stoodShape>

/** What a claim rests on, as its footnote says. */
export const citedShape = z.object({
  address: z.string(),
  name: saidShape.nullable(),
  /** Of a frozen report: its number there, by which it has a page of its own. */
  number: z.int().nullable(),
  /** In a frozen report as it stood then; null for what was not public, and for addresses of other sites. */
  stood: stoodShape.nullable(),
  /** Whether everybody can read it now. */
  isPublic: z.boolean(),
})

export type CitedRecord = z.infer<typeof citedShape>

type Kept = FrozenCitation & { title: Translated }

export const stoodRecord = (visit: ReportVisit, kept: Kept, told: Told): StoodRecord => ({
  name: said(visit, citedTitle(visit.t, kept, told)),
  kind: { code: kept.kind, label: kindLabel(visit, kept.kind) },
  day: kept.day,
  strength: kept.strength && coded(visit, kept.strength, strengthKeys),
  age: kept.age && coded(visit, kept.age, ageKeys),
  state: kept.stood && valueLabel(visit, {}, kept.stood.dimension, kept.stood.value),
  revision: kept.revision,
})

/** Of a report that is being written: as it stands now. */
export function citedNow(
  visit: ReportVisit,
  address: string,
  { known, told }: { known: ReadonlyMap<string, Kept>; told: Told },
): CitedRecord {
  const kept = known.get(address)
  const stood = kept === undefined ? null : stoodRecord(visit, kept, told)
  return { address, name: stood?.name ?? null, number: null, stood, isPublic: kept !== undefined }
}

type Then = {
  address: string
  number: number
  kept: Kept | null
  name: Said | null
  told: Told
  isPublic: boolean
}

export const citedThen = (visit: ReportVisit, { kept, told, ...cited }: Then): CitedRecord => ({
  ...cited,
  stood: kept && stoodRecord(visit, kept, told),
})

const kindLabel = ({ t }: ReportVisit, kind: string): string => {
  const key = kindKeys[kind]
  return key === undefined ? kind : t(key)
}

const kindKeys: Record<string, MessageKey> = {
  activity: 'search.one.activity',
  body: 'search.one.body',
  duty: 'search.one.duty',
  evidence: 'search.one.evidence',
  'matrix-link': 'search.one.matrix-link',
  organization: 'search.one.organization',
  plan: 'noun.plan',
  'plan-indicator': 'noun.plan-indicator',
  'plan-item': 'noun.plan-item',
  'plan-report': 'noun.plan-report',
  provision: 'search.one.provision',
  report: 'noun.report',
  revision: 'search.one.instrument',
}

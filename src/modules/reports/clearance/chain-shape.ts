import { z } from 'zod'
import { actorNames } from '#modules/accounts/index.ts'
import { partyShape, type Reader } from '#modules/mandates/index.ts'
import type { MessageKey } from '#platform/messages.ts'
import { actorWords } from '#platform/past/timeline.ts'
import { codedShape, named, saidShape, coded } from '#platform/web/shapes.ts'
import type { ReportVisit } from '../report-visit.ts'
import { ownerRef } from '../names.ts'
import { isPublicReport, type Report } from '../report.ts'
import type { Section } from '../sections/section.ts'
import { chainLines } from './chain-queries.ts'
import { chainKinds, chainOf, chainStates, type ChainKind, type ChainState } from './chain.ts'

/** A step of the clearance. Whoever never saw the draft reads bodies and days, neither persons nor reasons. */
export const chainShape = z.object({
  kind: codedShape(chainKinds),
  section: z.object({ code: z.string(), name: saidShape }).nullable(),
  body: partyShape,
  state: codedShape(chainStates),
  on: z.iso.date().nullable(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
})

export type ChainRecord = z.infer<typeof chainShape>

const kindKeys = {
  unit: 'reports.chain.unit',
  sector: 'reports.chain.sector',
  'task-force': 'reports.chain.task-force',
  'secretary-general': 'reports.chain.secretary-general',
} as const satisfies Record<ChainKind, MessageKey>

const stateKeys = {
  done: 'reports.chain.done',
  written: 'reports.chain.written',
  waiting: 'reports.chain.waiting',
  returned: 'reports.chain.returned',
  later: 'reports.chain.later',
} as const satisfies Record<ChainState, MessageKey>

type Chain = { report: Report; sections: readonly Section[]; isInsider: boolean }

/** The clearance of a report as its reader may know it. */
export async function chainRecords(
  { visit, names }: { visit: ReportVisit; names: Reader },
  { report, sections, isInsider }: Chain,
): Promise<ChainRecord[]> {
  if (!isInsider && !isPublicReport(report)) return []
  const lines = await chainLines(
    visit.db,
    report.id,
    sections.map(({ id }) => id),
  )
  const steps = chainOf(report, sections, lines)
  const known = isInsider ? steps.flatMap(({ line }) => (line === null ? [] : [line])) : []
  const whoIs = await actorNames(visit, known)
  return steps.map(({ kind, section, body, state, line }) => ({
    kind: coded(visit, kind, kindKeys),
    section: section === null ? null : { code: section.code, name: named(visit, section.name, section.code) },
    body: ownerRef(names, body),
    state: coded(visit, state, stateKeys),
    on: line === null ? null : line.at.toISOString().slice(0, 10),
    by: line === null || !isInsider ? null : actorWords(visit.t, line.actor, whoIs(line)),
    reason: isInsider ? (line?.reason ?? null) : null,
  }))
}

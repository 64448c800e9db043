import { z } from 'zod'
import {
  addEvidence,
  dutyId,
  dutyRights,
  dutySubject,
  isDay,
  mandatePaths,
  wholeThing,
  type DutySubject,
} from '#modules/mandates/index.ts'
import { permit } from '#platform/access/rights.ts'
import { dayOf } from '#platform/ui/format.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { answeredDuties, reportRecordKind } from './duty-evidence-queries.ts'
import { dutyEvidencePage } from './pages/duty-evidence-page.ts'
import { reportRead, type ReportInPlan } from './report-queries.ts'

export type DutyEvidenceSubject = DutySubject & { found: ReportInPlan; happenedOn: string }

/** An accepted report as evidence at a duty that its item answers. What the duty counts as then is for the rules of evidence. */
export const dutyEvidenceRoutes = (site: Site): void =>
  site.form({
    path: '/plan-reports/:report/evidence/:revision/:place{.+}',
    name: 'plan-report-as-evidence',
    summary: 'Puts an accepted report as evidence at a duty that the item of the plan answers.',
    right: 'duty.add-evidence',
    fields: z.strictObject({
      shows: z.string().max(10_000, rule('rule.long-text')),
      happened: z.string().refine(isDay, rule('rule.date')),
      occurrences: z.array(z.string()).optional(),
    }),
    read,
    page: dutyEvidencePage,
    act: async ({ db, actor, now: at, language }, { kept, found }, { fields }) => {
      const added = await addEvidence(db, {
        ...{ actor, at, language, duty: kept.id, kind: 'record' },
        record: { kind: reportRecordKind, id: found.report.id },
        ...{ url: null, title: null, seenOn: null, file: null, visibility: 'public' },
        shows: fields.shows,
        happenedOn: fields.happened,
        occurrences: fields.occurrences ?? [],
      })
      return 'issues' in added
        ? added
        : { to: mandatePaths.evidenceOf(added.id), done: 'progress.done.shown' }
    },
  })

async function read(
  visit: Visit,
  { report = '', revision = '', place = '' }: PathParameters,
): Promise<DutyEvidenceSubject | null> {
  const { db, actor, now, language } = visit
  const found = await reportRead(db, actor, report, language)
  if (found === null || found.report.state !== 'accepted') return null
  const id = dutyId(revision, place)
  const answered = await answeredDuties(db, visit, found.item.item.links, report)
  const subject = answered.some((duty) => duty.id === id) ? await dutySubject(visit, id) : null
  if (subject === null) return null
  permit(dutyRights, 'add-evidence', actor, wholeThing(subject.kept, subject.bodies))
  const today = dayOf(now)
  const { endsOn } = found.period
  return { ...subject, found, happenedOn: endsOn < today ? endsOn : today }
}

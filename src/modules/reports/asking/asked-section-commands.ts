import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { Refusal, type Issue } from '#platform/errors.ts'
import { changeSection, lockSection, type By } from '../held-report-commands.ts'
import { isPlannedFor, sectionThing } from '../sections/section.ts'
import { sectionRights } from '../sections/section-rights.ts'
import { isKnownOwner } from './owner-queries.ts'

export type SectionHeader = {
  /** The id of a body, or 'action-line:C5'; null leaves it to the body that answers for the report. */
  owner: string | null
  /** Null where the day follows from that of the report. */
  dueOn: string | null
}

/** Who writes a section, and by when. */
export const changeSectionHeader = (
  db: Db,
  asked: By & SectionHeader & { id: string; revision?: number },
): Promise<{ issues: Issue[] }> => db.transaction().execute((tx) => changeSectionHeaderIn(tx, asked))

export async function changeSectionHeaderIn(
  tx: Tx,
  { actor, at, id, revision, owner, dueOn }: By & SectionHeader & { id: string; revision?: number },
): Promise<{ issues: Issue[] }> {
  const { report, section } = await lockSection(tx, actor, id, revision)
  permit(sectionRights, 'edit', actor, sectionThing(section, report))
  if (!isPlannedFor(report.state)) throw new Refusal(409, 'reports.not-open')
  const issues: Issue[] = [
    ...(owner === null || (await isKnownOwner(tx, owner))
      ? []
      : [{ field: 'owner', key: 'plans.unknown-body' as const, values: { name: owner } }]),
    ...(dueOn === null || dueOn <= report.dueOn
      ? []
      : [{ field: 'due-on', key: 'reports.asking.after-report' as const }]),
  ]
  if (issues.length > 0) return { issues }
  const facts = { owner, dueOn }
  await changeSection(tx, section, { owner, due_on: dueOn }, { actor, at, act: 'edit-section', facts })
  return { issues: [] }
}

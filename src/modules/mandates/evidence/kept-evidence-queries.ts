import type { Thing } from '#platform/access/rights.ts'
import type { Visibility } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import { keptDuty, bodyTree } from '../keeping/kept-duty-queries.ts'
import { wholeThing } from '../keeping/kept-duty.ts'
import {
  strengthOf,
  type EvidenceContent,
  type EvidenceKind,
  type EvidenceState,
  type Strength,
} from './evidence.ts'
import { isUuid } from './evidence-queries.ts'

/** A piece of evidence with what decides about rights and steps. */
export type KeptEvidence = {
  id: string
  duty: string
  kind: EvidenceKind
  state: EvidenceState
  contested: boolean
  revision: number
  linkedBy: string
  /** Who raised the contest that is open; null when there is none. */
  contestedBy: string | null
  content: EvidenceContent
  thing: Thing<Strength>
}

/** Null for what is not there, or not for those who see only these levels. */
export async function keptEvidence(
  db: Db,
  id: string,
  levels: readonly Visibility[],
): Promise<KeptEvidence | null> {
  if (!isUuid(id)) return null
  const row = await db
    .selectFrom('evidence')
    .selectAll()
    .where('id', '=', id)
    .where('visibility', 'in', levels)
    .executeTakeFirst()
  if (row === undefined) return null
  const occurrences = await db
    .selectFrom('evidence_occurrences')
    .select('occurrence')
    .where('evidence', '=', id)
    .orderBy('occurrence')
    .execute()
  const contest = await db
    .selectFrom('evidence_contests')
    .select('raised_by')
    .where('evidence', '=', id)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
  const duty = await keptDuty(db, row.duty)
  const about = duty === null ? { within: [], owners: [] } : wholeThing(duty, await bodyTree(db))
  const { state, contested } = row
  return {
    id,
    duty: row.duty,
    kind: row.kind,
    state,
    contested,
    revision: row.revision,
    linkedBy: row.linked_by,
    contestedBy: contest?.raised_by ?? null,
    content: {
      recordKind: row.record_kind,
      recordId: row.record_id,
      url: row.url,
      title: row.title,
      seenOn: row.seen_on,
      checksum: row.checksum,
      fileName: row.file_name,
      shows: row.shows,
      original: row.original_language,
      happenedOn: row.happened_on,
      visibility: row.visibility,
      occurrences: occurrences.map(({ occurrence }) => occurrence),
    },
    thing: {
      state: strengthOf({ state, contested }),
      owners: [row.linked_by, ...(about.owners ?? [])],
      within: [...(row.linked_for === null ? [] : [row.linked_for]), ...(about.within ?? [])],
    },
  }
}

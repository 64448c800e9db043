import { sql } from 'kysely'
import { lookOf, namedRecords } from '#modules/mandates/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import type { ItemLink } from '../item.ts'

/** The kind under which a report stands as evidence: see `offerRecords` in the module. */
export const reportRecordKind = 'plan-report'

/** A duty that an item answers, and whether a report stands at it as evidence. */
export type AnsweredDuty = { id: string; path: string; name: Translated; isShown: boolean }

/** Duties to which an item is linked, and those of provisions to which it is. */
export async function answeredDuties(
  db: Db,
  reader: { actor: Actor; now: Date },
  links: readonly ItemLink[],
  report: string,
): Promise<AnsweredDuty[]> {
  const of = (kind: string) => links.flatMap((link) => (link.kind === kind ? [link.record] : []))
  const [duties, provisions] = [of('duty'), of('provision')]
  if (duties.length + provisions.length === 0) return []
  const found = await sql<{ id: string; isShown: boolean }>`
    select d.id, exists (select from evidence e where e.duty = d.id and e.record_kind = ${reportRecordKind}
      and e.record_id = ${report} and e.state <> 'withdrawn'
      and e.visibility = any(${levelsSeenBy(reader.actor)}::text[])) as "isShown"
    from duties d where d.obligation
      and (d.id = any(${duties}::text[]) or d.revision || '/' || d.address = any(${provisions}::text[]))
    order by d.id`.execute(db)
  const refs = found.rows.map(({ id }) => ({ kind: 'duty', id }))
  const named = await namedRecords(db, refs, lookOf(reader))
  return found.rows.flatMap(({ id, isShown }) => {
    const duty = named.get(`duty ${id}`)
    return duty === undefined ? [] : [{ id, path: duty.path, name: duty.name, isShown }]
  })
}

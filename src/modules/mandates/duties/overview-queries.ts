import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { mostCountedAnew, whileUnchanged } from '#platform/while-unchanged.ts'
import { chainsAtOnce, revisionRef, stateOfDuty, statesOfDuty } from './duty-row-queries.ts'
import { dutyStates, type DutyState } from './duty.ts'
import type { RevisionRef } from '../instruments/instrument.ts'
import { asLook, type Look, type When } from './look.ts'
import { dueDates } from '../occurrences/occurrence-queries.ts'
import type { Overview } from './overview.ts'

const nextAtMost = 10

/** The state of the duties at a glance, and what is due next. */
export function overview(db: Db, when: When): Promise<Overview> {
  const look = asLook(when)
  const key = JSON.stringify(['overview', look])
  return whileUnchanged(
    db,
    key,
    () => overviewFor(db, look),
    ({ duties }) => duties > mostCountedAnew,
  )
}

async function overviewFor(db: Db, look: Look): Promise<Overview> {
  const counts = await countsByState(db, look)
  const states = Object.fromEntries(dutyStates.map((state) => [state, 0])) as Record<DutyState, number>
  for (const { state, count } of counts) states[state] = count
  const totals = await sql<{ instruments: number; bodies: number }>`
    select (select count(*) from instruments) as instruments, (select count(*) from bodies) as bodies`.execute(
    db,
  )
  return {
    duties: counts.reduce((sum, { count }) => sum + count, 0),
    states,
    revisions: await annotated(db),
    instruments: totals.rows[0]?.instruments ?? 0,
    bodies: totals.rows[0]?.bodies ?? 0,
    next: (await dueDates(db, { from: look.today }, look, { limit: nextAtMost })).rows,
  }
}

async function countsByState(db: Db, look: Look): Promise<{ state: DutyState; count: number }[]> {
  const found = await sql<{ state: DutyState; count: number }>`
    with ${chainsAtOnce}
    select ${stateOfDuty} as state, count(*) as count
    from duties d join chains c on c.id = d.revision cross join ${statesOfDuty(look)}
    where d.obligation group by 1`.execute(db)
  return found.rows
}

// The list of instruments has all of them.
const mostRevisions = 24

/** Revisions whose provisions are here, newest first. */
async function annotated(db: Db): Promise<Overview['revisions']> {
  const found = await sql<{ ref: RevisionRef; duties: number; provisions: number; texts: LanguageCode[] }>`
    select ${revisionRef} as ref,
      (select count(*) from duties d where d.revision = r.id and d.obligation) as duties,
      (select count(*) from provisions p where p.revision = r.id) as provisions,
      (select coalesce(jsonb_agg(distinct t.language), '[]') from revision_texts t where t.revision = r.id) as texts
    from revisions r join revision_chains c on c.id = r.id
    where c.has_provisions order by coalesce(-r.year, 0), r.id limit ${mostRevisions}`.execute(db)
  return found.rows.map(({ ref, ...counted }) => ({ ...ref, ...counted }))
}

import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { Limit } from './limits.ts'
import './tables.ts'

/**
 * Counts a try against every limit and resolves to the seconds to wait: 0 when it may go ahead. One statement per
 * limit, so that tries at the same moment cannot slip through together.
 */
export async function countTry(db: Db, limits: readonly Limit[]): Promise<number> {
  let wait = 0
  const counted: Limit[] = []
  for (const limit of limits) {
    const seconds = await countOne(db, limit)
    if (seconds === 0) counted.push(limit)
    wait = Math.max(wait, seconds)
  }
  // A try that is refused by one limit does not use up the others.
  if (wait > 0) await takeBack(db, counted)
  return wait
}

/** Takes a try back: it was right, so it was no guess. */
export async function takeBack(db: Db, limits: readonly Limit[]): Promise<void> {
  for (const { key, pace } of limits)
    await sql`
      update sign_in_limits set busy_until = busy_until - make_interval(secs => ${pace.seconds}::float)
      where key = ${key}`.execute(db)
}

/** Forgets limits that are over; called when something is counted for the first time. */
export async function forgetOldLimits(db: Db): Promise<void> {
  await sql`delete from sign_in_limits where busy_until < now() - interval '1 hour'`.execute(db)
}

async function countOne(db: Db, { key, pace }: Limit): Promise<number> {
  const longest = pace.burst * pace.seconds
  const { rows } = await sql<{ busy_until: Date }>`
    insert into sign_in_limits (key, busy_until)
    values (${key}, now() + make_interval(secs => ${pace.seconds}::float))
    on conflict (key) do update
      set busy_until = greatest(sign_in_limits.busy_until, now()) + make_interval(secs => ${pace.seconds}::float)
      where greatest(sign_in_limits.busy_until, now()) + make_interval(secs => ${pace.seconds}::float)
        <= now() + make_interval(secs => ${longest}::float)
    returning busy_until`.execute(db)
  if (rows.length > 0) return 0
  const { rows: found } = await sql<{ seconds: number }>`
    select ceil(extract(epoch from busy_until - now()) + ${pace.seconds}::float - ${longest}::float)::int as seconds
    from sign_in_limits where key = ${key}`.execute(db)
  return Math.max(1, found[0]?.seconds ?? 1)
}

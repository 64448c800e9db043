import { sql } from 'kysely'
import type { Execute } from '../database/open.ts'
import type { Db } from '../database/tables.ts'
import { schema } from './rhythm.ts'

/** Jobs that are marked as running. */
export async function activeJobs(execute: Execute): Promise<{ name: string; ids: string[] }[]> {
  const { rows } = await execute(
    `select name, array_agg(id::text) as ids from ${schema}.job where state = 'active' group by name`,
  )
  return rows as { name: string; ids: string[] }[]
}

/** A job as far as the runner remembers it: three days. */
export type JobRow = {
  name: string
  cron: string | null
  waiting: number
  running: number
  last_done: Date | null
  last_failed: Date | null
}

/** All jobs that were ever declared, by name; there are few. Empty before the first start of the runner. */
export async function jobList(db: Db): Promise<JobRow[]> {
  const made = await sql<{ exists: boolean }>`
    select to_regclass(${`${schema}.job`}) is not null as exists`.execute(db)
  if (!made.rows[0]?.exists) return []
  const [queue, schedule, job] = ['queue', 'schedule', 'job'].map((table) => sql.table(`${schema}.${table}`))
  const found = await sql<JobRow>`
    with runs as (
      select name,
        count(*) filter (where state in ('created', 'retry')) as waiting,
        count(*) filter (where state = 'active') as running,
        max(completed_on) filter (where state = 'completed') as last_done,
        max(completed_on) filter (where state = 'failed') as last_failed
      from ${job} group by name
    )
    select queue.name, schedule.cron, runs.last_done, runs.last_failed,
      coalesce(runs.waiting, 0) as waiting, coalesce(runs.running, 0) as running
    from ${queue} queue
    left join ${schedule} schedule on schedule.name = queue.name
    left join runs on runs.name = queue.name
    where not starts_with(queue.name, '__pgboss')
    order by queue.name`.execute(db)
  return found.rows
}

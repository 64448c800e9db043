import type { ConstructorOptions, Queue } from 'pg-boss'
import type { OpenDatabase } from '../database/open.ts'
import type { Job } from './jobs.ts'

/** Where the library keeps its tables; it makes and changes them itself. */
export const schema = 'jobs'

/** How often the library looks. The embedded database has one process, which wakes its jobs itself, so it looks seldom. */
export function rhythm(kind: OpenDatabase['kind']): ConstructorOptions {
  return {
    backend: kind === 'embedded' ? 'pglite' : 'postgres',
    cronWorkerIntervalSeconds: lookSeconds[kind],
    superviseIntervalSeconds: 60,
    queueCacheIntervalSeconds: 600,
    bamIntervalSeconds: 600,
    // Jobs that wait for other jobs: we have none.
    flowIntervalSeconds: 3600,
    // The embedded database has no autovacuum to watch and nobody beside it to rebuild an index for.
    ...(kind === 'embedded' ? { reindex: false, monitorVacuum: false } : {}),
  }
}

/** How often a job looks whether it is wanted, when nobody wakes it. */
export const lookSeconds = { embedded: 30, server: 10 } as const

/** How one job is kept, tried again and forgotten. */
export const policyOf = (job: Pick<Job, 'at' | 'mostMinutes'>): Omit<Queue, 'name'> => ({
  // 'short': one waits, any number run. 'stately': one waits, one runs.
  policy: job.at === 'each' ? 'short' : 'stately',
  retryLimit: 3,
  retryDelay: 30,
  retryBackoff: true,
  expireInSeconds: (job.mostMinutes ?? 15) * 60,
  // A process that was killed lets go of its job after this.
  heartbeatSeconds: 60,
  deleteAfterSeconds: 3 * 24 * 3600,
})

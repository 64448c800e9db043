import type { OpenDatabase } from '#platform/database/open.ts'
import { openJobs, type Jobs, type Run } from '#platform/jobs/jobs.ts'
import { definePost, sendingJob } from '#platform/mail/post.ts'
import type { Settings } from '#platform/settings.ts'
import { modules } from './modules.ts'
import { words } from './site.ts'

export type Background = Pick<Jobs, 'start' | 'stop'> & {
  /** To be called after every change that people make: what they caused goes out at once. */
  changed: () => void
}

/** All that happens by itself beside the site: mails, and the jobs of the modules. */
export function openBackground(
  database: OpenDatabase,
  settings: Settings,
  log: (line: Record<string, unknown>) => void,
  now: () => Date = () => new Date(),
): Background {
  const { db, kind } = database
  const jobs = openJobs({ database, log })
  const translate = words()
  const changed = () => jobs.wake(sendingJob)
  definePost(jobs, { db, kind, settings, translate, now })
  for (const { name, cron, at, run } of modules.flatMap((module) => module.jobs ?? [])) {
    // A job may cause mails too.
    const act = ({ isStopping }: Run) => run({ db, translate, now, isStopping }).finally(changed)
    jobs.define(name, { cron, at, run: act })
  }
  return { start: jobs.start, stop: jobs.stop, changed }
}

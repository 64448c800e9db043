import type { OpenDatabase } from '#platform/database/open.ts'
import { jobsAskedFor } from '#platform/jobs/asked-for.ts'
import { openJobs, type Jobs, type Run } from '#platform/jobs/jobs.ts'
import { definePost, sendingJob } from '#platform/mail/post.ts'
import { forgetOldAnswers } from '#platform/web/api/answer-commands.ts'
import type { Settings } from '#platform/settings.ts'
import { modules } from './modules.ts'
import type { Search } from '#platform/search/feeding/search-feed.ts'
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
  search: Pick<Search, 'keep'>,
  now: () => Date = () => new Date(),
): Background {
  const { db, kind } = database
  const jobs = openJobs({ database, log })
  const translate = words()
  const changed = () => {
    for (const name of [sendingJob, ...jobsAskedFor()]) jobs.wake(name)
  }
  definePost(jobs, { db, kind, settings, translate, now })
  const atStarts: string[] = []
  for (const { name, run, atStart, ...when } of modules.flatMap((module) => module.jobs ?? [])) {
    if (atStart) atStarts.push(name)
    // A job may cause mails too.
    const act = ({ isStopping }: Run) => run({ db, settings, translate, now, isStopping }).finally(changed)
    jobs.define(name, { ...when, run: act })
  }
  // Each process keeps its index in memory; what one of them has written down spares all others making it anew.
  jobs.define(keepingJob, { cron: '*/10 * * * *', at: 'one', run: () => search.keep(now()) })
  jobs.define('api.forget-answers', { cron: '17 * * * *', at: 'one', run: () => forgetOldAnswers(db, now()) })
  const start = async () => {
    await jobs.start()
    // An index that had to be made anew is kept at once, so that nobody makes it again who starts within ten minutes.
    for (const name of [keepingJob, ...atStarts]) jobs.wake(name)
  }
  return { start, stop: jobs.stop, changed }
}

const keepingJob = 'search.keep'

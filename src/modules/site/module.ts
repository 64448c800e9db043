import { fileURLToPath } from 'node:url'
import { jobRights } from '#platform/jobs/job-rights.ts'
import { mailRights } from '#platform/mail/mail-rights.ts'
import type { Module } from '#platform/module.ts'
import { siteSubjects } from './history/site-subject-queries.ts'
import en from './messages/en.json' with { type: 'json' }
import { routes } from './routes.ts'

type Catalogue = typeof en

declare module '#platform/messages.ts' {
  // eslint-disable-next-line -- the body is empty on purpose: it merges this module's words into all.
  interface MessageKeys extends Catalogue {}
}

/** Pages that join several modules: home, search, bodies with their duties, papers about the site. */
export const site: Module = {
  name: 'site',
  dependsOn: [
    'frameworks',
    'accounts',
    'mandates',
    'activities',
    'matrix',
    'plans',
    'reports',
    'translation',
    'notices',
  ],
  owns: [],
  messages: fileURLToPath(new URL('messages', import.meta.url)),
  routes,
  subjects: siteSubjects,
  // Mail and jobs are the platform's, which has no pages.
  rights: [mailRights, jobRights],
}

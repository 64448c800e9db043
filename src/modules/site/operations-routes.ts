import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { jobList } from '#platform/jobs/job-queries.ts'
import { jobRights } from '#platform/jobs/job-rights.ts'
import { dropMail, sendKeptMails, sendMailAgain } from '#platform/mail/mail-commands.ts'
import { mailRights } from '#platform/mail/mail-rights.ts'
import { mailById, mailCounts, mailList, openMailStates } from '#platform/mail/outbox-queries.ts'
import { mailStates } from '#platform/mail/tables.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import type { PathParameters, Column, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import {
  jobRecord,
  jobShape,
  keptMailRecord,
  keptMailShape,
  mailRecord,
  mailShape,
  type JobRecord,
  type MailRecord,
} from './operations-shape.ts'
import { jobsPage } from './pages/jobs-page.ts'
import { mailPage, mailStepPage } from './pages/mail-page.ts'
import { keptMailsPage, mailsPage } from './pages/mails-page.ts'
import { sitePaths } from './paths.ts'

/** What those who run the site look at: mails and jobs. */
export function operationsRoutes(site: Site): void {
  mailRoutes(site)
  mailSteps(site)
  site.list({
    path: sitePaths.jobs,
    name: 'jobs',
    summary: 'What the site does by itself, for administrators.',
    query: z.strictObject({}),
    row: jobShape,
    read: async ({ db, actor }) => {
      permit(jobRights, 'list', actor, { state: 'any' })
      const rows = (await jobList(db)).map(jobRecord)
      return { rows, total: rows.length, next: null }
    },
    page: jobsPage,
    columns: (['name', 'cron', 'waiting', 'running', 'lastDone', 'lastFailed'] as const).map((name) => ({
      name,
      value: (row: JobRecord) => row[name],
    })),
  })
}

const permitListing = ({ actor }: Visit) => permit(mailRights, 'list', actor, { state: 'waiting' })

function mailRoutes(site: Site) {
  site.list({
    path: sitePaths.mails,
    name: 'mails',
    summary: 'Mails that are not settled, or those in one state, for administrators.',
    query: z.strictObject({
      state: z.enum(mailStates).optional(),
      after: cursorText.optional(),
      limit: limitText.optional(),
    }),
    row: mailShape,
    read: async (visit, { state, after, limit }) => {
      permitListing(visit)
      const states = state === undefined ? openMailStates : [state]
      const page = { after, limit: limit === undefined ? undefined : Number(limit) }
      const { rows, total, next, counts } = await refusingCursor(mailList(visit.db, { states, ...page }))
      const values = mailStates.map((value) => ({
        value,
        label: visit.t(`state.mail.${value}`),
        count: counts[value],
        chosen: value === state,
      }))
      return {
        rows: rows.map((row) => mailRecord(visit, row)),
        total,
        next,
        facets: [{ name: 'state', values }],
      }
    },
    page: mailsPage,
    columns,
  })
  site.record({
    path: sitePaths.mail(':mail'),
    name: 'mail',
    summary: 'One mail with what happened to it, for administrators.',
    query: z.strictObject({}),
    shape: keptMailShape,
    read: async (visit, { mail = '' }) => {
      permitListing(visit)
      const row = await mailById(visit.db, mail)
      return row && keptMailRecord(visit, row)
    },
    page: mailPage,
  })
}

function mailSteps(site: Site) {
  const read =
    (step: 'send-again' | 'drop') =>
    async (visit: Visit, { mail = '' }: PathParameters) => {
      permitListing(visit)
      const row = await mailById(visit.db, mail)
      if (row === null) return null
      permit(mailRights, step, visit.actor, { state: row.state })
      return mailRecord(visit, row)
    }
  site.form({
    path: sitePaths.mailAgain(':mail'),
    name: 'sendMailAgain',
    summary: 'Send a mail again that was given up or kept.',
    right: 'mail.send-again',
    fields: z.strictObject({}),
    read: read('send-again'),
    page: (visit, mail) => mailStepPage(visit, mail, 'again'),
    act: async ({ db, actor, now: at }, { id }) => {
      await sendMailAgain(db, { actor, at, id })
      return { to: sitePaths.mail(id), done: 'done.mail-again' }
    },
  })
  site.form({
    path: sitePaths.keptMails,
    name: 'sendKeptMails',
    summary: 'Send all mails that were kept for want of a mail server, up to 500 at a time.',
    right: 'mail.send-again',
    fields: z.strictObject({}),
    read: async (visit) => {
      permit(mailRights, 'send-again', visit.actor, { state: 'kept' })
      return mailCounts(visit.db)
    },
    page: keptMailsPage,
    act: async ({ db, actor, now: at }) => {
      await sendKeptMails(db, { actor, at })
      return { to: sitePaths.mails, done: 'done.mails-kept' }
    },
  })
  site.form({
    path: sitePaths.mailDrop(':mail'),
    name: 'dropMail',
    summary: 'Have a mail not sent.',
    right: 'mail.drop',
    fields: z.strictObject({}),
    read: read('drop'),
    page: (visit, mail) => mailStepPage(visit, mail, 'drop'),
    act: async ({ db, actor, now: at }, { id }) => {
      await dropMail(db, { actor, at, id })
      return { to: sitePaths.mail(id), done: 'done.mail-dropped' }
    },
  })
}

const columns: Column<MailRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'failure', value: (row) => row.failure?.code },
  { name: 'failure_label', value: (row) => row.failure?.label },
  { name: 'answer', value: (row) => row.answer },
  { name: 'kind', value: (row) => row.kind },
  { name: 'address', value: (row) => row.address },
  { name: 'language', value: (row) => row.language },
  { name: 'attempts', value: (row) => row.attempts },
  { name: 'created_at', value: (row) => row.createdAt },
  { name: 'changed_at', value: (row) => row.changedAt },
  { name: 'due_at', value: (row) => row.dueAt },
]

import { z } from 'zod'
import type { JobRow } from '#platform/jobs/job-queries.ts'
import { languageCodes } from '#platform/languages.ts'
import { letterOf } from '#platform/mail/letter.ts'
import type { MailRow } from '#platform/mail/outbox-queries.ts'
import { mailFailures, mailStates } from '#platform/mail/tables.ts'
import type { Visit } from '#platform/web/visit.ts'

const moment = z.iso.datetime()

/** A mail as an operator sees it: what happened to it, not what it says. */
export const mailShape = z.object({
  id: z.string(),
  state: z.object({ code: z.enum(mailStates), label: z.string() }),
  failure: z.object({ code: z.enum(mailFailures), label: z.string() }).nullable(),
  answer: z.string().nullable(),
  kind: z.string(),
  address: z.string(),
  name: z.string().nullable(),
  language: z.enum(languageCodes),
  attempts: z.int().nonnegative(),
  createdAt: moment,
  changedAt: moment,
  dueAt: moment.nullable(),
})

export type MailRecord = z.infer<typeof mailShape>

export const mailRecord = ({ t }: Pick<Visit, 't'>, row: MailRow): MailRecord => ({
  id: row.id,
  state: { code: row.state, label: t(`state.mail.${row.state}`) },
  failure: row.failure && { code: row.failure, label: t(`operations.failure.${row.failure}`) },
  answer: row.answer,
  kind: row.kind,
  address: row.address,
  name: row.name,
  language: row.language,
  attempts: row.attempts,
  createdAt: row.created_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  dueAt: row.due_at?.toISOString() ?? null,
})

/** Where there is no mail server, what a mail says is shown instead of sent: subject and text, in words of the page's language. */
export const keptMailShape = mailShape.extend({
  content: z.object({ subject: z.string(), text: z.string() }).nullable(),
})

export type KeptMailRecord = z.infer<typeof keptMailShape>

export async function keptMailRecord(visit: Visit, row: MailRow): Promise<KeptMailRecord> {
  const { t, settings } = visit
  const isShown = row.state === 'kept' && settings.smtpUrl === null && row.content !== null
  if (!isShown || row.content === null) return { ...mailRecord(visit, row), content: null }
  const { subject, text } = letterOf(
    { language: row.language, name: row.name, content: row.content },
    { t, publicUrl: settings.publicUrl },
  )
  return { ...mailRecord(visit, row), content: { subject, text } }
}

export const jobShape = z.object({
  name: z.string(),
  cron: z.string().nullable(),
  waiting: z.int().nonnegative(),
  running: z.int().nonnegative(),
  lastDone: moment.nullable(),
  lastFailed: moment.nullable(),
})

export type JobRecord = z.infer<typeof jobShape>

export const jobRecord = (row: JobRow): JobRecord => ({
  name: row.name,
  cron: row.cron,
  waiting: row.waiting,
  running: row.running,
  lastDone: row.last_done?.toISOString() ?? null,
  lastFailed: row.last_failed?.toISOString() ?? null,
})

import type { Db } from '../database/tables.ts'
import type { LanguageCode } from '../languages.ts'
import type { Translate } from '../messages.ts'
import type { Settings } from '../settings.ts'
import type { OpenDatabase } from '../database/open.ts'
import type { Jobs, Run } from '../jobs/jobs.ts'
import { envelopeOf } from './envelope.ts'
import { letterOf } from './letter.ts'
import {
  claimMail,
  forgetMails,
  giveUpInterrupted,
  giveUpMail,
  keepDue,
  settleMail,
  type ClaimedMail,
} from './outbox-commands.ts'
import { smtpDelivery, type Deliver } from './smtp.ts'

export type PostParts = {
  db: Db
  kind: OpenDatabase['kind']
  settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'publicUrl'>
  translate: Record<LanguageCode, Translate>
  now: () => Date
}

/** The job to wake after every change that may have put a mail into the outbox. */
export const sendingJob = 'mail.send'

/** Declares the jobs of the mail: sending what is due, and forgetting what was said. */
export function definePost(jobs: Jobs, parts: PostParts): void {
  const post = openPost(parts)
  let interrupted: 'all' | 'overdue' = parts.kind === 'embedded' ? 'all' : 'overdue'
  jobs.define(sendingJob, {
    // What waits for another try, and what another process has written, is looked for every minute.
    cron: '* * * * *',
    at: 'each',
    run: async (run) => {
      // Nobody else sends from the embedded database, so at the start of this process nothing can be under way.
      await giveUpInterrupted(parts.db, parts.now(), interrupted)
      interrupted = 'overdue'
      await post.sendDue(run)
    },
  })
  jobs.define('mail.forget', { cron: '17 3 * * *', at: 'one', run: () => forgetMails(parts.db, parts.now()) })
}

export type Post = {
  /** Hands over all that is due, several mails at a time; without a mail server it is kept. */
  sendDue: (run: Run) => Promise<void>
}

const atOnce = 4

export function openPost(parts: PostParts): Post {
  const { db, settings, now } = parts
  const { hostname } = new URL(settings.publicUrl)
  const deliver = settings.smtpUrl === null ? null : smtpDelivery(settings.smtpUrl, hostname)
  const sendDue = async (run: Run) => {
    if (deliver === null) return keepDue(db, now())
    const sendInTurn = async () => {
      while (!run.isStopping()) {
        const mail = await claimMail(db, now())
        if (mail === null) return
        await send(parts, deliver, mail, run.signal)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, sendInTurn))
  }
  return { sendDue }
}

async function send(parts: PostParts, deliver: Deliver, mail: ClaimedMail, signal: AbortSignal) {
  const { db, now } = parts
  if (mail.until !== null && mail.until < now()) return giveUpMail(db, mail, 'expired', null, now())
  let envelope
  try {
    envelope = await written(parts, mail)
  } catch (error) {
    // Its words may have gone with an older version of the program; one such mail must not hold up the others.
    return giveUpMail(db, mail, 'unreadable', (error as Error).message, now())
  }
  await settleMail(db, mail, await deliver(envelope, signal), now())
}

async function written({ settings, translate, now }: PostParts, mail: ClaimedMail) {
  const t = translate[mail.language]
  const letter = letterOf(mail, { t, publicUrl: settings.publicUrl })
  const { hostname } = new URL(settings.publicUrl)
  const sender = { name: t('site.name'), address: settings.mailFrom ?? '', host: hostname }
  return envelopeOf(mail, letter, sender, now())
}

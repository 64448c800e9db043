import type { Mail, MailPart } from '#platform/mail/outbox.ts'
import { date } from '#platform/ui/format.ts'
import { activityPaths } from '../paths.ts'
import { callPaths } from './call-paths.ts'
import type { CallWords } from './call-queries.ts'
import type { Call } from './call.ts'
import type { Recipient } from './target-queries.ts'

/** The letter itself, in the language of whoever gets it or in its own. */
export const letterMail = (call: Call, words: CallWords, to: Recipient): Mail =>
  mailOf(call, words, to, {
    kind: 'letter',
    once: `activities.call-letter ${call.id}`,
    body: (words.letter?.text ?? '')
      .split(/\n{2,}/)
      .filter((paragraph) => paragraph.trim() !== '')
      .map((text) => ({
        part: 'paragraph' as const,
        of: { text, language: words.letter?.language ?? call.language },
      })),
  })

/** That nothing has come yet and when the cut-off is; once for each cut-off. */
export const reminderMail = (call: Call, words: CallWords, to: Recipient): Mail =>
  mailOf(call, words, to, {
    kind: 'reminder',
    once: `activities.call-reminder ${call.id} ${call.cutOff}`,
    body: [{ part: 'paragraph', of: { words: 'calls.mail.reminder.text' } }],
  })

const mailOf = (
  call: Call,
  { title }: CallWords,
  to: Recipient,
  mail: { kind: 'letter' | 'reminder'; once: string; body: MailPart[] },
): Mail => ({
  to: { person: to.person, address: to.email, name: to.name || null },
  language: to.language,
  kind: `activities.call-${mail.kind}`,
  subject: `calls.mail.${mail.kind}`,
  values: {
    title: title?.text ?? '',
    opens: date(to.language, call.opensOn),
    cutOff: date(to.language, call.cutOff),
  },
  body: [
    { part: 'heading', of: { text: title?.text ?? '', language: title?.language ?? call.language } },
    ...mail.body,
    { part: 'paragraph', of: { words: 'calls.dates' } },
    { part: 'link', of: { words: 'calls.enter', to: `${activityPaths.newEntry}?call=${call.id}` } },
    { part: 'list', lines: [{ words: 'calls.mail.read', to: callPaths.call(call.id) }] },
  ],
  once: mail.once,
  why: 'calls.mail.why',
})

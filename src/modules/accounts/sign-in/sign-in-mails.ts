import type { LanguageCode } from '#platform/languages.ts'
import type { Mail } from '#platform/mail/outbox.ts'
import type { MessageKey } from '#platform/messages.ts'
import { tokenPaths } from '../tokens/token-paths.ts'
import { securityPaths, signInPaths } from './sign-in-paths.ts'
import type { LinkPurpose } from './tables.ts'
import { tokenDigest } from './tokens.ts'

type Addressee = { id: string; name: string; email: string; language: LanguageCode }

/** The mail that carries a link; its kind stands in the outbox as 'accounts.<purpose>-link'. */
export function linkMail(
  person: Addressee,
  purpose: LinkPurpose,
  link: { token: string; minutes: number; expires: Date },
): Mail {
  const words = linkWords[purpose]
  const to = `${words.path}?token=${link.token}`
  return {
    to: addressOfPerson(person),
    language: person.language,
    kind: `accounts.${purpose}-link`,
    subject: words.subject,
    values: { name: person.name, minutes: link.minutes, hours: Math.round(link.minutes / 60) },
    body: [
      { part: 'heading', of: { words: words.subject } },
      { part: 'paragraph', of: { words: words.text } },
      { part: 'link', of: { words: words.button, to } },
      { part: 'paragraph', of: { words: words.lasts } },
      { part: 'paragraph', of: { words: 'sign-in.mail.not-you' } },
    ],
    once: `accounts.${purpose}-link ${tokenDigest(link.token)}`,
    secret: true,
    until: link.expires,
  }
}

/** What a person is told because it may be the work of somebody else. */
export type Notice =
  | 'already'
  | 'password-changed'
  | 'factor-on'
  | 'factor-off'
  | 'passkey-added'
  | 'passkey-removed'
  | 'token-made'

export const noticeMail = (person: Addressee, notice: Notice, at: Date): Mail => ({
  to: addressOfPerson(person),
  language: person.language,
  kind: `accounts.${notice}`,
  subject: noticeWords[notice].subject,
  values: { name: person.name },
  body: [
    { part: 'heading', of: { words: noticeWords[notice].subject } },
    { part: 'paragraph', of: { words: noticeWords[notice].text } },
    { part: 'link', of: { words: noticeWords[notice].button, to: noticeWords[notice].path } },
  ],
  once: `accounts.${notice} ${at.toISOString()}`,
})

const addressOfPerson = ({ id, email, name }: Addressee) => ({
  person: id,
  address: email,
  name: name || null,
})

type LinkWords = Record<'subject' | 'text' | 'button' | 'lasts', MessageKey> & { path: string }

const linkWords: Record<LinkPurpose, LinkWords> = {
  confirm: {
    subject: 'sign-in.mail.confirm.subject',
    text: 'sign-in.mail.confirm.text',
    button: 'sign-in.mail.confirm.button',
    lasts: 'sign-in.mail.lasts-hours',
    path: signInPaths.confirm,
  },
  enter: {
    subject: 'sign-in.mail.enter.subject',
    text: 'sign-in.mail.enter.text',
    button: 'sign-in.mail.enter.button',
    lasts: 'sign-in.mail.lasts-minutes',
    path: signInPaths.openLink,
  },
  'new-password': {
    subject: 'sign-in.mail.new-password.subject',
    text: 'sign-in.mail.new-password.text',
    button: 'sign-in.mail.new-password.button',
    lasts: 'sign-in.mail.lasts-minutes',
    path: signInPaths.newPassword,
  },
}

type NoticeWords = Record<'subject' | 'text' | 'button', MessageKey> & { path: string }

const security = { button: 'sign-in.mail.security', path: securityPaths.overview } as const

const noticeWords: Record<Notice, NoticeWords> = {
  already: {
    subject: 'sign-in.mail.already.subject',
    text: 'sign-in.mail.already.text',
    button: 'sign-in.mail.already.button',
    path: signInPaths.signIn,
  },
  'password-changed': {
    subject: 'sign-in.mail.password-changed.subject',
    text: 'sign-in.mail.changed',
    ...security,
  },
  'factor-on': { subject: 'sign-in.mail.factor-on.subject', text: 'sign-in.mail.changed', ...security },
  'factor-off': { subject: 'sign-in.mail.factor-off.subject', text: 'sign-in.mail.changed', ...security },
  'passkey-added': {
    subject: 'sign-in.mail.passkey-added.subject',
    text: 'sign-in.mail.changed',
    ...security,
  },
  'token-made': {
    subject: 'sign-in.mail.token-made.subject',
    text: 'sign-in.mail.changed',
    button: 'tokens.title',
    path: tokenPaths.overview,
  },
  'passkey-removed': {
    subject: 'sign-in.mail.passkey-removed.subject',
    text: 'sign-in.mail.changed',
    ...security,
  },
}

import type { Tx } from '../database/tables.ts'
import type { LanguageCode } from '../languages.ts'
import type { MessageKey } from '../messages.ts'
import { isMailAddress, oneLine } from './header-text.ts'
import { keepMail } from './outbox-commands.ts'

/** Stored as JSON until the mail is sent, so dates come worded already (`src/platform/ui/format.ts`). */
export type MailValues = Record<string, string | number>

/** Words of the interface, or a text of the register or of a person, with its language when it is not the mail's. */
export type MailText =
  { words: MessageKey; values?: MailValues } | { text: string; language?: LanguageCode | null }

/** `to`: an address on this site without the language, such as '/duties', or a whole one of another site. */
export type MailLink = MailText & { to: string }

/** The text and the HTML of a mail are made from the same parts. */
export type MailPart =
  | { part: 'heading'; of: MailText }
  | { part: 'paragraph'; of: MailText }
  /** What a person wrote, line by line as they wrote it. */
  | { part: 'quote'; text: string; language?: LanguageCode | null }
  /** The one thing to do: a button where there is HTML. */
  | { part: 'link'; of: MailLink }
  | { part: 'list'; lines: (MailText | MailLink)[] }

export type Mail = {
  /** `person`: id of the account that it concerns; null for somebody without one. */
  to: { person: string | null; address: string; name: string | null }
  language: LanguageCode
  /** `<module>.<kind>`, such as 'accounts.sign-in-link'. */
  kind: string
  subject: MessageKey
  /** For the subject, and for every part that has no value of that name itself. */
  values?: MailValues
  body: MailPart[]
  /** Names what is told: the same address never gets the same `once` twice. */
  once: string
  /** A sentence of the footer: why the reader gets this. */
  why?: MessageKey
  /** Address on this site (with its token) that ends this kind of notice at one POST; only for what one may do without. */
  stop?: string
  /** Holds a one-time link or code: never shown to an operator when there is a mail server, erased when it is sent. */
  secret?: true
  /** It is of no use later, such as a link that has expired by then. */
  until?: Date
}

/**
 * Puts a mail into the outbox in the caller's transaction: it is sent only if that commits, and once.
 * The address must have passed `isMailAddress`.
 */
export async function sendLater(tx: Tx, mail: Mail, at: Date): Promise<void> {
  const { to, language, kind, subject, values = {}, body, once } = mail
  if (!isMailAddress(to.address)) throw new Error(`a mail of kind ${kind} has no good address`)
  const content = { subject, values, body, why: mail.why ?? null, stop: mail.stop ?? null }
  await keepMail(tx, {
    person: to.person,
    address: to.address,
    name: to.name === null ? null : oneLine(to.name, longestName) || null,
    language,
    kind,
    once,
    content: JSON.stringify(content),
    secret: mail.secret ?? false,
    state: 'waiting',
    attempts: 0,
    created_at: at,
    changed_at: at,
    due_at: at,
    until: mail.until ?? null,
  })
}

const longestName = 120

/** What is stored of a mail besides whom it goes to. */
export type MailContent = {
  subject: MessageKey
  values: MailValues
  body: MailPart[]
  why: MessageKey | null
  stop: string | null
}

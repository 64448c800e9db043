import { languages, type LanguageCode } from '../languages.ts'
import { isMailAddress, oneLine } from './header-text.ts'
import type { Letter } from './letter.ts'

export type Envelope = { from: string; to: string; message: Buffer }

export type Addressed = {
  id: string
  address: string
  name: string | null
  language: LanguageCode
}

type Sender = {
  /** Name of the site in the mail's language. */
  name: string
  address: string
  /** Host of the site, for the Message-ID. */
  host: string
}

/** Puts a letter into the form of RFC 5322: both forms beside each other, and the headers that machines go by. */
export async function envelopeOf(
  to: Addressed,
  letter: Letter,
  sender: Sender,
  now: Date,
): Promise<Envelope> {
  const headers = headersOf(to, letter, sender)
  // Read with the first mail: many a site sends none.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composed = new MailComposer({
    ...headers,
    date: now,
    text: letter.text,
    html: letter.html,
    // Nothing in a mail may make the program read a file or ask another host.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { from: sender.address, to: to.address, message: await composed.compile().build() }
}

/** The only place where texts become headers: each is one line, each address is one address. */
export function headersOf(to: Addressed, letter: Pick<Letter, 'subject' | 'stop'>, sender: Sender) {
  for (const address of [to.address, sender.address])
    if (!isMailAddress(address)) throw new Error('a mail has no good address')
  const stop = letter.stop === null ? null : oneLine(letter.stop, longestLine)
  return {
    from: { name: oneLine(sender.name, longestName), address: sender.address },
    to: { name: oneLine(to.name ?? '', longestName), address: to.address },
    subject: oneLine(letter.subject, longestLine),
    // The same at every attempt, so that a mail that arrives twice can be known as one.
    messageId: `<${to.id}@${sender.host}>`,
    headers: {
      'Content-Language': languages[to.language].tag,
      // RFC 3834: no automatic answers, please.
      'Auto-Submitted': 'auto-generated',
      // RFC 8058: one click ends it, without a page in between.
      ...(stop === null
        ? {}
        : { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  }
}

const longestName = 120
const longestLine = 900

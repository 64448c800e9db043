import { Readable } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Envelope } from './envelope.ts'

/** What became of one try to hand a mail over. `answer`: what the mail server or the system said. */
export type Outcome = {
  /** sent: taken. again: not now. refused: never. uncertain: it may have been taken, nobody said so. */
  outcome: 'sent' | 'again' | 'refused' | 'uncertain'
  answer: string
}

export type Deliver = (envelope: Envelope, signal: AbortSignal) => Promise<Outcome>

/** Hands mails to the server of the settings, each over a connection of its own. */
export const smtpDelivery =
  (smtpUrl: string, ourName: string): Deliver =>
  async (envelope, signal) => {
    const options = connectionOptions(new URL(smtpUrl), ourName)
    const { default: Connection } = await import('nodemailer/lib/smtp-connection')
    const connection = new Connection(options)
    // After the last byte was asked for, a broken line says nothing about the mail.
    let wasHandedOver = false
    const message = new Readable({
      read() {
        wasHandedOver = true
        this.push(envelope.message)
        this.push(null)
      },
    })
    try {
      const patience = AbortSignal.any([signal, AbortSignal.timeout(longestTalkMilliseconds)])
      const answer = await speak(connection, options.login, envelope, message, patience)
      return { outcome: 'sent', answer }
    } catch (error) {
      return outcomeOf(error as SmtpError, wasHandedOver)
    } finally {
      connection.close()
    }
  }

const longestTalkMilliseconds = 8 * 60_000

type SmtpError = Error & { code?: string; responseCode?: number; command?: string; response?: string }

type Login = { user: string; pass: string } | null

function speak(
  connection: SMTPConnection,
  login: Login,
  { from, to }: Envelope,
  message: Readable,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error('the time was up'))
    if (signal.aborted) return giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    connection.on('error', reject)
    connection.on('end', () => reject(new Error('the mail server closed the connection')))
    const hand = () =>
      connection.send({ from, to: [to] }, message, (error, told) =>
        error ? reject(error) : resolve(told?.response ?? ''),
      )
    connection.connect((error) => {
      if (error) return reject(error)
      if (login === null) return hand()
      connection.login({ credentials: login }, (refusal) => (refusal ? reject(refusal) : hand()))
    })
  })
}

function outcomeOf(error: SmtpError, wasHandedOver: boolean): Outcome {
  const answer = error.response ?? error.message
  const code = error.responseCode ?? null
  if (code === null) return { outcome: wasHandedOver ? 'uncertain' : 'again', answer }
  // A refused password or sender is the operator's to mend; only what is said of this mail is about this mail.
  const isOfThisMail = error.command === 'RCPT TO' || error.command === 'DATA'
  return { outcome: code >= 500 && code !== 503 && isOfThisMail ? 'refused' : 'again', answer }
}

/** Exported for its test: what of the settings decides how the mail server is spoken to. */
export function connectionOptions(address: URL, ourName: string) {
  const isSecure = address.protocol === 'smtps:'
  const host = address.hostname.replace(/^\[|\]$/g, '')
  const login: Login =
    address.username === ''
      ? null
      : { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) }
  return {
    host,
    port: Number(address.port) || (isSecure ? 465 : 587),
    secure: isSecure,
    // A password never travels in the clear to another machine.
    requireTLS: !isSecure && login !== null && !isThisMachine(host),
    ignoreTLS: !isSecure && isThisMachine(host),
    name: ourName,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    dnsTimeout: 10_000,
    socketTimeout: 120_000,
    logger: false,
    login,
  }
}

const isThisMachine = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host)

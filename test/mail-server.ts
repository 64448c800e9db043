import { SMTPServer } from 'smtp-server'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'

export type ReceivedMail = { to: string; headers: Map<string, string>; text: string; html: string }

export type MailServer = {
  url: string
  received: ReceivedMail[]
  /** What the server answers at the end of each next mail, in turn; 'hold' never answers. When none is left, all are taken. */
  answers: (number | 'hold')[]
  /** Forgets what has arrived and what it was to answer. */
  reset: () => void
  /** Resolves when so many mails have been handed over whole since then, answered or not. */
  untilHandedOver: (count: number) => Promise<void>
  stop: () => Promise<void>
}

/** A real mail server on the loopback; with a password it wants one. Addresses that begin with 'nobody' do not exist there. */
export async function startMailServer(password: string | null = null): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const answers: MailServer['answers'] = []
  const seen = { handedOver: 0 }
  const server = new SMTPServer({
    authOptional: password === null,
    allowInsecureAuth: true,
    onAuth: (given, _session, done) =>
      given.password === password ? done(null, { user: 'site' }) : done(refusal(535, 'wrong password')),
    disabledCommands: ['STARTTLS'],
    logger: false,
    // Nobody waits for a connection that holds an answer back.
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('nobody') ? refusal(550, 'no such mailbox') : null),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        seen.handedOver += 1
        const answer = answers.shift()
        if (answer === 'hold') return
        if (answer !== undefined) return done(refusal(answer, 'not this one'))
        received.push(
          readMail(session.envelope.rcptTo[0]?.address ?? '', Buffer.concat(pieces).toString('latin1')),
        )
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answers,
    reset: () => {
      received.length = answers.length = seen.handedOver = 0
    },
    untilHandedOver: async (count) => {
      while (seen.handedOver < count) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const refusal = (responseCode: number, sentence: string) =>
  Object.assign(new Error(sentence), { responseCode })

/** Reads what our own mails are made of: folded headers, encoded words, two parts in base64 or quoted-printable. */
function readMail(to: string, raw: string): ReceivedMail {
  const [head = '', body = ''] = split(raw)
  const headers = headersOf(head)
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1] ?? ''
  const parts = body.split(`--${boundary}`).map((part) => split(part.replace(/^\r\n/, '')))
  const partOf = (type: string) => {
    const [partHead = '', content = ''] =
      parts.find(([one]) =>
        headersOf(one ?? '')
          .get('content-type')
          ?.startsWith(type),
      ) ?? []
    return decoded(content, headersOf(partHead).get('content-transfer-encoding') ?? '')
  }
  return { to, headers, text: partOf('text/plain'), html: partOf('text/html') }
}

function split(text: string): [string, string] {
  const end = text.indexOf('\r\n\r\n')
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 4)]
}

const headersOf = (head: string): Map<string, string> =>
  new Map(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())] as const
      }),
  )

const words = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/(?:=\?utf-8\?([BQ])\?[^?]*\?=)+/gi, (run) =>
      Buffer.concat(
        [...run.matchAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi)].map(([, kind = '', coded = '']) =>
          kind.toUpperCase() === 'B'
            ? Buffer.from(coded, 'base64')
            : Buffer.from(unquoted(coded.replaceAll('_', ' ')), 'latin1'),
        ),
      ).toString('utf8'),
    )

const unquoted = (text: string): string =>
  text.replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function decoded(content: string, encoding: string): string {
  const bytes =
    encoding === 'base64'
      ? Buffer.from(content, 'base64')
      : Buffer.from(
          encoding === 'quoted-printable' ? unquoted(content.replaceAll(/=\r\n/g, '')) : content,
          'latin1',
        )
  return bytes.toString('utf8').replaceAll('\r\n', '\n').trimEnd()
}

/** One value for each language, made by the same function. */
export const inAllLanguages = <Value>(make: (code: LanguageCode) => Value): Value[] => languageCodes.map(make)

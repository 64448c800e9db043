import { createHmac } from 'node:crypto'
import type { Caller } from '#platform/web/form-resource.ts'
import type { Db } from '#platform/database/tables.ts'
import type { MailPart } from '#platform/mail/outbox.ts'
import type { Engine } from '../src/modules/accounts/sign-in/engine.ts'
import { confirmSignUp, signUp } from '../src/modules/accounts/sign-in/sign-up.ts'

/** A browser of the tests: keeps the cookies that it is given, and sends them again. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly address: string

  constructor(address = '192.0.2.1') {
    this.address = address
  }

  get caller(): Caller {
    return {
      address: this.address,
      cookie: (name) => this.cookies.get(name) ?? null,
      userAgent: 'Tests/1.0',
    }
  }

  /** Takes Set-Cookie lines as a browser does. */
  keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
      const name = pair.slice(0, pair.indexOf('='))
      const isOver = attributes.some((attribute) => /^max-age=0$/i.test(attribute))
      if (isOver) this.cookies.delete(name)
      else this.cookies.set(name, pair.slice(pair.indexOf('=') + 1))
    }
  }
}

/** The token in the link of the last mail of a kind to an address; null when no such mail was written. */
export async function tokenMailed(db: Db, address: string, kind: string): Promise<string | null> {
  const mail = await db
    .selectFrom('outbox')
    .select('content')
    .where('address', '=', address)
    .where('kind', '=', kind)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  const parts: MailPart[] = mail?.content?.body ?? []
  const link = parts.find((part) => part.part === 'link')
  return link ? (/token=([\w-]+)/.exec(link.of.to)?.[1] ?? null) : null
}

/** The code that an application shows now, or so many steps away (RFC 6238). */
export function codeOf(base32Key: string, steps = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...base32Key].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const digest = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const place = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Somebody who has signed up, opened the link of the mail, and is signed in. */
export async function joined(engine: Engine, email: string, password: string): Promise<Browser> {
  const browser = new Browser()
  await signUp(engine, browser.caller, { name: 'Amina', email, password, language: 'fr' })
  const token = (await tokenMailed(engine.db, email, 'accounts.confirm-link')) ?? ''
  const entrance = await confirmSignUp(engine, browser.caller, { token, password })
  if (entrance.kind !== 'signed-in') throw new Error(JSON.stringify(entrance))
  browser.keep(entrance.cookies)
  return browser
}

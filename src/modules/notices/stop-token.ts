import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Db } from '#platform/database/tables.ts'
import { signingKey } from '#platform/web/signing-key-commands.ts'
import { isNoticeKind, type NoticeKind } from './notice.ts'

export type Stop = { person: string; kind: NoticeKind | 'all' }

/** What stands in the address that ends a kind of mail: whose, which kind, and a signature that nobody else can write. */
export async function stopToken(db: Db, stop: Stop): Promise<string> {
  const words = Buffer.from(JSON.stringify([stop.person, stop.kind])).toString('base64url')
  return `${words}.${await signature(db, words)}`
}

/** Whose mails an address ends; null when it was not written by us. */
export async function readStopToken(db: Db, token: string): Promise<Stop | null> {
  const [words = '', given = ''] = token.split('.')
  const [expected, found] = [Buffer.from(await signature(db, words)), Buffer.from(given)]
  if (expected.length !== found.length || !timingSafeEqual(expected, found)) return null
  const [person, kind] = JSON.parse(Buffer.from(words, 'base64url').toString('utf8')) as [string, string]
  return isNoticeKind(kind) || kind === 'all' ? { person, kind } : null
}

const signature = async (db: Db, words: string): Promise<string> =>
  createHmac('sha256', await signingKey(db, 'notices'))
    .update(words)
    .digest('base64url')

import type { Db, Tx } from '#platform/database/tables.ts'
import { sendLater } from '#platform/mail/outbox.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { linkMail } from './sign-in-mails.ts'
import type { LinkPurpose } from './tables.ts'
import { newToken, tokenDigest } from './tokens.ts'

/** Minutes that a link can be opened. The first proof of an address may wait for the mail of a slow office. */
const minutesOf: Record<LinkPurpose, number> = { confirm: 24 * 60, enter: 20, 'new-password': 60 }

type Addressee = { id: string; name: string; email: string; language: LanguageCode }

/** Makes a link that opens once, and puts the mail that carries it into the outbox of the same transaction. */
export async function mailLink(tx: Tx, person: Addressee, purpose: LinkPurpose, at: Date): Promise<void> {
  const { token, expires } = await makeLink(tx, person.id, purpose, at)
  const mail = linkMail(person, purpose, { token, minutes: minutesOf[purpose], expires })
  await sendLater(tx, mail, at)
}

/** Makes a link without a mail, for the operator's terminal. */
export async function makeLink(
  tx: Tx,
  person: string,
  purpose: LinkPurpose,
  at: Date,
  minutes: number = minutesOf[purpose],
): Promise<{ token: string; expires: Date }> {
  const token = newToken()
  const expires = new Date(at.getTime() + minutes * 60_000)
  await tx
    .insertInto('mail_links')
    .values({ token_digest: tokenDigest(token), person, purpose, created_at: at, expires_at: expires })
    .execute()
  return { token, expires }
}

/** Whose link it is, while it can be opened. Looking does not use it up: mail programs look at links, too. */
export async function linkOwner(
  db: Db,
  token: string,
  purpose: LinkPurpose,
  at: Date,
): Promise<string | null> {
  const link = await db
    .selectFrom('mail_links')
    .select('person')
    .where('token_digest', '=', tokenDigest(token))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return link?.person ?? null
}

/** Uses a link up, and with it all others of its purpose that went to the person. Null when it cannot be opened any more. */
export async function spendLink(
  tx: Tx,
  token: string,
  purpose: LinkPurpose,
  at: Date,
): Promise<string | null> {
  const spent = await tx
    .deleteFrom('mail_links')
    .where('token_digest', '=', tokenDigest(token))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', at)
    .returning('person')
    .executeTakeFirst()
  if (!spent) return null
  await tx
    .deleteFrom('mail_links')
    .where('person', '=', spent.person)
    .where('purpose', '=', purpose)
    .execute()
  return spent.person
}

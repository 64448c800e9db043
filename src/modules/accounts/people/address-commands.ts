import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { sendLater, type Mail } from '#platform/mail/outbox.ts'
import { accountPaths } from '../paths.ts'
import { lockPerson } from '../roles/role-commands.ts'
import { personByEmail, smallEmail } from '../sign-in/person-queries.ts'
import { endSessions } from '../sign-in/session-commands.ts'
import { noticeMail } from '../sign-in/sign-in-mails.ts'
import { newToken, tokenDigest } from '../sign-in/tokens.ts'
import { told } from './profile-commands.ts'
import './tables.ts'

/** The link that goes to a new address opens nothing after so many hours. */
const addressChangeHours = 24

/**
 * Sends a link to the address that a person wants instead of theirs. To an address that has an account already goes a
 * notice, and nobody learns here which of the two it was. The caller has proven who they are.
 */
export const askAddressChange = (
  db: Db,
  { person, email: typed, at }: { person: string; email: string; at: Date },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const owner = await lockPerson(tx, person)
    const email = smallEmail(typed)
    if (!owner || owner.email === email) return
    const other = await personByEmail(tx, email)
    if (other) return sendLater(tx, noticeMail(other, 'already', at), at)
    const token = newToken()
    const expires_at = new Date(at.getTime() + addressChangeHours * 3_600_000)
    const change = { email, token_digest: tokenDigest(token), created_at: at, expires_at }
    await tx
      .insertInto('address_changes')
      .values({ person, ...change })
      .onConflict((conflict) => conflict.column('person').doUpdateSet(change))
      .execute()
    const { name, language } = owner
    await sendLater(tx, changeMail({ person, name, language, email, token, expires: expires_at }), at)
  })

/** Takes the new address: it is proven by the link. The old one is told, and all other sessions end. */
export const takeNewAddress = (
  db: Db,
  { person, session, token, at }: { person: string; session: string; token: string; at: Date },
): Promise<{ issues: Issue[] } | { email: string }> =>
  db.transaction().execute(async (tx) => {
    const owner = await lockPerson(tx, person)
    const change = await openChange(tx, person, token, at)
    if (!owner || change === null) return { issues: [{ field: '', key: 'sign-in.link-over' as const }] }
    if (await personByEmail(tx, change.email))
      return { issues: [{ field: '', key: 'account.address.taken' as const }] }
    await tx
      .updateTable('people')
      .set({ email: change.email, email_verified: true, updated_at: at })
      .where('id', '=', person)
      .execute()
    await tx.deleteFrom('address_changes').where('person', '=', person).execute()
    // Links that went to the old address belong to whoever reads it.
    await tx.deleteFrom('mail_links').where('person', '=', person).execute()
    await endSessions(tx, person, session)
    await told(tx, {
      actor: { person, id: person, name: null, standings: [] },
      at,
      act: 'change-address',
      id: person,
    })
    if (owner.email !== null) await sendLater(tx, farewellMail({ ...owner, email: owner.email }, at), at)
    return { email: change.email }
  })

/** The change that a link stands for, while it can be opened. */
export async function openChange(db: Db | Tx, person: string, token: string, at: Date) {
  const row = await db
    .selectFrom('address_changes')
    .select(['email', 'expires_at'])
    .where('person', '=', person)
    .where('token_digest', '=', tokenDigest(token))
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row ?? null
}

const changeMail = (change: {
  person: string
  name: string
  language: Mail['language']
  email: string
  token: string
  expires: Date
}): Mail => ({
  to: { person: change.person, address: change.email, name: change.name || null },
  language: change.language,
  kind: 'accounts.new-address',
  subject: 'account.address.mail',
  values: { hours: addressChangeHours },
  body: [
    { part: 'heading', of: { words: 'account.address.mail' } },
    { part: 'paragraph', of: { words: 'account.address.mail.text' } },
    { part: 'link', of: { words: 'account.address.mail.open', to: accountPaths.newAddress(change.token) } },
    { part: 'paragraph', of: { words: 'invitations.mail.not-you' } },
  ],
  once: `accounts.new-address ${tokenDigest(change.token)}`,
  secret: true,
  until: change.expires,
})

const farewellMail = (
  owner: { id: string; name: string; email: string; language: Mail['language'] },
  at: Date,
): Mail => ({
  to: { person: owner.id, address: owner.email, name: owner.name || null },
  language: owner.language,
  kind: 'accounts.address-changed',
  subject: 'account.address.changed',
  body: [
    { part: 'heading', of: { words: 'account.address.changed' } },
    { part: 'paragraph', of: { words: 'account.address.changed.text' } },
  ],
  once: `accounts.address-changed ${owner.id} ${at.toISOString()}`,
})

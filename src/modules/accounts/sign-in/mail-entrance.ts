import type { Issue } from '#platform/errors.ts'
import { sendLater } from '#platform/mail/outbox.ts'
import type { Caller } from '#platform/web/form-resource.ts'
import { letIn } from './entering.ts'
import { now, refused, type Engine, type Entrance } from './engine.ts'
import { evenly } from './evenly.ts'
import { countTry } from './limit-commands.ts'
import { mailLimits } from './limits.ts'
import { linkOwner, mailLink, spendLink } from './mail-link-commands.ts'
import { passwordIssues } from './password-rule.ts'
import { confirmPerson, dropUnprovenAccess, setPassword } from './person-commands.ts'
import { personByEmail, personById, smallEmail } from './person-queries.ts'
import { endSessions } from './session-commands.ts'
import { noticeMail } from './sign-in-mails.ts'
import { waitIssue } from './waiting.ts'

/** `isSent` says only that the request was taken: whether a mail goes out depends on whether the address is known. */
export type Asked = { isSent: true } | { issues: Issue[] }

/** Sends a link that signs in, or one to choose a new password. The answer tells nothing about the account. */
export async function askForLink(
  engine: Engine,
  caller: Caller,
  given: { email: string; purpose: 'enter' | 'new-password' },
): Promise<Asked> {
  const email = smallEmail(given.email)
  const wait = await countTry(engine.db, mailLimits(engine.secret, { email, address: caller.address }))
  if (wait > 0) return { issues: [waitIssue(wait)] }
  return evenly(async () => {
    await engine.db.transaction().execute(async (tx) => {
      const person = await personByEmail(tx, email)
      if (person) await mailLink(tx, person, given.purpose, now())
    })
    return { isSent: true }
  })
}

/** Whether a link can still be opened; looking does not use it up. */
export const isOpenLink = async (
  engine: Engine,
  token: string,
  purpose: 'enter' | 'new-password',
): Promise<boolean> => (await linkOwner(engine.db, token, purpose, now())) !== null

/** Whoever opens the link has the mailbox: it proves the address, and drops a password that was set without that proof. */
export async function enterByLink(engine: Engine, caller: Caller, token: string): Promise<Entrance> {
  const person = await engine.db.transaction().execute(async (tx) => {
    const at = now()
    const owner = await spendLink(tx, token, 'enter', at)
    if (owner === null) return null
    await dropUnprovenAccess(tx, owner)
    await confirmPerson(tx, owner, at)
    return owner
  })
  if (person === null) return refused({ field: '', key: 'sign-in.link-over' })
  return letIn(engine, caller, person, 'one-factor')
}

/** Sets the password and ends all sessions; nobody is signed in by it, so a second factor is still asked for. */
export async function chooseNewPassword(
  engine: Engine,
  given: { token: string; password: string },
): Promise<{ isChanged: true } | { issues: Issue[] }> {
  const at = now()
  const over: Issue[] = [{ field: '', key: 'sign-in.link-over' }]
  const owner = await linkOwner(engine.db, given.token, 'new-password', at)
  const person = owner === null ? null : await personById(engine.db, owner)
  if (!person) return { issues: over }
  const issues = passwordIssues('password', given.password, [person.name, person.email])
  if (issues.length > 0) return { issues }
  const context = await engine.library.$context
  const hash = await context.password.hash(given.password)
  const isSpent = await engine.db.transaction().execute(async (tx) => {
    if ((await spendLink(tx, given.token, 'new-password', at)) === null) return false
    await setPassword(tx, person.id, hash, at)
    await confirmPerson(tx, person.id, at)
    await endSessions(tx, person.id, null)
    await sendLater(tx, noticeMail(person, 'password-changed', at), at)
    return true
  })
  return isSpent ? { isChanged: true } : { issues: over }
}

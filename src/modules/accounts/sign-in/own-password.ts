import type { Issue } from '#platform/errors.ts'
import { sendLater } from '#platform/mail/outbox.ts'
import type { Caller } from '#platform/web/form-resource.ts'
import { now, type Changed, type Engine } from './engine.ts'
import { countTry, takeBack } from './limit-commands.ts'
import { passwordLimits } from './limits.ts'
import { passwordIssues } from './password-rule.ts'
import { setPassword } from './person-commands.ts'
import { personById } from './person-queries.ts'
import { endSessions } from './session-commands.ts'
import type { SignedIn } from './session-queries.ts'
import { noticeMail } from './sign-in-mails.ts'
import { waitIssue } from './waiting.ts'

/** Sets another password, or the first one; all other sessions end. */
export async function changePassword(
  engine: Engine,
  caller: Caller,
  signedIn: SignedIn,
  given: { present: string; password: string },
): Promise<Changed> {
  const { person, session } = signedIn
  const proof = await proveAgain(engine, caller, signedIn, given.present)
  if (proof.length > 0) return { issues: proof }
  const issues = passwordIssues('password', given.password, [person.name, person.email])
  if (issues.length > 0) return { issues }
  const context = await engine.library.$context
  const hash = await context.password.hash(given.password)
  await engine.db.transaction().execute(async (tx) => {
    const at = now()
    await setPassword(tx, person.id, hash, at)
    await endSessions(tx, person.id, session.id)
    await sendLater(tx, noticeMail({ ...person }, 'password-changed', at), at)
  })
  return { cookies: [] }
}

/** Without a password the sign-in itself must be fresh. */
const freshMinutes = 15

/**
 * Before somebody changes how they sign in, they show again who they are: an open browser is not enough. Field
 * 'present' holds the password; who has none signs in anew.
 */
export async function proveAgain(
  engine: Engine,
  caller: Caller,
  { person, session }: SignedIn,
  present: string,
): Promise<Issue[]> {
  const found = await personById(engine.db, person.id)
  if (!found?.password) {
    const isFresh = now().getTime() - session.since.getTime() < freshMinutes * 60_000
    return isFresh ? [] : [{ field: '', key: 'security.sign-in-again' }]
  }
  const device = engine.devices.read(person.email, caller.cookie(engine.devices.name))
  const limits = passwordLimits(engine.secret, { email: person.email, address: caller.address, device })
  const wait = await countTry(engine.db, limits)
  if (wait > 0) return [waitIssue(wait)]
  const context = await engine.library.$context
  const isRight = await context.password.verify({ hash: found.password, password: present })
  if (!isRight) return [{ field: 'present', key: 'security.wrong-password' }]
  await takeBack(engine.db, limits)
  return []
}

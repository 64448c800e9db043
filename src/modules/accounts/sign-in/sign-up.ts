import type { LanguageCode } from '#platform/languages.ts'
import type { Tx } from '#platform/database/tables.ts'
import { sendLater } from '#platform/mail/outbox.ts'
import type { Caller } from '#platform/web/form-resource.ts'
import { letIn } from './entering.ts'
import { now, refused, type Engine, type Entrance } from './engine.ts'
import { evenly } from './evenly.ts'
import { countTry, forgetOldLimits } from './limit-commands.ts'
import { passwordLimits, signUpLimits } from './limits.ts'
import { linkOwner, mailLink, spendLink } from './mail-link-commands.ts'
import { passwordIssues } from './password-rule.ts'
import { confirmPerson, insertPerson, renamePerson, setPassword } from './person-commands.ts'
import { personByEmail, personById } from './person-queries.ts'
import { noticeMail } from './sign-in-mails.ts'
import { waitIssue } from './waiting.ts'
import type { Asked } from './mail-entrance.ts'

export type SignUp = { name: string; email: string; password: string; language: LanguageCode }

/** The answer is the same whether the address has an account or not; what differs goes to the address itself. */
export async function signUp(engine: Engine, caller: Caller, given: SignUp): Promise<Asked> {
  const issues = passwordIssues('password', given.password, [given.name, given.email])
  if (issues.length > 0) return { issues }
  const wait = await countTry(engine.db, signUpLimits(engine.secret, { ...given, address: caller.address }))
  if (wait > 0) return { issues: [waitIssue(wait)] }
  await forgetOldLimits(engine.db)
  return evenly(async () => {
    const { password } = await engine.library.$context
    const hash = await password.hash(given.password)
    await engine.db.transaction().execute((tx) => keepSignUp(tx, given, hash))
    return { isSent: true }
  })
}

async function keepSignUp(tx: Tx, given: SignUp, hash: string): Promise<void> {
  const at = now()
  const known = await personByEmail(tx, given.email)
  if (known?.isConfirmed) return sendLater(tx, noticeMail(known, 'already', at), at)
  const person = known ?? (await insertPerson(tx, given, at))
  if (!person) return
  await renamePerson(tx, person.id, given, at)
  await setPassword(tx, person.id, hash, at)
  await mailLink(tx, { ...person, name: given.name, language: given.language }, 'confirm', at)
}

export const isOpenConfirmation = async (engine: Engine, token: string): Promise<boolean> =>
  (await linkOwner(engine.db, token, 'confirm', now())) !== null

/**
 * The link proves the address, the password proves that it is the same person who signed up: otherwise somebody could
 * sign up with the address of another, wait for them to open the link, and know their password.
 */
export async function confirmSignUp(
  engine: Engine,
  caller: Caller,
  { token, password }: { token: string; password: string },
): Promise<Entrance> {
  const at = now()
  const owner = await linkOwner(engine.db, token, 'confirm', at)
  const person = owner === null ? null : await personById(engine.db, owner)
  if (!person?.password) return refused({ field: '', key: 'sign-in.link-over' })
  const limits = passwordLimits(engine.secret, {
    email: person.email,
    address: caller.address,
    device: engine.devices.read(person.email, caller.cookie(engine.devices.name)),
  })
  const wait = await countTry(engine.db, limits)
  if (wait > 0) return refused(waitIssue(wait))
  const context = await engine.library.$context
  if (!(await context.password.verify({ hash: person.password, password })))
    return refused({ field: 'password', key: 'sign-in.wrong-first-password' })
  const spent = await engine.db.transaction().execute(async (tx) => {
    const isSpent = (await spendLink(tx, token, 'confirm', at)) !== null
    if (isSpent) await confirmPerson(tx, person.id, at)
    return isSpent
  })
  if (!spent) return refused({ field: '', key: 'sign-in.link-over' })
  return letIn(engine, caller, person.id, 'one-factor')
}

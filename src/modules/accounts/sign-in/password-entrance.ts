import type { Caller } from '#platform/web/form-resource.ts'
import { entranceOf } from './entering.ts'
import { headersOf, now, refused, type Engine, type Entrance } from './engine.ts'
import { countTry, takeBack } from './limit-commands.ts'
import { mailLimits, passwordLimits } from './limits.ts'
import { mailLink } from './mail-link-commands.ts'
import { personByEmail, smallEmail } from './person-queries.ts'
import { waitIssue } from './waiting.ts'

/** The library takes as long for an address that it does not know as for a wrong password; so do the limits. */
export async function signIn(
  engine: Engine,
  caller: Caller,
  given: { email: string; password: string },
): Promise<Entrance> {
  const email = smallEmail(given.email)
  const device = engine.devices.read(email, caller.cookie(engine.devices.name))
  const limits = passwordLimits(engine.secret, { email, address: caller.address, device })
  const wait = await countTry(engine.db, limits)
  if (wait > 0) return refused(waitIssue(wait))

  const body = { email, password: given.password }
  const response = await engine.library.api.signInEmail({
    body,
    headers: headersOf(engine, caller),
    asResponse: true,
  })
  if (response.status === 403) {
    await takeBack(engine.db, limits)
    await sendConfirmationAgain(engine, caller, email)
    return refused({ field: '', key: 'sign-in.unconfirmed' })
  }
  if (!response.ok) return refused({ field: 'password', key: 'sign-in.wrong' })
  await takeBack(engine.db, limits)
  return entranceOf(engine, caller, response)
}

/** The password was right, so it is no secret that the account exists. */
async function sendConfirmationAgain(engine: Engine, caller: Caller, email: string): Promise<void> {
  const limits = mailLimits(engine.secret, { email, address: caller.address })
  if ((await countTry(engine.db, limits)) > 0) return
  await engine.db.transaction().execute(async (tx) => {
    const person = await personByEmail(tx, email)
    if (person && !person.isConfirmed) await mailLink(tx, person, 'confirm', now())
  })
}

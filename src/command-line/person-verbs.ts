import { grantRole, personWithLink } from '#modules/accounts/index.ts'
import { operator } from '#platform/access/actor.ts'
import { isMailAddress, oneLine } from '#platform/mail/header-text.ts'
import { withDatabase } from './database-verbs.ts'
import { exitCodes, WrongUse, type Call } from './verb.ts'

/** `actionline person create --administrator EMAIL`: the way in for the first person, who lets in all others. */
export async function personCreate(call: Call): Promise<number> {
  const email = call.options['administrator']
  if (typeof email !== 'string') throw new WrongUse('wrong.administrator')
  if (!isMailAddress(email)) throw new WrongUse('wrong.email', { email })
  const given = call.options['name']
  const name = oneLine(typeof given === 'string' ? given : (email.split('@')[0] ?? email), 200)
  const { publicUrl } = call.settings()
  return withDatabase(call, async ({ db }) => {
    const at = new Date()
    const { person, path, isNew } = await personWithLink(db, { name, email, language: call.language }, at)
    // Whoever holds the role already keeps it; that is no fault here.
    await grantRole(db, { actor: operator, at, person, role: 'administrator', scope: null })
    call.say(isNew ? 'person-create.new' : 'person-create.known', { email, link: `${publicUrl}${path}` })
    return exitCodes.fine
  })
}

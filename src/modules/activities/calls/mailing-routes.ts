import { z } from 'zod'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { forAct } from './call-form-routes.ts'
import { callPaths } from './call-paths.ts'
import { sendLetter } from './letter-commands.ts'
import { mailingPage, type MailingSubject } from './pages/mailing-page.ts'
import { recipientsOf, unreachedCount } from './target-queries.ts'
import { wordStates } from './word-queries.ts'

/** Sending the letter to the people of the target list, after a look at how many get it in which language. */
export const mailingRoutes = (site: Site): void =>
  site.form({
    path: callPaths.mailing(':call'),
    name: 'call-mailing',
    summary:
      'Sends the letter of an open call by mail to the people of its target list, each in their own language and once.',
    right: 'call.write',
    fields: z.strictObject({}),
    read: preview,
    page: mailingPage,
    act: async ({ db, actor, now: at }, { call: { id } }, { version }) => {
      const { sent } = await sendLetter(db, { actor, at, id, revision: Number(version ?? 0) })
      return { to: callPaths.targets(id), done: sent === 0 ? 'calls.done.nobody' : 'calls.done.sent' }
    },
  })

async function preview(visit: Visit, parameters: PathParameters): Promise<MailingSubject | null> {
  const { db, now } = visit
  const found = await forAct(visit, parameters, 'write')
  if (found === null) return null
  const { call } = found
  return {
    ...found,
    recipients: await recipientsOf(db, call, now),
    unreached: await unreachedCount(db, call, now),
    languages: await wordStates(db, call.id),
  }
}

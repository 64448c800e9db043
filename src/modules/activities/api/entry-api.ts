import { z } from 'zod'
import type { Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import type { Given, Written } from '#platform/web/api/api-resource.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { lockActivity, type By } from '../activity-commands.ts'
import { workOn } from '../activity-queries.ts'
import type { Activity } from '../activity.ts'
import type { ActivityContent } from '../content.ts'
import { issuesOfContent } from '../entry/content-checks.ts'
import { confirmIn, insertEntry, saveIn, sendIn } from '../entry/entry-commands.ts'
import { enterTogether } from '../entry/together-commands.ts'
import { entryRecord, entryShape, type EntryRecord } from '../entry/entry-shape.ts'
import { activityPaths } from '../paths.ts'
import { missingFor } from '../uses.ts'
import { contentIn, entryBody, issuesOfFiles, newEntryBody } from './entry-body.ts'
import { entryOf } from './record-api.ts'

/** What keepers of entries do: a new one, another content, sending it, saying that it still holds. */
export function entryApi(site: Site): void {
  site.api.write({
    method: 'POST',
    path: activityPaths.activities,
    name: 'api-new-entry',
    summary: 'Begins an entry, or with `submit` sends it to the secretariat at once.',
    right: 'activity.enter',
    body: newEntryBody,
    example,
    shape: entryShape,
    precondition: 'none',
    act: begin,
    together: beginTogether,
  })
  site.api.write({
    method: 'PUT',
    path: activityPaths.activity(':activity'),
    name: 'api-entry-content',
    summary:
      'Replaces the whole working content of an entry. The public text stays until an update is published.',
    right: 'activity.edit',
    body: entryBody,
    example: (({ submit: _, ...whole }) => whole)(example),
    shape: entryShape,
    precondition: 'required',
    act: replace,
  })
  site.api.write({
    ...step,
    path: `${activityPaths.activity(':activity')}/submission`,
    name: 'api-entry-submission',
    summary: 'Sends a new entry, or the update of a published one, to the secretariat.',
    right: 'activity.submit',
    act: submit,
  })
  site.api.write({
    ...step,
    path: `${activityPaths.activity(':activity')}/confirmation`,
    name: 'api-entry-confirmation',
    summary: 'Says that a published entry still holds.',
    right: 'activity.confirm',
    act: confirm,
  })
}

const step = {
  method: 'POST',
  body: z.strictObject({}),
  shape: entryShape,
  precondition: 'optional',
} as const

type Answered = Promise<Written<EntryRecord>>

async function begin(tx: Tx, visit: Visit, { body }: Given<z.infer<typeof newEntryBody>>): Answered {
  const by: By = { actor: visit.actor, at: visit.now }
  const { language, organization, externalKey, licence, call } = body
  const content = contentIn(body)
  const own = issuesOfBody(body, content)
  // All at once, so that nobody has to send it again for each.
  if (own.length > 0) {
    const wrong = await issuesOfContent(tx, { ...by, organization, language, content })
    return { issues: [...wrong, ...own.filter(({ field }) => !wrong.some((one) => one.field === field))] }
  }
  const entered = await insertEntry(tx, {
    ...by,
    language,
    organization,
    content,
    externalKey,
    licence,
    call,
  })
  if ('issues' in entered) return entered
  const sent = body.submit ? await sendIn(tx, entered.activity, by) : entered
  if ('issues' in sent) return sent
  return begun(visit, sent.activity)
}

/** Most entries need nothing that another could take away meanwhile. */
async function beginTogether(
  visit: Visit,
  { body }: Given<z.infer<typeof newEntryBody>>,
): Promise<Written<EntryRecord> | null> {
  const { language, organization, licence } = body
  const content = contentIn(body)
  if (body.externalKey !== null || body.call !== null || issuesOfBody(body, content).length > 0) return null
  const entry = { actor: visit.actor, at: visit.now, language, organization, content, licence }
  const entered = await enterTogether(visit.db, entry, { isSent: body.submit })
  return entered === null || 'issues' in entered ? entered : begun(visit, entered.activity)
}

const begun = (visit: Visit, activity: Activity): Written<EntryRecord> => ({
  status: 201,
  body: entryRecord(visit, { activity, contact: null }),
  revision: activity.revision,
  location: activityPaths.activity(activity.id),
})

/** Files that nobody has sent, and what lacks of an entry that is to be sent. */
function issuesOfBody(body: z.infer<typeof newEntryBody>, content: ActivityContent): Issue[] {
  const { language, organization, submit } = body
  const missing = submit
    ? missingFor('stocktaking', { organization, language, content, hasContact: false })
    : []
  return [...issuesOfFiles(content), ...missing]
}

async function replace(
  tx: Tx,
  visit: Visit,
  { body, parameters, revision }: Given<z.infer<typeof entryBody>>,
): Answered {
  const { actor, now: at } = visit
  const id = parameters['activity'] ?? ''
  const { language, organization, externalKey, licence } = body
  const content = contentIn(body)
  const before = await lockActivity(tx, visit, id, revision)
  const files = issuesOfFiles(content, before.content)
  if (files.length > 0) return { issues: files }
  const changes = { language, organization, externalKey, licence, content }
  const saved = await saveIn(tx, { actor, at, id, revision: before.revision, changes })
  return 'issues' in saved ? saved : answered(visit, await worked(tx, visit, id))
}

async function submit(tx: Tx, visit: Visit, { parameters, revision }: Given<object>): Answered {
  const before = await lockActivity(tx, visit, parameters['activity'] ?? '', revision)
  const sent = await sendIn(tx, before, { actor: visit.actor, at: visit.now })
  return 'issues' in sent ? sent : answered(visit, sent.activity)
}

async function confirm(tx: Tx, visit: Visit, { parameters, revision }: Given<object>): Answered {
  const id = parameters['activity'] ?? ''
  await confirmIn(tx, { actor: visit.actor, at: visit.now, id, revision })
  return answered(visit, await worked(tx, visit, id))
}

async function worked(tx: Tx, { actor }: Visit, id: string): Promise<Activity> {
  const activity = await workOn(tx, actor, id)
  if (activity === null) throw new Error(`entry ${id} is held and cannot be read`)
  return activity
}

const answered = async (visit: Visit, activity: Activity): Answered => ({
  status: 200,
  body: await entryOf(visit, activity),
  revision: activity.revision,
})

const example = {
  language: 'en',
  organization: 'harbour-office',
  externalKey: 'boats-2026',
  title: 'Boats that carry the Internet',
  type: 'project',
  summary: 'Four boats bring a network to islands without a cable.',
  reach: 'national',
  countries: ['TV', 'KI'],
  status: 'ongoing',
  start: '2025-03',
  actionLines: [{ code: 'C2', why: 'The islands had no network.', themes: ['C2.4'] }],
  submit: true,
}

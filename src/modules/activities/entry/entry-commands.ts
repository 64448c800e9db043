import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { keepFile } from '#platform/files/file-commands.ts'
import type { HeldFile } from '#platform/files/held-file.ts'
import { keepPicture } from '#platform/files/picture-commands.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { dayOf } from '#platform/ui/format.ts'
import { change, lockActivity, note, type By } from '../activity-commands.ts'
import { activityRights } from '../activity-rights.ts'
import { activityWorkflow } from '../activity-workflow.ts'
import { asThing, type Activity, type Licence } from '../activity.ts'
import type { ActivityContent } from '../content.ts'
import { confirmDays } from '../dates.ts'
import { asActivity } from '../activity-row.ts'
import { isAnswerable } from '../calls/call-queries.ts'
import { issuesOfKey } from './external-key-queries.ts'
import { keepContact, type Contact } from './contact-commands.ts'
import { issuesOfContent } from './content-checks.ts'
import { isOfExample } from './example-queries.ts'
import { newRow, sendingOf, type NewEntry } from './new-entry.ts'

/** A draft that only its keepers and the secretariat see. */
export const startEntry = (db: Db, entry: NewEntry): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute((tx) => insertEntry(tx, entry))

export async function insertEntry(
  tx: Tx,
  entry: NewEntry,
): Promise<{ issues: Issue[] } | { id: string; activity: Activity }> {
  const { actor, at, organization, language, externalKey = null, call, contact } = entry
  permit(activityRights, 'enter', actor, { state: 'draft' })
  const row = newRow(entry)
  const issues = await issuesOfContent(tx, { actor, organization, language, content: row.content })
  issues.push(...(await issuesOfKey(tx, { organization, key: externalKey })))
  if (call && !(await isAnswerable(tx, call))) issues.push({ field: 'call', key: 'form.value.choice' })
  if (issues.length > 0) return { issues }
  const { is_example } = await tx
    .insertInto('activities')
    .values({
      ...row,
      content: JSON.stringify(row.content),
      published: null,
      returned: null,
      is_example: entry.isExample ?? isOfExample(actor),
    })
    .returning('is_example')
    .executeTakeFirstOrThrow()
  if (contact) await keepContact(tx, { activity: row.id, person: actor.person, contact, at })
  await note(tx, row.id, { actor, at, act: 'enter' }, { from: null, to: activityWorkflow.start })
  return { id: row.id, activity: asActivity({ ...row, is_example }) }
}

export type EntryChange = {
  organization?: string | null
  language?: LanguageCode
  licence?: Licence
  externalKey?: string | null
  content?: Partial<ActivityContent>
  contact?: Contact | null
  /** Files that came along, of which the content tells already. */
  keeps?: { picture?: HeldFile; attachment?: HeldFile }
}

type Saving = By & { id: string; revision?: number; changes: EntryChange }

/** Saves a part of an entry, or all of it; what is not given stays. The public text stays as it is until an update is published. */
export const saveEntry = (
  db: Db,
  saving: Saving,
): Promise<{ issues: Issue[] } | { id: string; revision: number }> =>
  db.transaction().execute((tx) => saveIn(tx, saving))

export async function saveIn(
  tx: Tx,
  { actor, at, id, revision, changes }: Saving,
): Promise<{ issues: Issue[] } | { id: string; revision: number }> {
  const before = await lockActivity(tx, { actor }, id, revision)
  permit(activityRights, 'edit', actor, asThing(before))
  const organization = changes.organization === undefined ? before.organization : changes.organization
  const language = changes.language ?? before.language
  const content = { ...before.content, ...changes.content }
  const issues = await issuesOfContent(tx, {
    actor,
    organization,
    language,
    content,
    before,
  })
  const key = changes.externalKey === undefined ? before.externalKey : changes.externalKey
  if (key !== before.externalKey || organization !== before.organization)
    issues.push(...(await issuesOfKey(tx, { organization, key, of: id })))
  if (issues.length > 0) return { issues }
  if (changes.keeps?.picture) await keepPicture(tx, changes.keeps.picture, at)
  if (changes.keeps?.attachment) await keepFile(tx, changes.keeps.attachment, at)
  await change(
    tx,
    before,
    {
      organization,
      language,
      content: JSON.stringify(content),
      licence: changes.licence ?? before.licence,
      external_key: key,
    },
    { actor, at, act: 'edit' },
  )
  if (changes.contact !== undefined)
    await keepContact(tx, { activity: id, person: actor.person, contact: changes.contact, at })
  return { id, revision: before.revision + 1 }
}

type Named = By & { id: string; revision?: number }

/** Sends a new entry, or the update of a published one, to the secretariat. */
export const sendEntry = (db: Db, by: Named): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    const sent = await sendIn(tx, await lockActivity(tx, by, by.id, by.revision), by)
    return 'issues' in sent ? sent : { id: by.id }
  })

/** The same for an entry that is held already. */
export async function sendIn(
  tx: Tx,
  before: Activity,
  by: By,
): Promise<{ issues: Issue[] } | { activity: Activity }> {
  const sending = sendingOf(before, by)
  if ('issues' in sending) return sending
  await change(tx, before, sending.columns, { ...by, act: sending.step })
  return { activity: sending.activity }
}

/** Takes an entry back that waits, to work on it again. */
export const recallEntry = (db: Db, by: Named): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const before = await lockActivity(tx, by, by.id, by.revision)
    const step = before.published === null ? 'recall' : 'recall-update'
    const state = take(activityWorkflow, activityRights, step, by.actor, asThing(before))
    await change(
      tx,
      before,
      { state, submitted_at: null, approved_by: null, approved_at: null },
      { ...by, act: step },
    )
  })

/** Throws a draft away that nobody but its keepers has read. */
export const discardEntry = (db: Db, by: Named): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const before = await lockActivity(tx, by, by.id, by.revision)
    const state = take(activityWorkflow, activityRights, 'discard', by.actor, asThing(before))
    await tx.deleteFrom('activity_contacts').where('activity', '=', before.id).execute()
    await change(tx, before, { state }, { ...by, act: 'discard' })
  })

/** Says that what is published still holds. */
export const confirmEntry = (db: Db, by: Named): Promise<void> =>
  db.transaction().execute((tx) => confirmIn(tx, by))

export async function confirmIn(tx: Tx, by: Named): Promise<void> {
  const before = await lockActivity(tx, by, by.id, by.revision)
  const state = take(activityWorkflow, activityRights, 'confirm', by.actor, asThing(before))
  const { confirmOn, archiveOn } = confirmDays(dayOf(by.at), shownOf(before))
  await change(
    tx,
    before,
    { state, confirmed_at: by.at, confirm_on: confirmOn, archive_on: archiveOn },
    { ...by, act: 'confirm' },
  )
}

/** Puts a published entry among those that are kept for the record. */
export const archiveEntry = (
  db: Db,
  by: By & { id: string; revision?: number; reason?: string | null },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const before = await lockActivity(tx, by, by.id, by.revision)
    const state = take(activityWorkflow, activityRights, 'archive', by.actor, asThing(before))
    await change(tx, before, { state, confirm_on: null, archive_on: null }, { ...by, act: 'archive' })
  })

const shownOf = (activity: Activity): ActivityContent => activity.published ?? activity.content

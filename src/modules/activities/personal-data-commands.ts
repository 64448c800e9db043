import { sql } from 'kysely'
import type { ErasePerson, PersonKey } from '#platform/access/personal-data.ts'
import type { Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { redactVersions } from '#platform/past/redaction-commands.ts'
import { emptyContent } from './content.ts'
import './calls/tables.ts'
import './exchange/tables.ts'

/**
 * Somebody leaves: what they entered for an organization stays in its name, and names them by an id alone. Contacts,
 * imports and letters of calls are deleted; drafts that belong to nobody else are discarded, with what they said.
 */
export const eraseContributor: ErasePerson = async (tx, person, { actor, at }) => {
  const touched = await touchedEntries(tx, person)
  await deleteContacts(tx, person)
  await tx
    .deleteFrom('activity_import_rows')
    .where(sql<boolean>`import in (select id from activity_imports where person = ${person.id})`)
    .execute()
  await tx.deleteFrom('activity_imports').where('person', '=', person.id).execute()
  await tx.deleteFrom('call_letters').where('person', '=', person.id).execute()
  for (const { id, state, isOwn } of touched) {
    const to = isOwn ? 'discarded' : state
    await tx
      .updateTable('activities')
      .set((is) => ({
        moderator: sql<string | null>`nullif(moderator, ${person.id})`,
        ...(isOwn
          ? { state: to, content: JSON.stringify(emptyContent), external_key: null, returned: null }
          : {}),
        revision: is('revision', '+', 1),
        updated_at: at,
      }))
      .where('id', '=', id)
      .execute()
  }
  const drafts = touched.flatMap(({ id, isOwn }) => (isOwn ? [id] : []))
  await redactVersions(tx, { table: 'activities', keys: drafts, columns: ['content', 'returned'] })
  for (const { id, state, isOwn } of touched) {
    const states = isOwn ? { from: state, to: 'discarded' } : undefined
    await record(
      tx,
      { act: 'activities.forget-person', subject: { kind: 'activity', id }, actor, states },
      at,
    )
  }
}

/** Locked before the first line of history: drafts that nobody else keeps, and what they look after. */
async function touchedEntries(tx: Tx, { id }: PersonKey) {
  const rows = await tx
    .selectFrom('activities')
    .select(['id', 'state', 'organization', 'contributor', 'published'])
    .where((is) =>
      is.or([
        is('moderator', '=', id),
        is.and([
          is('contributor', '=', id),
          is('organization', 'is', null),
          is('state', 'in', ['draft', 'returned']),
        ]),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    isOwn:
      row.contributor === id &&
      row.organization === null &&
      (row.state === 'draft' || row.state === 'returned'),
  }))
}

const deleteContacts = (tx: Tx, { id, email }: PersonKey) =>
  tx
    .deleteFrom('activity_contacts')
    .where((is) => is.or([is('person', '=', id), is('email', '=', email)]))
    .execute()

import type { PersonalData, PersonalDataOf } from '#platform/access/personal-data.ts'
import type { Db } from '#platform/database/tables.ts'
import { lettersTo } from './calls/letter-data-queries.ts'
import './exchange/tables.ts'

/** What a person has entered, given and moderated. What is published is public; who entered it is not. */
export const activitiesOfPerson: PersonalDataOf = async (db, { id, email }) => [
  of('activities', await enteredBy(db, id)),
  of('activity-contacts', await contactsOf(db, id, email)),
  of('activity-imports', await importedBy(db, id)),
  of('call-letters', await lettersTo(db, id)),
  of('moderation', [...(await moderatedBy(db, id)), ...(await notedBy(db, id))]),
]

type Holding = 'activities' | 'activity-contacts' | 'activity-imports' | 'call-letters' | 'moderation'

const of = (holding: Holding, rows: PersonalData['rows']): PersonalData => ({
  holding,
  title: `personal-data.${holding}`,
  why: `personal-data.${holding}.why`,
  rows,
})

const enteredBy = (db: Db, id: string) =>
  db
    .selectFrom('activities')
    .select(['id', 'state', 'organization', 'created_at', 'updated_at'])
    .where('contributor', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

const contactsOf = (db: Db, id: string, email: string | null) =>
  db
    .selectFrom('activity_contacts')
    .select([
      'activity',
      'honorific',
      'first_name',
      'last_name',
      'position',
      'email',
      'phone',
      'consented_at',
    ])
    .where((is) => is.or([is('person', '=', id), is('email', '=', email)]))
    .orderBy('activity')
    .execute()

const importedBy = (db: Db, id: string) =>
  db
    .selectFrom('activity_imports')
    .select(['id', 'file_name', 'state', 'organization', 'rows_seen', 'created_at'])
    .where('person', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

const moderatedBy = (db: Db, id: string) =>
  db
    .selectFrom('activities')
    .select((is) => [
      'id',
      is('moderator', '=', id).as('looks_after'),
      is('approved_by', '=', id).as('approved'),
    ])
    .where((is) => is.or([is('moderator', '=', id), is('approved_by', '=', id)]))
    .orderBy('id')
    .execute()

const notedBy = (db: Db, id: string) =>
  db
    .selectFrom('activity_notes')
    .select(['activity', 'words', 'noted_at'])
    .where('author', '=', id)
    .orderBy('noted_at')
    .orderBy('id')
    .execute()

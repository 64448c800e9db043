import type { PersonalData, PersonalDataOf } from '#platform/access/personal-data.ts'
import type { Db } from '#platform/database/tables.ts'
import type { MessageKey } from '#platform/messages.ts'

/** What a person has said and shown of duties, and in whose name. Texts are public; who wrote them is not. */
export const keepingOfPerson: PersonalDataOf = async (db, { id }) => [
  of('duties-kept', await dutiesKept(db, id)),
  of('duty-words', [
    ...(await plansBy(db, id)),
    ...(await reportsBy(db, id)),
    ...(await consideredBy(db, id)),
  ]),
  of('evidence', await evidenceBy(db, id)),
  of('contests', await contestsBy(db, id)),
]

type Holding = 'duties-kept' | 'duty-words' | 'evidence' | 'contests'

const of = (holding: Holding, rows: PersonalData['rows']): PersonalData => ({
  holding,
  title: `personal-data.${holding}` satisfies MessageKey,
  why: `personal-data.${holding}.why` satisfies MessageKey,
  rows,
})

const dutiesKept = (db: Db, id: string) =>
  db
    .selectFrom('duty_owners')
    .select(['duty', 'on_behalf_of', 'named', 'taken_at', 'given_back_at', 'reason'])
    .where('kind', '=', 'person')
    .where('owner', '=', id)
    .orderBy('taken_at')
    .execute()

const plansBy = (db: Db, id: string) =>
  db
    .selectFrom('duty_plans')
    .select(['duty', 'revision', 'written_for', 'written_at'])
    .where('written_by', '=', id)
    .orderBy('written_at')
    .execute()

const reportsBy = (db: Db, id: string) =>
  db
    .selectFrom('duty_reports')
    .select(['duty', 'occurrence', 'reported_for', 'reported_at'])
    .where('reported_by', '=', id)
    .orderBy('reported_at')
    .execute()

const consideredBy = (db: Db, id: string) =>
  db
    .selectFrom('considerations')
    .select(['duty', 'occurrence', 'recorded_for', 'recorded_at'])
    .where('recorded_by', '=', id)
    .orderBy('recorded_at')
    .execute()

const evidenceBy = (db: Db, id: string) =>
  db
    .selectFrom('evidence')
    .select([
      'id',
      'duty',
      'kind',
      'title',
      'url',
      'file_name',
      'linked_for',
      'named',
      'linked_at',
      'verified_at',
    ])
    .where((is) => is.or([is('linked_by', '=', id), is('verified_by', '=', id)]))
    .orderBy('linked_at')
    .execute()

const contestsBy = (db: Db, id: string) =>
  db
    .selectFrom('evidence_contests')
    .select(['evidence', 'reason', 'raised_for', 'raised_at', 'answer', 'answered_at'])
    .where((is) => is.or([is('raised_by', '=', id), is('answered_by', '=', id)]))
    .orderBy('raised_at')
    .execute()

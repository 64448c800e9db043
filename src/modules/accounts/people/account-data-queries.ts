import './tables.ts'
import type { PersonalData, PersonalDataOf, PersonalValue } from '#platform/access/personal-data.ts'
import type { Db } from '#platform/database/tables.ts'
import type { MessageKey } from '#platform/messages.ts'
import { answersKeptFor } from '#platform/web/api/answer-commands.ts'
import { tokensOf } from '../tokens/token-queries.ts'

type Rows = Record<string, unknown>[]

/** What this module holds of a person. Secrets are told by their being there, never by what they are. */
export const accountData: PersonalDataOf = async (db, { id, email }) => {
  const of = async <Row extends object>(holding: Holding, rows: Promise<Row[]>): Promise<PersonalData> => ({
    holding,
    title: `personal-data.${holding}` satisfies MessageKey,
    why: `personal-data.${holding}.why` satisfies MessageKey,
    rows: plain((await rows) as Rows),
  })
  const address = email ?? ''
  return [
    await of('profile', profileOf(db, id)),
    await of('sign-in', signInOf(db, id)),
    await of('sessions', sessionsOf(db, id)),
    await of('tokens', tokensOf(db, id)),
    await of('api-answers', answersKeptFor(db, id)),
    await of(
      'roles',
      db.selectFrom('roles').selectAll().where('person', '=', id).orderBy('granted_at').execute(),
    ),
    await of(
      'claims',
      db.selectFrom('claims').selectAll().where('person', '=', id).orderBy('asked_at').execute(),
    ),
    await of('proposed-organizations', proposedBy(db, id)),
    await of('invitations', invitationsTo(db, id, address)),
    await of('mails', mailsTo(db, id, address)),
    await of('history', historyOf(db, id)),
  ]
}

type Holding =
  | 'profile'
  | 'sign-in'
  | 'sessions'
  | 'tokens'
  | 'api-answers'
  | 'roles'
  | 'claims'
  | 'proposed-organizations'
  | 'invitations'
  | 'mails'
  | 'history'

const profileOf = (db: Db, id: string) =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'own_name', 'email', 'email_verified', 'language', 'name_is_public'])
    .select(['second_factor', 'created_at', 'updated_at'])
    .where('id', '=', id)
    .execute()

/** Ways in, by what they are. */
async function signInOf(db: Db, id: string) {
  const credentials = await db
    .selectFrom('credentials')
    .select(['provider', 'subject', 'created_at', 'updated_at'])
    .where('person', '=', id)
    .execute()
  const passkeys = await db
    .selectFrom('passkeys')
    .select(['name', 'created_at', 'used_at', 'is_synced'])
    .where('person', '=', id)
    .execute()
  const changes = await db
    .selectFrom('address_changes')
    .select(['email', 'created_at', 'expires_at'])
    .where('person', '=', id)
    .execute()
  return [
    ...changes.map((row) => ({ kind: 'new address', ...row })),
    ...credentials.map((row) => ({ kind: 'credential', ...row })),
    ...passkeys.map((row) => ({ kind: 'passkey', ...row })),
  ]
}

const sessionsOf = (db: Db, id: string) =>
  db
    .selectFrom('sessions')
    .select(['created_at', 'seen_at', 'expires_at', 'ip_address', 'user_agent'])
    .where('person', '=', id)
    .orderBy('created_at')
    .execute()

const proposedBy = (db: Db, id: string) =>
  db
    .selectFrom('organizations')
    .select(['id', 'sort_name', 'state', 'created_at'])
    .where('proposed_by', '=', id)
    .orderBy('created_at')
    .execute()

const invitationsTo = (db: Db, id: string, address: string) =>
  db
    .selectFrom('invitations')
    .select(['email', 'language', 'role', 'scope', 'created_at', 'expires_at', 'state', 'invited_by'])
    .where((is) => is.or([is('email', '=', address), is('invited_by', '=', id)]))
    .orderBy('created_at')
    .execute()

const mailsTo = (db: Db, id: string, address: string) =>
  db
    .selectFrom('outbox')
    .select(['kind', 'address', 'language', 'state', 'created_at', 'changed_at'])
    .where((is) => is.or([is('person', '=', id), is('address', '=', address)]))
    .orderBy('created_at')
    .execute()

const mostLines = 5000

/** Lines of history that name the person, as who acted or as whom it was about. */
const historyOf = (db: Db, id: string) =>
  db
    .selectFrom('history')
    .select(['seq', 'at', 'act', 'actor', 'subject_kind', 'subject_id', 'from_state', 'to_state', 'reason'])
    .where((is) =>
      is.or([is('actor', '=', id), is.and([is('subject_kind', '=', 'person'), is('subject_id', '=', id)])]),
    )
    .orderBy('seq', 'desc')
    .limit(mostLines)
    .execute()

const plain = (rows: Rows): PersonalData['rows'] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)])))

function plainValue(value: unknown): PersonalValue {
  if (value === null || value === undefined) return null
  if (value instanceof Date || ['string', 'number', 'boolean'].includes(typeof value))
    return value as PersonalValue
  return JSON.stringify(value)
}

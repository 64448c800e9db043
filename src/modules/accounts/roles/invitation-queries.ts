import { sql } from 'kysely'
import { has, scopesOf, type Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { limitOf, readCursor, writeCursor, type ListOf, type PageOf } from '#platform/web/listing.ts'
import { tokenDigest } from '../sign-in/tokens.ts'
import type { Invitation } from './invitation.ts'

export type InvitationRow = Invitation & { email: string | null }

/** Open invitations, newest first: all for the office, those to their organization for focal points. */
export async function openInvitations(
  db: Db,
  actor: Actor,
  now: Date,
  page: PageOf = {},
): Promise<ListOf<InvitationRow>> {
  const limit = limitOf(page)
  const cursor = readCursor(page.after, ['moment', 'text'])
  const open = db
    .selectFrom('invitations as i')
    .where('i.state', '=', 'sent')
    .where('i.expires_at', '>', now)
    .where(seenBy(actor))
  let query = open.selectAll()
  if (cursor)
    query = query.where(sql<boolean>`(i.created_at, i.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::text)`)
  const found = await query
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { total } = await open.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = found.slice(0, limit).map(asInvitation)
  const last = rows.at(-1)
  const next = found.length > limit && last ? writeCursor([last.created.toISOString(), last.id]) : null
  return { rows, total, next, facets: {} }
}

export async function invitationById(db: Db, id: string): Promise<InvitationRow | null> {
  const row = await db.selectFrom('invitations').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? asInvitation(row) : null
}

/** The invitation that a link opens, while it does. */
export async function invitationOfToken(db: Db, token: string, now: Date): Promise<InvitationRow | null> {
  const row = await db
    .selectFrom('invitations')
    .selectAll()
    .where('token_digest', '=', tokenDigest(token))
    .where('state', '=', 'sent')
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? asInvitation(row) : null
}

const seenBy = (actor: Actor) =>
  has(actor, 'secretariat') || has(actor, 'administrator')
    ? sql<boolean>`true`
    : sql<boolean>`coalesce(i.scope = any(${scopesOf(actor, 'focal-point')}::text[]), false)`

type Row = Pick<Invitation, 'id' | 'role' | 'scope' | 'language' | 'state'> & {
  to_date: string | null
  email: string | null
  invited_by: string
  created_at: Date
  expires_at: Date
}

const asInvitation = (row: Row): InvitationRow => ({
  id: row.id,
  role: row.role,
  scope: row.scope,
  until: row.to_date,
  language: row.language,
  state: row.state,
  invitedBy: row.invited_by,
  created: row.created_at,
  expires: row.expires_at,
  email: row.email,
})

import { sql } from 'kysely'
import { has, scopesOf, type Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { limitOf, readCursor, writeCursor, type ListOf, type PageOf } from '#platform/web/listing.ts'
import type { Claim, ClaimState } from './claim.ts'

export type ClaimRow = Claim & {
  words: string | null
  asked: Date
  way: 'domain' | 'decision' | null
  decided: Date | null
  reason: string | null
  personName: string
  email: string | null
  organizationName: Translated
}

/** Open questions that the actor can decide, oldest first: of all organizations, or of those whose focal point they are. */
export async function openClaims(db: Db, actor: Actor, page: PageOf = {}): Promise<ListOf<ClaimRow>> {
  const limit = limitOf(page)
  const cursor = readCursor(page.after, ['moment', 'text'])
  let query = claims(db).where('c.state', '=', 'asked').where(decidableBy(actor))
  if (cursor)
    query = query.where(sql<boolean>`(c.asked_at, c.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::text)`)
  const found = await query
    .orderBy('c.asked_at')
    .orderBy('c.id')
    .limit(limit + 1)
    .execute()
  const { total } = await db
    .selectFrom('claims as c')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('c.state', '=', 'asked')
    .where(decidableBy(actor))
    .executeTakeFirstOrThrow()
  const rows = found.slice(0, limit).map(asClaim)
  const last = rows.at(-1)
  const next = found.length > limit && last ? writeCursor([last.asked.toISOString(), last.id]) : null
  return { rows, total, next, facets: {} }
}

export async function claimById(db: Db, id: string): Promise<ClaimRow | null> {
  const row = await claims(db).where('c.id', '=', id).executeTakeFirst()
  return row ? asClaim(row) : null
}

/** What one person has asked for, newest first. */
export const claimsOfPerson = async (db: Db, person: string): Promise<ClaimRow[]> =>
  (await claims(db).where('c.person', '=', person).orderBy('c.asked_at', 'desc').limit(200).execute()).map(
    asClaim,
  )

/** Whom a mail about a claim goes to, and what the organization is called. */
export async function partiesOfClaim(
  db: Db,
  { person, organization }: { person: string; organization: string },
): Promise<{
  name: string
  email: string | null
  language: LanguageCode
  organizationName: Translated
} | null> {
  const row = await db
    .selectFrom('people as p')
    .innerJoin('organizations as o', (join) => join.on('o.id', '=', organization))
    .select(['p.name', 'p.email', 'p.language', 'o.name as organizationName'])
    .where('p.id', '=', person)
    .executeTakeFirst()
  return row ?? null
}

const claims = (db: Db) =>
  db
    .selectFrom('claims as c')
    .innerJoin('people as p', 'p.id', 'c.person')
    .innerJoin('organizations as o', 'o.id', 'c.organization')
    .select([
      'c.id',
      'c.person',
      'c.organization',
      'c.state',
      'c.words',
      'c.asked_at',
      'c.way',
      'c.decided_at',
    ])
    .select(['c.reason', 'p.name as personName', 'p.email', 'o.name as organizationName'])

type Row = Awaited<ReturnType<ReturnType<typeof claims>['execute']>>[number]

const asClaim = ({ asked_at, decided_at, ...row }: Row): ClaimRow => ({
  ...row,
  state: row.state satisfies ClaimState,
  asked: asked_at,
  decided: decided_at,
})

function decidableBy(actor: Actor) {
  if (has(actor, 'secretariat') || has(actor, 'administrator')) return sql<boolean>`true`
  const scopes = scopesOf(actor, 'focal-point')
  return sql<boolean>`('organization:' || c.organization) = any(${scopes}::text[])`
}

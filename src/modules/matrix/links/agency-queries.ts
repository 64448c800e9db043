import { sql } from 'kysely'
import { scopeNames } from '#modules/accounts/index.ts'
import type { Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'

/** The agency that somebody means by 'body:itu', 'itu', 'ITU' or the id of an organization; null when there is none. */
export async function agencyMeant(db: Db, text: string): Promise<Scope | null> {
  const wanted = text.trim().toLowerCase()
  const meant: Scope[] =
    wanted.startsWith('body:') || wanted.startsWith('organization:')
      ? [wanted as Scope]
      : [...(await bodiesCalled(db, wanted)), `body:${wanted}`, `organization:${wanted}`]
  const known = await scopeNames(db, meant)
  return meant.find((scope) => known.has(scope)) ?? null
}

async function bodiesCalled(db: Db, name: string): Promise<Scope[]> {
  const found = await sql<{ id: string }>`
    select id from bodies
    where lower(acronym) = ${name} or exists (select from unnest(aliases) as alias where lower(alias) = ${name})
    order by lower(acronym) = ${name} desc nulls last, sort limit 1`.execute(db)
  return found.rows.map(({ id }): Scope => `body:${id}`)
}

export type KnownAgency = { scope: Scope; name: Translated }

/** The bodies that a form offers; an organization is named by its id. */
export async function bodiesToName(db: Db): Promise<KnownAgency[]> {
  const found = await sql<KnownAgency>`
    select 'body:' || b.id as scope, n.name
    from bodies b join body_names n on n.body = b.id and n.to_date is null order by b.sort, b.id`.execute(db)
  return found.rows
}

import { sql } from 'kysely'
import type { Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { scopeId, scopeKind } from './role.ts'

/** Whether there is a body, an approved organization, a line or a region of that name. */
export const isKnownScope = async (db: Db, scope: Scope): Promise<boolean> =>
  (await scopeNames(db, [scope])).has(scope)

/** What the scopes are called; one question for all of them. Those that do not exist are missing. */
export async function scopeNames(db: Db, scopes: readonly Scope[]): Promise<Map<string, Translated>> {
  const ids = (kind: ReturnType<typeof scopeKind>) =>
    scopes.filter((scope) => scopeKind(scope) === kind).map(scopeId)
  const found = await sql<{ scope: string; name: Translated }>`
    select 'body:' || n.body as scope, n.name from body_names n
    where n.to_date is null and n.body = any(${ids('body')}::text[])
    union all
    select 'organization:' || o.id, o.name from organizations o
    where o.state = 'approved' and o.id = any(${ids('organization')}::text[])
    union all
    select case n.framework when 'action-lines' then 'action-line:' else 'region:' end || n.code, n.label
    from framework_nodes n join frameworks f on f.id = n.framework and f.version = n.version and f.is_current
    where (n.framework = 'action-lines' and n.code = any(${ids('action-line')}::text[]))
      or (n.framework = 'itu-regions' and n.code = any(${ids('region')}::text[]))`.execute(db)
  return new Map(found.rows.map(({ scope, name }) => [scope, name]))
}

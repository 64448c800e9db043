import { sql, type RawBuilder } from 'kysely'
import type { ActivityCodes } from '../codes-queries.ts'
import { OaiFault } from './oai-request.ts'
import { codeOfSet } from './oai-sets.ts'

/** The entries `a` of a set, as `specsOf` tells them. */
export function inSet(spec: string, codes: ActivityCodes): RawBuilder<unknown> {
  const found = codeOfSet(spec, codes)
  if (found === null) throw new OaiFault('badArgument', 'There is no set of this name.')
  if (found.tree === 'action-lines')
    return sql`a.published->'actionLines' @> ${JSON.stringify([{ code: found.code }])}::jsonb`
  const countries = [...codes.regionOf].flatMap(([country, region]) =>
    region === found.code ? [country] : [],
  )
  return sql`(jsonb_exists(a.published->'regions', ${found.code})
    or jsonb_exists_any(a.published->'countries', ${countries}::text[])
    or (a.published->'countries' = '[]'::jsonb and exists (
      select from organizations o where o.id = a.published_organization and o.visibility = 'public'
        and o.country = any(${countries}::text[]))))`
}

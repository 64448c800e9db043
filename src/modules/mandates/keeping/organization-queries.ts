import { inLanguage, type LanguageCode } from '#platform/languages.ts'
import type { Db } from '#platform/database/tables.ts'

const mostOrganizations = 1000

/** Organizations that can answer for a duty, by name. For the secretariat, which sees them all. */
export async function approvedOrganizations(
  db: Db,
  language: LanguageCode,
): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('organizations')
    .select(['id', 'name'])
    .where('state', '=', 'approved')
    .orderBy('sort_name')
    .orderBy('id')
    .limit(mostOrganizations)
    .execute()
  return rows.map(({ id, name }) => ({ id, name: inLanguage(name, language)?.text ?? id }))
}

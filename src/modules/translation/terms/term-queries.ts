import { sql, type Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { Term } from './term.ts'
import '../tables.ts'

/** All terms: this platform's own, and the names of bodies and codes that are official. Some hundreds. */
export async function allTerms(db: Db): Promise<Term[]> {
  const found = await sql<Term>`
    select id, 'own' as status, 'terms' as source, action_lines as "actionLines", words, sort, 1 as place from terms
    union all
    select b.id, 'official', 'bodies', '{}'::text[], ${lists(sql`n.name`)}, b.sort, 2
      from bodies b join body_names n on n.body = b.id and n.to_date is null where b.name_status = 'official'
    union all
    select n.code, 'official', n.framework, '{}'::text[], ${lists(sql`n.label`)}, n.sort, 3
      from framework_nodes n join frameworks f on f.id = n.framework and f.version = n.version and f.is_current
      where n.framework in ('action-lines', 'sdgs', 'itu-regions')
        and ${sql.join(
          languageCodes.map((code) => sql`n.label_status ->> ${code} = 'official'`),
          sql` and `,
        )}
    order by place, source, sort, id`.execute(db)
  return found.rows.map(({ id, status, source, actionLines, words }) => ({
    id,
    status,
    source,
    actionLines,
    words,
  }))
}

/** Every language's text as a list of one. */
const lists = (column: ReturnType<typeof sql>) => sql`(
  select jsonb_object_agg(key, jsonb_build_array(value)) from jsonb_each(${column}))`

/** The terms that have words in all of the given languages. */
export async function termsIn(db: Db, languages: readonly LanguageCode[]): Promise<Term[]> {
  const terms = await allTerms(db)
  return terms.filter(({ words }) => languages.every((code) => (words[code]?.length ?? 0) > 0))
}

/** The terms that nobody but this platform has settled. */
export async function ownTerms(db: Db): Promise<Term[]> {
  const rows = await db.selectFrom('terms').selectAll().orderBy('sort').orderBy('id').execute()
  return rows.map(asOwn)
}

export async function ownTerm(db: Db, id: string): Promise<Term | null> {
  const row = await db.selectFrom('terms').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : asOwn(row)
}

const asOwn = ({ id, action_lines, words }: Selectable<Tables['terms']>): Term => ({
  id,
  status: 'own',
  source: 'terms',
  actionLines: action_lines,
  words,
})

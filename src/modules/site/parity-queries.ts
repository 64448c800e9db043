import { sql } from 'kysely'
import type { Visibility } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode, type Translated } from '#platform/languages.ts'
import type { TextState } from '#platform/texts/texts.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { limitOf, readCursor, writeCursor, type PageOf } from '#platform/web/listing.ts'

/**
 * Each text of a record in each language: kind, id, what it is called, language, state. The register was written in English and
 * translated by people; names that are official in a language are originals there. What people write here is kept by segments.
 */
const texts = (levels: Visibility[]) => {
  const codes = sql`unnest(${[...languageCodes]}::text[]) as tongue`
  const has = (column: string) => sql`coalesce(${sql.ref(column)} ->> tongue, '') <> ''`
  const written = (column: string) => sql`
    case when not (${has(column)}) then 'missing' when tongue = 'en' then 'original' else 'human' end`
  return sql`(
    select 'provision' as kind, p.revision || '/' || p.address as id, paraphrase as title, tongue, ${written('paraphrase')} as state
      from provisions p, ${codes} where p.kind = 'operative' and p.origin = 'register'
    union all select 'duty', d.id, d.verb, tongue, ${written('verb')} from duties d, ${codes} where d.origin = 'register'
    union all select 'instrument', r.id, r.name, tongue, ${written('name')} from revisions r, ${codes} where r.origin = 'register'
    union all select 'occasion', o.id, o.name, tongue, ${written('name')} from occasions o, ${codes}
    union all select 'body', b.id, n.name, tongue, case when not (${has('name')}) then 'missing'
        when b.name_status = 'official' or tongue = 'en' then 'original' else 'human' end
      from bodies b join body_names n on n.body = b.id and n.to_date is null, ${codes}
    union all select n.framework, n.code, n.label, tongue, case when not (${has('label')}) then 'missing'
        when label_status ->> tongue = 'official' or (tongue = 'en' and label_status ->> tongue = 'own') then 'original' else 'human' end
      from framework_nodes n join frameworks f on f.id = n.framework and f.version = n.version and f.is_current, ${codes}
    union all select 'official-text', r.id, names.name, tongue, case when exists (
        select 1 from revision_texts t where t.revision = r.id and t.language = tongue) then 'original' else 'missing' end
      from revision_chains r join revisions names on names.id = r.id, ${codes} where r.has_provisions
    union all select l.kind, l.id, null, l.language, l.state from text_languages l
      where l.visibility = any (${levels}::text[])
  ) as texts`
}

export type ParityCount = { kind: string; language: LanguageCode; state: TextState; count: number }

/** How many texts of each kind there are in each language, by state. */
export async function parityCounts(db: Db, levels: Visibility[]): Promise<ParityCount[]> {
  const key = JSON.stringify(['language-parity', levels])
  return whileUnchanged(db, key, async () => {
    const found = await sql<ParityCount>`
      select kind, tongue as language, state, count(*) as count from ${texts(levels)}
      group by kind, tongue, state order by kind`.execute(db)
    return found.rows
  })
}

export type ParityText = { kind: string; id: string; title: Translated | null; state: TextState }

/** The texts that one number counts. */
export async function parityTexts(
  db: Db,
  asked: { kind: string; language: LanguageCode; state?: TextState | undefined },
  levels: Visibility[],
  page: PageOf,
): Promise<{ rows: ParityText[]; total: number; next: string | null }> {
  const limit = limitOf(page)
  const [after = ''] = readCursor(page.after, ['text']) ?? []
  const wanted = sql`kind = ${asked.kind} and tongue = ${asked.language}
    ${asked.state ? sql`and state = ${asked.state}` : sql``}`
  const found = await sql<ParityText>`
    select kind, id, title, state from ${texts(levels)} where ${wanted} and id > ${after}
    order by id limit ${limit + 1}`.execute(db)
  const counted = await sql<{ count: number }>`
    select count(*) as count from ${texts(levels)} where ${wanted}`.execute(db)
  const rows = found.rows.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows,
    total: counted.rows[0]?.count ?? 0,
    next: found.rows.length > limit && last ? writeCursor([last.id]) : null,
  }
}

import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { ParityRow, ParityState } from './overview.ts'

/**
 * For each kind of record and each language: how many have their text, and in what state. The register was written in English
 * and translated by people; names that are official in a language count as originals there; nothing is machine translated.
 */
export async function languageParity(db: Db): Promise<ParityRow[]> {
  const codes = sql`unnest(${[...languageCodes]}::text[]) as tongue`
  const has = (column: string) => sql`coalesce(${sql.ref(column)} ->> tongue, '') <> ''`
  const own = (column: string, origin: string) => sql`
    case when not (${has(column)}) then 'missing'
      when tongue = 'en' or ${sql.ref(origin)} <> 'register' then 'original' else 'human' end`
  const result = await sql<{ kind: string; language: LanguageCode; state: ParityState; count: number }>`
    select kind, tongue as language, state, count(*) as count from (
      select 'provision' as kind, tongue, ${own('paraphrase', 'p.origin')} as state
        from provisions p, ${codes} where p.kind = 'operative' and p.origin = 'register'
      union all select 'duty', tongue, ${own('verb', 'd.origin')} from duties d, ${codes} where d.origin = 'register'
      union all select 'instrument', tongue, ${own('name', 'r.origin')} from revisions r, ${codes} where r.origin = 'register'
      union all select 'occasion', tongue, case when not (${has('name')}) then 'missing' when tongue = 'en' then 'original' else 'human' end
        from occasions, ${codes}
      union all select 'body', tongue, case when not (${has('name')}) then 'missing'
          when b.name_status = 'official' or tongue = 'en' then 'original' else 'human' end
        from bodies b join body_names n on n.body = b.id and n.to_date is null, ${codes}
      union all select n.framework, tongue, case when not (${has('label')}) then 'missing'
          when label_status ->> tongue = 'official' or (tongue = 'en' and label_status ->> tongue = 'own') then 'original' else 'human' end
        from framework_nodes n join frameworks f on f.id = n.framework and f.version = n.version and f.is_current, ${codes}
      union all select 'official-text', tongue, case when exists (
          select 1 from revision_texts t where t.revision = r.id and t.language = tongue) then 'original' else 'missing' end
        from revision_chains r, ${codes} where r.has_provisions
    ) as texts group by kind, tongue, state`.execute(db)
  return rowsOf(result.rows)
}

function rowsOf(
  found: { kind: string; language: LanguageCode; state: ParityState; count: number }[],
): ParityRow[] {
  const kinds = [...new Set(found.map(({ kind }) => kind))].sort()
  return kinds.flatMap((kind) =>
    languageCodes.map((language) => {
      const counts: ParityRow['counts'] = { original: 0, human: 0, machine: 0, missing: 0 }
      for (const one of found)
        if (one.kind === kind && one.language === language) counts[one.state] = one.count
      return { kind, language, counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) }
    }),
  )
}

import { sql, type RawBuilder } from 'kysely'
import { askable, askedCode, languagesOf, queryFor, searchConfig } from './search-analysis.ts'

/** Whether a row of the search, named `s`, holds what was asked for, in whatever language. */
export function matches(asked: string): RawBuilder<unknown> {
  const query = askable(asked)
  const ways = languagesOf(query).flatMap((language) => {
    const words = queryFor(query, language)
    if (words === null) return []
    return [
      sql`(s.language = ${language} and s.vector @@ to_tsquery(${sql.lit(searchConfig[language])}, ${words}))`,
    ]
  })
  const codes = sql`s.codes @> array[${askedCode(query)}::text]`
  return sql`(${sql.join([...ways, codes], sql` or `)})`
}

import { sql } from 'kysely'
import type { RecordKind } from '#modules/mandates/index.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { translationsOf, type Translations } from '#platform/texts/texts.ts'
import { publicStates } from '../activity.ts'
import { activityPaths } from '../paths.ts'

/** Published activities, as evidence and plans cite them. */
export const activityRecords: RecordKind = {
  kind: 'activity',
  idOf: (path) => /^\/activities\/([0-9a-z]{10})$/.exec(path)?.[1] ?? null,
  path: activityPaths.activity,
  names: async (db, ids) => {
    const found = await sql<{
      id: string
      title: string
      language: LanguageCode
      translations: Translations
    }>`
      select a.id, a.published ->> 'title' as title, a.published_language as language,
        ${translationsOf({ kind: 'activity', id: sql`a.id` })} as translations
      from activities a where a.id = any(${ids}::text[]) and a.published is not null
        and a.state = any(${[...publicStates]}::text[])`.execute(db)
    return new Map(
      found.rows.map(({ id, title, language, translations }) => {
        const titles = languageCodes.flatMap((code) => {
          const text = translations?.[code]?.['title']?.text
          return text ? [[code, text]] : []
        })
        return [id, { ...Object.fromEntries(titles), [language]: title }]
      }),
    )
  },
}

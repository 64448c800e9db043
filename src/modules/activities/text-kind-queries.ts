import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { translationsFor, type TextKinds } from '#platform/texts/texts.ts'
import { organizationScope } from './activity.ts'
import { proseFields, reasonedLists } from './content.ts'
import { activityPaths } from './paths.ts'

/** Published activities are translated in the workbench, field by field. */
export const activityTexts: TextKinds = {
  activity: {
    name: 'noun.activity',
    fields: Object.fromEntries(proseFields.map((field) => [field, `activities.field.${field}` as const])),
    families: Object.fromEntries(
      reasonedLists.map((list) => [`why-${list}`, `activities.field.${list}` as const]),
    ),
    titlesOf,
    pathOf: activityPaths.activity,
    ownersOf: async (db, id) => {
      const row = await db
        .selectFrom('activities')
        .select(['contributor', 'published_organization'])
        .where('id', '=', id)
        .executeTakeFirst()
      return {
        owners: row ? [row.contributor] : [],
        within: row?.published_organization ? [organizationScope(row.published_organization)] : [],
      }
    },
  },
}

async function titlesOf(db: Db, ids: string[], language: LanguageCode): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('activities')
    .select(['id', 'published'])
    .where('id', 'in', ids)
    .where('published', 'is not', null)
    .execute()
  const translated = await translationsFor(
    db,
    rows.map(({ id }) => ({ kind: 'activity', id })),
  )
  return new Map(
    rows.map(({ id, published }) => [
      id,
      translated('activity', id)?.[language]?.['title']?.text ?? published?.title ?? id,
    ]),
  )
}

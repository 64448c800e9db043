import { languageCodes } from '#platform/languages.ts'
import { shippedThesaurus } from '#platform/search/thesaurus/shipped-thesaurus.ts'
import { openIndex, type SearchIndex } from '#platform/search/search-index.ts'
import type { Translations } from '#platform/texts/texts.ts'
import { isPublicState } from '../../src/modules/activities/activity.ts'
import type { ActivityCodes } from '../../src/modules/activities/codes-queries.ts'
import {
  readDemoActivities,
  type DemoActivities,
  type DemoEntry,
} from '../../src/modules/activities/demo/demo-activities.ts'
import { planOf } from '../../src/modules/activities/demo/demo-plan.ts'
import {
  activityDocument,
  type FoundActivity,
} from '../../src/modules/activities/finding/activity-document.ts'
import { referenceCodes } from './reference-codes.ts'

/** The day of the measure, so that it prints the same figures every day. */
export const measuredOn = new Date('2026-11-21T12:00:00Z')

/**
 * The example activities as the search holds them, without a database: the documents are made by the same function from the same
 * codes. Each goes by its key in `demo/activities/`.
 */
export function exampleIndex(): SearchIndex {
  const world = readDemoActivities()
  const codes = referenceCodes()
  const index = openIndex({ thesaurus: shippedThesaurus() })
  index.put(world.entries.flatMap((entry, place) => documentsOf(world, codes, entry, place)))
  return index
}

function documentsOf(world: DemoActivities, codes: ActivityCodes, entry: DemoEntry, place: number) {
  const { key, fate, language } = entry
  if (!isPublicState(fate)) return []
  const published = planOf(entry, place, measuredOn).published
  const found: FoundActivity = {
    id: key,
    state: fate as FoundActivity['state'],
    licence: 'CC-BY-4.0',
    isExample: true,
    firstPublishedAt: published,
    changedAt: published,
    confirmedAt: published,
    publishedRevision: 1,
    language,
    content: { ...entry, picture: null, attachments: [] },
    organization: organizationOf(world, entry.organization),
    translations: translationsOf(entry),
  }
  return [activityDocument(found, codes)]
}

function organizationOf({ organizations }: DemoActivities, key: string): FoundActivity['organization'] {
  const found = organizations.find(({ keys }) => keys.includes(key))
  if (found === undefined) return null
  const { name, acronym, type, country } = found
  return { id: key, name, acronym, type, country }
}

const translationsOf = ({ translations, language }: DemoEntry): Translations =>
  Object.fromEntries(
    languageCodes.flatMap((code) => {
      const words = translations[code]
      if (words === undefined || code === language) return []
      const fields = Object.entries(words).map(([field, text]) => [
        field,
        { text, state: 'human' as const, isSource: false },
      ])
      return [[code, Object.fromEntries(fields)]]
    }),
  )

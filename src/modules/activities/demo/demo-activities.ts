import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { returnReasons } from '../activity.ts'
import { contentShape } from '../content-shape.ts'

/** What becomes of an entry in the example world. */
export const demoFates = [
  'draft',
  'submitted',
  'returned',
  'published',
  'update-pending',
  'confirm-due',
  'archived',
] as const

const organization = z.strictObject({
  key: z.string(),
  name: z.partialRecord(z.enum(languageCodes), z.string()),
  acronym: z.string().nullable(),
  type: z.string(),
  country: z.string().nullable(),
  region: z.string().nullable().default(null),
  website: z.string(),
})

const person = z.strictObject({
  key: z.string(),
  name: z.string(),
  language: z.enum(languageCodes),
  organization: z.string(),
})

const words = z.partialRecord(
  z.enum(languageCodes),
  z.strictObject({ title: z.string().min(1), summary: z.string().min(1) }),
)

const entry = contentShape.omit({ picture: true, attachments: true }).extend({
  key: z.string(),
  organization: z.string(),
  contributor: z.string(),
  fate: z.enum(demoFates),
  /** How many months ago it was entered. */
  agedMonths: z.int().nonnegative(),
  /** The entry of which it is a near copy. */
  duplicateOf: z.string().optional(),
  translations: words.default({}),
})

const file = z.strictObject({
  organizations: z.array(organization),
  people: z.array(person),
  activities: z.array(entry),
})

const returned = z.strictObject({ reasons: z.array(z.enum(returnReasons)).min(1), words: z.string() })

const returns = z.strictObject({
  /** What is said to those who left something out, and added it. */
  incomplete: z.record(z.enum(languageCodes), returned),
  /** What is said of entries that have stayed with whoever wrote them. */
  entries: z.record(z.string(), returned),
})

export type DemoEntry = z.infer<typeof entry> & { language: LanguageCode }
export type DemoOrganization = Omit<z.infer<typeof organization>, 'key'> & {
  /** What it is called in the files. */
  keys: string[]
}
export type DemoContributor = z.infer<typeof person>
export type DemoReturns = z.infer<typeof returns>

export type DemoActivities = {
  organizations: DemoOrganization[]
  people: DemoContributor[]
  entries: DemoEntry[]
  returns: DemoReturns
}

const folder = path.resolve(import.meta.dirname, '../../../../demo')

/** The invented activities that were written in some languages, with those who enter them. */
export function readDemoActivities(languages: readonly LanguageCode[] = languageCodes): DemoActivities {
  const files = languages.map((language) => ({
    language,
    ...file.parse(JSON.parse(fs.readFileSync(path.join(folder, 'activities', `${language}.json`), 'utf8'))),
  }))
  return {
    organizations: joined(files.flatMap(({ organizations }) => organizations)),
    people: files.flatMap(({ people }) => people),
    entries: files.flatMap(({ language, activities }) => activities.map((one) => ({ ...one, language }))),
    returns: returns.parse(JSON.parse(fs.readFileSync(path.join(folder, 'activity-returns.json'), 'utf8'))),
  }
}

/**
 * One that two files call by the same English name and acronym is one organization with names in several languages. The same
 * name under two acronyms stays a pair: only a person can tell, as with those that people enter.
 */
function joined(all: readonly z.infer<typeof organization>[]): DemoOrganization[] {
  const same = Map.groupBy(all, ({ key, name, acronym }) =>
    acronym === null || name.en === undefined ? key : `${name.en} ${acronym}`,
  )
  return [...same.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const { key, ...fields } = first
    const name = Object.assign({}, ...others.map((one) => one.name), first.name) as typeof first.name
    return [{ ...fields, name, keys: [key, ...others.map((one) => one.key)] }]
  })
}

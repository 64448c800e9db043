import {
  emptyContent,
  readDemoActivities,
  startEntry,
  type ActivityContent,
} from '#modules/activities/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { insertPeople, newOrganization } from '../accounts-samples.ts'
import { putActivities } from '../published-activities.ts'
import { person, testSite, type TestSite } from '../test-site.ts'
import { running, type RunningSite } from './running-site.ts'

export type SlowSite = RunningSite & {
  site: TestSite
  /** What the browser of somebody who keeps entries sends. */
  cookie: string
  /** A draft of theirs in which every section is filled in. */
  draft: string
  /** The longest of the published entries. */
  longest: string
}

export const keeper = person('lena', { role: 'representative', scope: 'organization:harbour-office' })

/** A site with all example activities, for whoever reads and writes on a slow line. */
export async function startSlowSite(): Promise<SlowSite> {
  const site = await testSite()
  await insertPeople(site.db, ['amina', 'eve', 'lena', 'olga'])
  await newOrganization(site.db, { id: 'harbour-office' })
  const entries = readDemoActivities().entries.map((entry, place) => ({
    id: `exmp${String(place).padStart(6, '0')}`,
    language: entry.language,
    content: contentOf(entry),
  }))
  await putActivities(site.db, entries)
  const byLength = entries.toSorted((one, other) => lengthOf(other.content) - lengthOf(one.content))
  const [longest] = byLength
  if (longest === undefined) throw new Error('there are no example activities')
  const draft = await newDraft(site.db, longest.content)
  return { ...(await running(site)), site, cookie: site.as(keeper).cookie, draft, longest: longest.id }
}

const contentOf = (entry: Partial<ActivityContent>): ActivityContent => {
  const names = new Set(Object.keys(emptyContent))
  const said = Object.entries(entry).filter(([name]) => names.has(name))
  return { ...emptyContent, ...Object.fromEntries(said) }
}

const lengthOf = (content: object): number => JSON.stringify(content).length

/** A draft of the keeper. */
export async function newDraft(db: Db, content: Partial<ActivityContent>): Promise<string> {
  const at = new Date('2026-11-20T12:00:00Z')
  const started = await startEntry(db, {
    actor: keeper,
    at,
    organization: 'harbour-office',
    language: 'en',
    content,
  })
  if ('issues' in started) throw new Error(JSON.stringify(started.issues))
  return started.id
}

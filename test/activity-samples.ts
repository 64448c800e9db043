import { publishEntry, sendEntry, startEntry, type ActivityContent } from '#modules/activities/index.ts'
import { operator, type Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'

export type SampleEntry = {
  actor: Actor
  at: Date
  organization: string
  title?: string
  language?: LanguageCode
  content?: Partial<ActivityContent>
  call?: string | null
}

const whole: Partial<ActivityContent> = {
  type: 'project',
  summary: 'Four boats bring a network to islands without a cable.',
  reach: 'national',
  countries: ['TV'],
  status: 'ongoing',
  start: '2025-03',
  actionLines: [{ code: 'C2', why: 'The islands had no network.', themes: [] }],
}

/** A draft that lacks nothing for the Stocktaking. */
export async function draftEntry(db: Db, entry: SampleEntry): Promise<string> {
  const {
    actor,
    at,
    organization,
    title = 'Boats that carry the Internet',
    language = 'en',
    content,
    call,
  } = entry
  const started = await startEntry(db, {
    actor,
    at,
    language,
    organization,
    content: { ...whole, title, ...content },
    call: call ?? null,
  })
  if ('issues' in started) throw new Error(JSON.stringify(started.issues))
  return started.id
}

/** An entry that waits for the secretariat. */
export async function sentEntry(db: Db, entry: SampleEntry): Promise<string> {
  const id = await draftEntry(db, entry)
  const sent = await sendEntry(db, { actor: entry.actor, at: entry.at, id })
  if ('issues' in sent) throw new Error(JSON.stringify(sent.issues))
  return id
}

/** An entry that the public reads. */
export async function publishedEntry(db: Db, entry: SampleEntry): Promise<string> {
  const id = await sentEntry(db, entry)
  await publishEntry(db, { actor: operator, at: entry.at, id })
  return id
}

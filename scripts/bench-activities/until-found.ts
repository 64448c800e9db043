import { setTimeout as pause } from 'node:timers/promises'
import { actorOf } from '#modules/accounts/index.ts'
import { publishEntry, sendEntry, startEntry } from '#modules/activities/index.ts'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { fetched } from './fetched.ts'
import type { InventedEntry } from './invented-entries.ts'

/** This process publishes entries, each with a word that no other has; resolves to the milliseconds until the site, which is another one, finds each. */
export async function untilFound(db: Db, site: string, entries: readonly InventedEntry[]): Promise<number[]> {
  const actor = await actorOf(db, 'bench-officer', new Date())
  const times: number[] = []
  for (const [place, { language, organization, content }] of entries.entries()) {
    const by = { actor, at: new Date() }
    const word = `seldom${place}word`
    const entry = { ...by, language, organization, content: { ...content, title: word } }
    const begun = await startEntry(db, entry)
    if ('issues' in begun) throw new Error(JSON.stringify(begun.issues))
    await sendEntry(db, { ...by, id: begun.id })
    await publishEntry(db, { ...by, actor: operator, id: begun.id })
    const committed = performance.now()
    while (!(await isFound(site, word))) await pause(5)
    times.push(performance.now() - committed)
  }
  return times
}

let asked = 0

/** Each time asked in another way, so that no kept answer serves. */
async function isFound(site: string, word: string): Promise<boolean> {
  asked += 1
  const address = `${site}/api/v1/activities?q=${word}%20${'%20'.repeat(asked % 50)}&facets=none&page-size=${(asked % 40) + 1}`
  const { text } = await fetched(address)
  return (JSON.parse(text) as { total: number }).total > 0
}

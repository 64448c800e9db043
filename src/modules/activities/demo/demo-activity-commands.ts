import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { readDemoActivities, type DemoActivities } from './demo-activities.ts'
import { callLife } from './demo-call-commands.ts'
import { readDemoCalls } from './demo-calls.ts'
import { joining } from './demo-contributor-commands.ts'
import { lifeOf } from './demo-life-commands.ts'
import { planOf } from './demo-plan.ts'
import { liveInOrder, type Life } from './in-order-of-time.ts'

export type LoadedActivities = { activities: number; organizations: number; people: number }

/**
 * Brings the invented activities with all that has happened to them in the last years, in the order of time. Loaded once:
 * what is there already stays.
 */
export async function loadDemoActivities(
  db: Db,
  asked: { at: Date; languages?: readonly LanguageCode[] },
): Promise<LoadedActivities> {
  const { lives, ...loaded } = await demoActivityLives(db, asked)
  await liveInOrder(lives, asked.at)
  return loaded
}

/** What is to be lived, so that others can live beside it in the same order of time; nothing where it is there already. */
export async function demoActivityLives(
  db: Db,
  { at, languages }: { at: Date; languages?: readonly LanguageCode[] },
): Promise<LoadedActivities & { lives: Life[] }> {
  const known = await db
    .selectFrom('activities')
    .select('id')
    .where('is_example', '=', true)
    .limit(1)
    .executeTakeFirst()
  if (known !== undefined) return { lives: [], activities: 0, organizations: 0, people: 0 }
  const world = readDemoActivities(languages)
  const { entries, organizations, people } = world
  return {
    lives: livesOf(db, world, at),
    activities: entries.length,
    organizations: organizations.length,
    people: people.length,
  }
}

function livesOf(db: Db, { organizations, people, entries, returns }: DemoActivities, now: Date): Life[] {
  const ids = new Map<string, string>()
  const firsts = new Map(
    organizations.map(({ keys }) => [
      keys[0],
      entries
        .flatMap((entry, place) =>
          keys.includes(entry.organization) ? [planOf(entry, place, now).entered] : [],
        )
        .reduce((first, one) => (one < first ? one : first), now),
    ]),
  )
  return [
    ...organizations.map((one) =>
      joining(db, one, {
        people: people.filter(({ organization }) => one.keys.includes(organization)),
        first: firsts.get(one.keys[0]) ?? now,
        ids,
      }),
    ),
    ...entries.map((entry, place) => lifeOf(db, entry, place, { now, returns, organizations: ids })),
    ...readDemoCalls().map((call) => callLife(db, call, { now, organizations: ids })),
  ]
}

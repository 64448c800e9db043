import { sql } from 'kysely'
import { activityPaths, publicStates } from '#modules/activities/index.ts'
import { planPaths, type MadePlan } from '#modules/plans/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { reportPaths } from '../paths.ts'
import { inventedIn, withAddresses } from './demo-reports.ts'

/** A report that is there: the ids of its sections by their codes, and of what was said of it by the names in the files. */
export type MadeReport = { id: string; sections: Map<string, string>; said: Map<string, string> }

/** What there is to be cited. */
export type World = {
  db: Db
  plans: ReadonlyMap<string, MadePlan>
  made: Map<string, MadeReport>
  /** What invented activities are called, by their keys. */
  titles: ReadonlyMap<string, string>
}

/** A text with the addresses that what it cites has by now. */
export async function addressed({ db, plans, made, titles }: World, text: string): Promise<string> {
  const activities = await activityIds(db, titles, inventedIn(text))
  return withAddresses(text, (cited) => {
    const [kind, name = '', item = ''] = cited.split('/')
    if (kind === 'activity' && !titles.has(name)) throw new Error(`no example activity is called ${name}`)
    const activity = activities.get(titles.get(name) ?? '')
    if (kind === 'activity' && activity !== undefined) return activityPaths.activity(activity)
    const plan = plans.get(name)
    if (kind === 'plan' && plan !== undefined) return planPaths.plan(plan.id)
    const planned = plan?.items.get(item)
    if (kind === 'item' && planned !== undefined) return planPaths.item(planned)
    const report = made.get(name)
    if (kind === 'report' && report !== undefined) return reportPaths.report(report.id)
    return null
  })
}

/** Ids of cited activities by their titles: of those that everybody sees, also while their owners are asked or change them. */
async function activityIds(
  db: Db,
  titles: World['titles'],
  cited: readonly string[],
): Promise<Map<string, string>> {
  const asked = cited.flatMap((one) => titles.get(one.replace(/^activity\//, '')) ?? [])
  if (asked.length === 0) return new Map()
  const found = await sql<{ id: string; title: string }>`
    select id, content->>'title' as title from activities
    where is_example and state = any(${[...publicStates]}::text[]) and content->>'title' = any(${asked}::text[])`.execute(
    db,
  )
  return new Map(found.rows.map(({ id, title }) => [title, id]))
}

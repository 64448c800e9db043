import { sql } from 'kysely'
import { loadMatrix } from '#modules/matrix/index.ts'
import { loadRegister } from '#modules/mandates/index.ts'
import { startMatter } from '#modules/plans/coordination/matters/matter-commands.ts'
import { sound } from '#modules/plans/demo/sound.ts'
import { loadPlanTypes } from '#modules/plans/index.ts'
import { linkItem } from '#modules/plans/link-commands.ts'
import { loadTerms } from '#modules/translation/index.ts'
import { operator } from '#platform/access/actor.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import type { Db } from '#platform/database/tables.ts'
import type { App } from '#platform/web/app.ts'
import { keeping } from '../../src/modules.ts'
import { fillPlans } from './fill-plans.ts'
import { inventedPlans, type Size } from './invented-plans.ts'
import { openBenchSite } from './bench-site.ts'
import { citedRecords, readVocabulary } from './stock.ts'

/** A site over a database with so much in it. */
export type Case = {
  app: App
  db: Db
  plans: string[]
  /** A change of some plan, by the command that people use. */
  change: () => Promise<void>
}

/** The day on which the bench takes place, so that what is late does not depend on when it runs. */
const benchMoment = new Date('2026-11-22T12:00:00Z')

/** What `serve` loads at its start, and plans; resolves to their ids. */
export async function fillCase(db: Db, size: Size): Promise<string[]> {
  const by = { actor: 'bench', at: benchMoment }
  await migrate(db, readMigrations(), () => {}, keeping())
  await loadRegister(db, by)
  await loadMatrix(db, by)
  await loadTerms(db, by)
  await loadPlanTypes(db, by)
  const plans = await fillPlans(db, inventedPlans(size, readVocabulary(), await citedRecords(db)))
  for (let number = 0; number < size.plans; number += 1) await addMatter(db, number)
  await sql`analyze`.execute(db)
  return plans
}

export async function openCase(db: Db, plans: string[]): Promise<Case> {
  const changed = await changedItem(db, plans.at(-1) ?? '')
  return {
    ...{ app: openBenchSite(db, benchMoment), db, plans },
    change: () => linkItem(db, { ...changed, actor: operator, at: new Date(), revision: undefined }),
  }
}

async function addMatter(db: Db, number: number): Promise<void> {
  const matter = await startMatter(db, {
    ...{ actor: operator, at: benchMoment, language: 'en', kind: 'output', visibility: 'public' },
    words: { title: `Output ${number} of a working group`, text: 'To be considered.' },
    ...{ origin: 'itu-council', decidedOn: '2026-10-01', carer: 'itu-tsb', dueOn: '2026-11-01', links: [] },
  })
  sound('matter', matter)
}

/** An item whose links are put down again as they are. */
async function changedItem(db: Db, plan: string) {
  const { id } = await db
    .selectFrom('plan_items')
    .select('id')
    .where('plan', '=', plan)
    .orderBy('code', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const links = await db
    .selectFrom('plan_item_links')
    .select(['kind', 'record'])
    .where('item', '=', id)
    .execute()
  return { id, links }
}

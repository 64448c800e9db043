import { sql, type RawBuilder } from 'kysely'
import {
  actionLines,
  crosswalks,
  gdcObjectives,
  sdgTargets,
  sdgs,
  type ActionLine,
  type FrameworkNode,
  type Sdg,
} from '#modules/frameworks/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { mostCountedAnew, whileUnchanged } from '#platform/while-unchanged.ts'
import { dutiesWhere } from './duty-queries.ts'
import { revisionRef } from './duty-row-queries.ts'
import type { When } from './look.ts'
import type { DutyRow } from './duty.ts'
import type { RevisionRef } from '../instruments/instrument.ts'

/** How many duties, and how many provisions of any kind, name a code. */
export type NamedCounts = { duties: number; provisions: number }

export type ActionLineRow = ActionLine & NamedCounts

export type NamingPlace = { revision: RevisionRef; address: string; label: string | null }

export type ActionLinePage = ActionLineRow & {
  /** Its fields, for the umbrella C7; the umbrella, for a field. */
  related: ActionLine[]
  list: DutyRow[]
  /** Provisions that only speak of it: preambles, and clauses without a duty. */
  mentions: NamingPlace[]
  /** Objectives of the Global Digital Compact that it serves, by this platform's own analysis. */
  objectives: (FrameworkNode & { basis: 'official' | 'own-analysis' })[]
}

export type SdgRow = Sdg & { targets: number } & NamedCounts

export type SdgPage = SdgRow & {
  targetList: FrameworkNode[]
  list: DutyRow[]
  mentions: NamingPlace[]
  /** Duties that name the goals, or the 2030 Agenda, as a whole. */
  naming: number
}

export async function actionLineList(db: Db): Promise<ActionLineRow[]> {
  const lines = await actionLines(db)
  const counts = await whileUnchanged(
    db,
    'counts by action line',
    () => countsBy(db, sql`unnest(p.action_lines)`, sql`p.action_lines <> '{}'`),
    areMany,
  )
  return lines.map((line) => ({ ...line, ...(counts.get(line.code) ?? none) }))
}

export async function actionLineByCode(db: Db, code: string, when: When): Promise<ActionLinePage | null> {
  const lines = await actionLineList(db)
  const line = lines.find((one) => one.code === code)
  if (!line) return null
  const named = sql`p.action_lines @> array[${code}::text]`
  const links = (await crosswalks(db, 'gdc-objectives')).filter(({ to }) => to.code === code)
  const objectives = await gdcObjectives(db)
  return {
    ...line,
    related: lines.filter((one) => one.parent === code || one.code === line.parent),
    list: await dutiesWhere(db, sql`d.obligation and ${named}`, when),
    mentions: await mentionsOf(db, named),
    objectives: links.flatMap(({ from, basis }) =>
      objectives
        .filter((objective) => objective.code === from.code)
        .map((objective) => ({ ...objective, basis })),
    ),
  }
}

export async function sdgList(db: Db): Promise<SdgRow[]> {
  const goals = await sdgs(db)
  const targets = await sdgTargets(db, null)
  const counts = await whileUnchanged(
    db,
    'counts by goal',
    () => countsBy(db, sql`unnest(p.goals)::text`, sql`p.goals <> '{}'`),
    areMany,
  )
  return goals.map((goal) => ({
    ...goal,
    targets: targets.filter(({ code }) => code.startsWith(`${goal.code}.`)).length,
    ...(counts.get(goal.code) ?? none),
  }))
}

export async function sdgByNumber(db: Db, number: number, when: When): Promise<SdgPage | null> {
  const goal = (await sdgList(db)).find((one) => one.number === number)
  if (!goal) return null
  const named = sql`p.goals @> array[${number}::int]`
  return {
    ...goal,
    targetList: await sdgTargets(db, number),
    list: await dutiesWhere(db, sql`d.obligation and ${named}`, when),
    mentions: await mentionsOf(db, named),
    naming: await dutiesNamingGoals(db),
  }
}

/** Duties that name the goals or the 2030 Agenda at all. */
async function dutiesNamingGoals(db: Db): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) as count from duties d join provisions p on p.revision = d.revision and p.address = d.address
    where d.obligation and p.sdg`.execute(db)
  return found.rows[0]?.count ?? 0
}

const areMany = (counts: Map<string, NamedCounts>): boolean =>
  [...counts.values()].reduce((sum, { provisions }) => sum + provisions, 0) > mostCountedAnew

const none: NamedCounts = { duties: 0, provisions: 0 }

async function countsBy(
  db: Db,
  codes: RawBuilder<unknown>,
  isNamed: RawBuilder<unknown>,
): Promise<Map<string, NamedCounts>> {
  const found = await sql<NamedCounts & { code: string }>`
    select code, count(distinct id) as duties, count(distinct (revision, address)) as provisions
    from (
      select ${codes} as code, p.revision, p.address, d.id
      from provisions p left join duties d on d.revision = p.revision and d.address = p.address and d.obligation
      where ${isNamed}
    ) as named group by code`.execute(db)
  return new Map(found.rows.map(({ code, duties, provisions }) => [code, { duties, provisions }]))
}

const mostMentions = 500

async function mentionsOf(db: Db, named: ReturnType<typeof sql>): Promise<NamingPlace[]> {
  const found = await sql<{ ref: RevisionRef; address: string; label: string | null }>`
    select ${revisionRef} as ref, p.address, p.label
    from provisions p join revisions r on r.id = p.revision join revision_chains c on c.id = r.id
    where ${named} and not exists (
      select 1 from duties d where d.revision = p.revision and d.address = p.address and d.obligation)
    order by coalesce(-r.year, 0), r.id, p.sort limit ${mostMentions}`.execute(db)
  return found.rows.map(({ ref, address, label }) => ({ revision: ref, address, label }))
}

import { sql } from 'kysely'
import type { Case } from './one-case.ts'

export type Reader = 'visitor' | 'officer'

/** An address, the same in both cases but for the ids that stand in it. */
export type Question = {
  name: string
  path: string
  readers: readonly Reader[]
  /** A file of a whole plan grows with its items: its time counts by item. */
  isWhole: boolean
}

type Ids = Record<'plan' | 'item' | 'indicator' | 'report' | 'comment' | 'period' | 'matter' | 'pair', string>

/** Every page, answer and file of the modules `plans` and `matrix`, and what shows plans elsewhere. */
export async function questionsOf(one: Case): Promise<Question[]> {
  const ids = await idsOf(one)
  return [
    ...both(ofAll, ids),
    ...both(ofPlan, ids),
    ...asked(files, ids, { readers: ['visitor'], isWhole: true }),
    ...both(ofItem, ids),
    ...asked(ofOfficer, ids, { readers: ['officer'], isWhole: false }),
    ...both(taskForce, ids),
    ...both(matrix, ids),
  ]
}

const both = (paths: readonly string[], ids: Ids) =>
  asked(paths, ids, { readers: ['visitor', 'officer'], isWhole: false })

const asked = (paths: readonly string[], ids: Ids, how: Pick<Question, 'readers' | 'isWhole'>): Question[] =>
  paths.map((name) => ({
    name,
    path: name.replaceAll(/\{(\w+)\}/g, (_, id: keyof Ids) => ids[id]),
    ...how,
  }))

const ofAll = [
  '/en/plans',
  '/en/plans?action-line=C5',
  '/en/plans.json',
  '/en/plans.csv',
  '/api/v1/plans',
  '/en/plan-types',
  '/en/action-lines/C5',
]

const ofPlan = [
  '/en/plans/{plan}',
  '/ar/plans/{plan}',
  '/en/plans/{plan}/progress',
  '/en/plans/{plan}/progress?period={period}',
  '/en/plans/{plan}/timeline',
  '/en/plans/{plan}/board',
  '/en/plans/{plan}/board?by=rating',
  '/en/plans/{plan}/indicators',
  '/en/plans/{plan}/comments',
  '/en/plans/{plan}/editions',
  '/en/plans/{plan}/editions/1',
  '/en/plans/{plan}/comparison?from=1&to=4',
]

const files = [
  '/en/plans/{plan}.json',
  '/en/plans/{plan}/progress.json',
  '/en/plans/{plan}/progress.csv',
  '/en/plans/{plan}/items.csv',
  '/en/plans/{plan}/items.json',
  '/en/plans/{plan}/items.xlsx',
  '/en/plans/{plan}/paper',
  '/en/plans/{plan}/paper.docx',
  '/en/plans/{plan}/timeline.svg',
  '/en/plans/{plan}/timeline.ics',
  '/en/plan-deadlines.ics?action-line=C5',
]

const ofItem = [
  '/en/plan-items/{item}',
  '/fr/plan-items/{item}',
  '/en/plan-items/{item}.json',
  '/en/plan-indicators/{indicator}',
  '/en/plan-reports/{report}',
  '/en/plan-comments/{comment}',
]

const ofOfficer = [
  '/en/plan-reports?waits=write',
  '/en/plan-reports?waits=review',
  '/en/desk',
  '/en/plan-items/{item}/links',
  '/en/task-force/overlaps',
  '/en/task-force/overlaps?reason=text',
  '/en/task-force/overlaps/{pair}',
]

const taskForce = [
  '/en/task-force',
  '/en/task-force.json',
  '/api/v1/task-force',
  '/ar/task-force?action-line=C5',
  '/en/task-force?sdg=4',
  '/en/task-force?unit=itu',
  '/en/task-force?month=2026-12',
  '/en/task-force?region=africa',
  '/en/task-force?level=output',
  '/en/task-force/gaps',
  '/en/task-force/gaps?kind=measure',
  '/en/task-force/gaps?action-line=C5',
  '/en/task-force/matters',
  '/en/task-force/matters/{matter}',
  '/en/oversight',
]

const matrix = [
  '/en/matrix',
  '/en/matrix?kind=plan-item',
  '/en/matrix.json',
  '/en/matrix.csv',
  '/en/matrix.svg',
  '/en/matrix/action-lines/C5',
  '/en/matrix/sdgs/4',
  '/en/matrix/targets/4.4',
  '/en/matrix/gdc-objectives/1',
  '/en/matrix/links',
  '/en/matrix/contradictions',
  '/en/matrix/versions',
]

/** Ids of what is looked at: in a plan that is not the one which changes. */
async function idsOf({ db, plans }: Case): Promise<Ids> {
  const plan = plans[1] ?? ''
  const first = async (rows: ReturnType<typeof sql<{ id: string }>>) =>
    (await rows.execute(db)).rows[0]?.id ?? ''
  const item = await first(sql`
    select i.id from plan_items i where i.plan = ${plan} and i.level = 'output'
      and exists (select from plan_item_links l where l.item = i.id) order by i.code limit 1`)
  return {
    ...{ plan, item },
    indicator: await first(
      sql`select id from plan_indicators where plan = ${plan} order by created_at, id limit 1`,
    ),
    report: await first(sql`select id from plan_reports where item = ${item} and state = 'accepted' limit 1`),
    comment: await first(sql`select id from plan_comments where plan = ${plan} order by id limit 1`),
    period: await first(sql`select id from plan_periods where plan = ${plan} order by starts_on limit 1`),
    matter: await first(sql`select id from task_force_matters order by id limit 1`),
    pair: await first(sql`
      select least(a.id, b.id) || '-' || greatest(a.id, b.id) as id from plan_items a, plan_items b
      where a.plan = ${plan} and b.plan = ${plans[2] ?? ''} and a.level = 'output' and b.level = 'output'
      order by a.code, b.code limit 1`),
  }
}

import { z } from 'zod'
import { frameworkPaths } from '#modules/frameworks/index.ts'
import { dutyList, readerOf, sdgByNumber, sdgList, lookOf } from '#modules/mandates/index.ts'
import type { Column, Site } from '#platform/web/site.ts'
import { goalRecord, goalRow, goalRowShape, goalShape, type GoalRow } from './goal-shape.ts'
import { goalPage } from './pages/goal-page.ts'
import { goalsPage } from './pages/goals-page.ts'

/** The Sustainable Development Goals, and which duties name them. */
export function goalRoutes(site: Site): void {
  site.list({
    path: frameworkPaths.goals,
    name: 'sdgs',
    summary: 'Sustainable Development Goals with the number of duties that name each; the facet counts all.',
    query: z.strictObject({}),
    row: goalRowShape,
    read: async (visit) => {
      const reader = await readerOf(visit)
      const rows = (await sdgList(visit.db)).map((goal) => goalRow(reader, goal))
      const { total } = await dutyList(visit.db, { sdg: 'any' }, lookOf(visit), { limit: 1 })
      const any = { value: 'any', label: visit.t('duties.any-goal'), count: total, chosen: false }
      return { rows, total: rows.length, next: null, facets: [{ name: 'sdg', values: [any] }] }
    },
    page: goalsPage,
    columns,
  })
  site.record({
    path: `${frameworkPaths.goals}/:number`,
    name: 'sdg',
    summary: 'One Sustainable Development Goal: its targets, and the duties that name it.',
    query: z.strictObject({}),
    shape: goalShape,
    read: async (visit, { number = '' }) => {
      if (!/^([1-9]|1[0-7])$/.test(number)) return null
      const found = await sdgByNumber(visit.db, Number(number), lookOf(visit))
      return found === null ? null : goalRecord(await readerOf(visit), found)
    },
    page: goalPage,
  })
  site.addresses(async ({ db }) => (await sdgList(db)).map((goal) => frameworkPaths.goal(goal.number)))
}

const columns: Column<GoalRow>[] = [
  { name: 'number', value: (goal) => goal.number },
  { name: 'title', value: (goal) => goal.label?.text },
  { name: 'title_language', value: (goal) => goal.label?.language },
  { name: 'title_status', value: (goal) => goal.labelStatus?.code },
  { name: 'title_status_label', value: (goal) => goal.labelStatus?.label },
  { name: 'color', value: (goal) => goal.color },
  { name: 'duties', value: (goal) => goal.duties },
]

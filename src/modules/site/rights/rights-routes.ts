import { z } from 'zod'
import { roles } from '#platform/access/actor.ts'
import type { Column, Site } from '#platform/web/site.ts'
import { sitePaths } from '../paths.ts'
import { rightsPage } from '../pages/rights-page.ts'
import { workflowsPage } from '../pages/workflows-page.ts'
import { rightRows, rightShape, type RightRow } from './rights-shape.ts'
import { stepRows, stepShape, type StepRow } from './workflow-shape.ts'

/** What the rights table and the workflows of all modules say, for everybody to read. */
export function rightsRoutes(site: Site): void {
  const tables = () => site.modules.flatMap(({ rights = [] }) => rights)
  const workflows = () => site.modules.flatMap(({ workflows: all = [] }) => all)
  site.list({
    path: sitePaths.rights,
    name: 'rights',
    summary:
      'The rights table, the one place where rights are decided: per action on a noun in a state, what each role may (any: everywhere; own: for what the role covers; no: not).',
    query: z.strictObject({}),
    row: rightShape,
    read: async ({ t }) => {
      const rows = rightRows(t, tables())
      return { rows, total: rows.length, next: null }
    },
    page: (visit) => rightsPage(visit, tables()),
    columns: rightColumns,
  })
  site.list({
    path: sitePaths.workflows,
    name: 'workflows',
    summary: 'The workflows: the steps by which records go from state to state, and who may take each.',
    query: z.strictObject({}),
    row: stepShape,
    read: async ({ t }) => {
      const rows = stepRows(t, workflows(), tables())
      return { rows, total: rows.length, next: null }
    },
    page: (visit, { rows }) => workflowsPage(visit, workflows(), rows),
    columns: stepColumns,
  })
}

const rightColumns: Column<RightRow>[] = [
  { name: 'noun', value: (row) => row.noun.code },
  { name: 'noun_label', value: (row) => row.noun.label },
  { name: 'action', value: (row) => row.action.code },
  { name: 'action_label', value: (row) => row.action.label },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  ...roles.map((role) => ({ name: role.replaceAll('-', '_'), value: (row: RightRow) => row.may[role] })),
  { name: 'not_by_owner', value: (row) => row.notByOwner },
  { name: 'sentence', value: (row) => row.sentence },
]

const stepColumns: Column<StepRow>[] = [
  { name: 'noun', value: (row) => row.noun.code },
  { name: 'noun_label', value: (row) => row.noun.label },
  { name: 'step', value: (row) => row.step.code },
  { name: 'step_label', value: (row) => row.step.label },
  { name: 'from', value: (row) => row.from.map(({ code }) => code).join('; ') },
  { name: 'from_labels', value: (row) => row.from.map(({ label }) => label).join('; ') },
  { name: 'to', value: (row) => row.to.code },
  { name: 'to_label', value: (row) => row.to.label },
  { name: 'reason', value: (row) => row.reason },
  { name: 'who', value: (row) => row.who },
]

import { z } from 'zod'
import { publicHolders } from '#modules/accounts/index.ts'
import { actionLines, frameworkPaths } from '#modules/frameworks/index.ts'
import { actionLineByCode, actionLineList, readerOf, lookOf } from '#modules/mandates/index.ts'
import { plansOfLine } from '#modules/plans/index.ts'
import { holdingsAbout } from '#platform/web/holdings.ts'
import type { Column, Site } from '#platform/web/site.ts'
import { lineRecord, lineRow, lineRowShape, lineShape, type LineRow } from './line-shape.ts'
import { actionLinePage } from './pages/action-line-page.ts'
import { actionLinesPage } from './pages/action-lines-page.ts'

/** The WSIS action lines, and which duties name them. */
export function lineRoutes(site: Site): void {
  site.list({
    path: frameworkPaths.actionLines,
    name: 'action-lines',
    summary: 'WSIS action lines with the number of duties and provisions that name each.',
    query: z.strictObject({}),
    row: lineRowShape,
    read: async (visit) => {
      const reader = await readerOf(visit)
      const rows = (await actionLineList(visit.db)).map((line) => lineRow(reader, line))
      return { rows, total: rows.length, next: null }
    },
    page: actionLinesPage,
    columns,
  })
  site.record({
    path: `${frameworkPaths.actionLines}/:code`,
    name: 'action-line',
    summary: 'One WSIS action line: names, facilitators, and the duties that name it.',
    query: z.strictObject({}),
    shape: lineShape,
    read: async (visit, { code = '' }) => {
      const found = await actionLineByCode(visit.db, code, lookOf(visit))
      if (found === null) return null
      return lineRecord(await readerOf(visit), found, {
        people: await publicHolders(visit, `action-line:${code}`),
        plans: await plansOfLine(visit, code),
        held: await holdingsAbout(site, visit, { kind: 'action-line', id: code }),
      })
    },
    page: actionLinePage,
  })
  site.addresses(async ({ db }) => (await actionLines(db)).map(({ code }) => frameworkPaths.actionLine(code)))
}

const columns: Column<LineRow>[] = [
  { name: 'code', value: (line) => line.code },
  { name: 'label', value: (line) => line.label?.text },
  { name: 'label_language', value: (line) => line.label?.language },
  { name: 'label_status', value: (line) => line.labelStatus?.code },
  { name: 'label_status_label', value: (line) => line.labelStatus?.label },
  { name: 'short', value: (line) => line.short?.text },
  { name: 'parent', value: (line) => line.parent },
  {
    name: 'lead',
    value: (line) => line.facilitators.lead.map(({ id, acronym }) => id ?? acronym ?? '').join('; '),
  },
  {
    name: 'lead_name',
    value: (line) =>
      line.facilitators.lead.map(({ name, acronym }) => name?.text ?? acronym ?? '').join('; '),
  },
  { name: 'duties', value: (line) => line.duties },
  { name: 'provisions', value: (line) => line.provisions },
]

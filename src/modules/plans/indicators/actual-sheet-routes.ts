import { z } from 'zod'
import { writeXlsx } from '#platform/sheets/xlsx-write.ts'
import type { Site } from '#platform/web/site.ts'
import { planPaths } from '../paths.ts'
import { actualColumns, actualRows } from './actual-table.ts'
import { readIndicator } from './indicator-routes.ts'

const numbers = new Set(['value', 'numerator', 'denominator', 'per', 'target', 'corrections'])

/** All that was measured of an indicator, with its parts, as a spreadsheet. */
export const actualSheetRoutes = (site: Site): void =>
  site.stream({
    path: planPaths.actualSheet(':indicator'),
    name: 'plan-actuals-xlsx',
    summary: 'All that was measured of an indicator as a spreadsheet: each total is followed by its parts.',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    query: z.strictObject({}),
    write: async (visit, _query, parameters) => {
      const record = await readIndicator(visit, parameters)
      if (record === null) return null
      const rows = actualRows(record).map((row) => actualColumns.map(({ value }) => cell(value(row, visit))))
      const columns = actualColumns.map(({ name }) => ({
        name,
        kind: numbers.has(name) ? ('number' as const) : ('text' as const),
      }))
      const { t } = visit
      const sheet = { name: t('indicators.series'), direction: t.language.direction, columns, rows }
      return { saveAs: `indicator-${record.id}.xlsx`, body: writeXlsx([sheet]) }
    },
  })

const cell = (value: string | number | boolean | null | undefined) => value ?? null

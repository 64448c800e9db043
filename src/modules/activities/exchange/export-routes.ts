import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { inPieces } from '#platform/packages/in-pieces.ts'
import { csvLine } from '#platform/sheets/csv-write.ts'
import { cellsOfRow, objectOfRow, sheetColumns, type Table } from '#platform/sheets/table.ts'
import { writeXlsx } from '#platform/sheets/xlsx-write.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityRights } from '../activity-rights.ts'
import { activityCodes } from '../codes-queries.ts'
import { activityTable, type ActivityDraft, type ActivityRow } from './activity-table.ts'
import { ownRows, publishedRows } from './export-queries.ts'

const forms = {
  '.csv': { type: 'text/csv; charset=utf-8; header=present', write: asCsv },
  '.xlsx': { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: asXlsx },
  '.jsonl': { type: 'application/jsonl; charset=utf-8', write: asJsonLines },
} as const

/** Entries as files that come in again as they went out: all that are public, and one's own. */
export function exportRoutes(site: Site): void {
  for (const ending of Object.keys(forms) as (keyof typeof forms)[]) {
    const { type, write } = forms[ending]
    site.stream({
      path: `/activities/export${ending}`,
      name: `activities-export${ending.replace('.', '-')}`,
      summary: 'Every published activity with all its fields, in the shape in which an import takes them.',
      type,
      query: z.strictObject({}),
      write: async (visit) => ({
        saveAs: `activities-${dayOf(visit.now)}${ending}`,
        body: write(visit, await tableFor(visit), publishedRows(visit.db)),
      }),
    })
    site.stream({
      path: `/entries/export${ending}`,
      name: `entries-export${ending.replace('.', '-')}`,
      summary:
        'The entries that one keeps, as they are being worked on, in the shape in which an import takes them.',
      type,
      query: z.strictObject({}),
      write: async (visit) => {
        permit(activityRights, 'enter', visit.actor, { state: 'draft' })
        return {
          saveAs: `entries-${dayOf(visit.now)}${ending}`,
          body: write(visit, await tableFor(visit), ownRows(visit.db, visit.actor)),
        }
      },
    })
  }
}

type ActivityTable = Table<ActivityRow, ActivityDraft>

/** What goes out names organizations by their ids, so the list of them is not needed. */
const tableFor = async ({ db, now }: Visit): Promise<ActivityTable> =>
  activityTable(await activityCodes(db, dayOf(now)), [])

type Parts = AsyncIterable<readonly ActivityRow[]>

function asCsv(_visit: Visit, table: ActivityTable, rows: Parts) {
  const head = `\uFEFF${csvLine(table.columns.map(({ name }) => name))}`
  return inPieces(written(rows, (row) => csvLine(cellsOfRow(table, row)), head))
}

function asJsonLines(_visit: Visit, table: ActivityTable, rows: Parts) {
  return inPieces(written(rows, (row) => `${JSON.stringify(objectOfRow(table, row))}\n`))
}

/** Many rows at a time: to wait for each by itself takes longer than to write it. */
async function* written(parts: Parts, line: (row: ActivityRow) => string, head = ''): AsyncGenerator<string> {
  yield head
  for await (const rows of parts) {
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      yield rows
        .slice(from, from + rowsAtOnce)
        .map(line)
        .join('')
  }
}

const rowsAtOnce = 50

function asXlsx(visit: Visit, table: ActivityTable, rows: Parts) {
  const columns = sheetColumns(table, null)
  return writeXlsx([
    {
      name: visit.t('activities.title'),
      direction: visit.t.language.direction,
      columns,
      rows: cells(table, rows),
    },
  ])
}

async function* cells(table: ActivityTable, parts: Parts) {
  for await (const rows of parts) for (const row of rows) yield cellsOfRow(table, row)
}

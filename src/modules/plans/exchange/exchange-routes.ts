import { z } from 'zod'
import { lookOf, namedRecords } from '#modules/mandates/index.ts'
import { permit } from '#platform/access/rights.ts'
import { issueSentence, type Issue } from '#platform/errors.ts'
import { heldBytes } from '#platform/files/file-commands.ts'
import type { HeldFile } from '#platform/files/held-file.ts'
import { inPieces } from '#platform/packages/in-pieces.ts'
import { writeCsv } from '#platform/sheets/csv-write.ts'
import { cellsOfRow, objectOfRow, sheetColumns, type Table } from '#platform/sheets/table.ts'
import { writeXlsx } from '#platform/sheets/xlsx-write.ts'
import { nothingEntered } from '#platform/web/form-resource.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../paths.ts'
import { planRead, type PlanRead } from '../plan-queries.ts'
import { planRights } from '../plan-rights.ts'
import { planThing } from '../plan.ts'
import { planType } from '../plan-types/type-queries.ts'
import type { PlannedRow } from './dry-run.ts'
import { exchangePaths } from './exchange-paths.ts'
import { itemCodes, itemsOut, organizationCodes } from './exchange-queries.ts'
import { importItems, plannedRows, refuseOpened, type FileRows } from './import-commands.ts'
import { itemTable, type ItemDraft, type ItemOut } from './item-table.ts'
import { importPage, lookPage } from './pages/import-pages.ts'
import { importEndings, importLimitBytes, readItems, type FileRead } from './read-items.ts'
import { linksNamed } from './row-links.ts'

type ItemTable = Table<ItemOut, ItemDraft>

const forms = {
  '.csv': { type: 'text/csv; charset=utf-8; header=present', write: asCsv },
  '.xlsx': { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: asXlsx },
  '.json': { type: 'application/json; charset=utf-8', write: asJson },
} as const

/** The items of a plan as files, and files as items. */
export function exchangeRoutes(site: Site): void {
  for (const ending of Object.keys(forms) as (keyof typeof forms)[]) {
    const { type, write } = forms[ending]
    site.stream({
      path: exchangePaths.items(':plan', ending),
      name: `plan-items${ending.replace('.', '-')}`,
      summary: 'The items of a plan with all their fields, in the shape in which an import takes them.',
      type,
      query: z.strictObject({}),
      write: async (visit, _query, { plan = '' }) => {
        const found = await planRead(visit.db, visit.actor, plan, visit.language)
        if (found === null) return null
        const table = itemTable(await codesFor(visit, found))
        const rows = await itemsOut(visit.db, plan)
        return { saveAs: `plan-${plan}${ending}`, body: write(visit, table, rows) }
      },
    })
  }
  importRoute(site)
}

async function codesFor({ db, now }: Visit, { plan }: PlanRead) {
  return itemCodes(db, { levels: (await planType(db, plan.type))?.levels ?? [] }, now)
}

function asCsv(_visit: Visit, table: ItemTable, rows: readonly ItemOut[]) {
  return writeCsv(
    table.columns.map(({ name }) => name),
    rows.map((row) => cellsOfRow(table, row)),
  )
}

function asXlsx({ t }: Visit, table: ItemTable, rows: readonly ItemOut[]) {
  const columns = sheetColumns(table, null)
  const cells = rows.map((row) => cellsOfRow(table, row))
  return writeXlsx([{ name: t('plan-import.sheet'), direction: t.language.direction, columns, rows: cells }])
}

function asJson(_visit: Visit, table: ItemTable, rows: readonly ItemOut[]) {
  return inPieces([
    `${JSON.stringify(rows.map((row) => objectOfRow(table, row)))}
`,
  ])
}

/** A file that was looked into, with what would become of its rows. */
export type Looked = { file: HeldFile; planned: PlannedRow[]; leftOut: string[] }

const importRoute = (site: Site): void =>
  site.form({
    path: exchangePaths.import(':plan'),
    name: 'plan-import',
    summary:
      'Looks into a file of items (CSV, XLSX, JSON) and tells what would become of each row; with `enter` it takes them into the draft, all or none.',
    right: 'plan.edit',
    fields: z.strictObject({ enter: z.literal('yes').optional() }),
    files: { file: { endings: importEndings, limitBytes: importLimitBytes } },
    read: readDraft,
    page: async (visit, found, entered) => {
      const { file } = entered.files
      if (file === undefined) return importPage(visit, found, entered)
      const looked = await look(visit, site, found, file)
      return 'issue' in looked
        ? importPage(visit, found, { ...entered, files: {}, issues: [looked.issue] })
        : lookPage(visit, found, looked, entered)
    },
    act: async (visit, found, { fields, files }) => {
      const { file } = files
      if (file === undefined)
        return { issues: [{ field: 'file', key: 'form.value.wrong', rule: 'rule.required' }] }
      const read = await readFile(visit, site, found, file)
      if ('issue' in read) return { issues: [read.issue] }
      const { db, actor, now: at } = visit
      if (fields.enter !== 'yes') {
        const planned = await plannedRows(db, found.plan, read)
        const looked = { file, planned, leftOut: read.leftOut }
        return {
          shown: lookPage(visit, found, looked, { ...nothingEntered, files: { file } }),
          data: { rows: planned.map((row) => outcomeOf(visit, row)), leftOut: read.leftOut },
        }
      }
      const { issues } = await importItems(db, { actor, at, plan: found.plan.id, ...read })
      if (issues.length > 0) return { issues }
      return { to: planPaths.plan(found.plan.id), done: 'plan-import.done' }
    },
  })

async function readDraft(visit: Visit, { plan = '' }: PathParameters): Promise<PlanRead | null> {
  const found = await planRead(visit.db, visit.actor, plan, visit.language)
  if (found === null) return null
  permit(planRights, 'edit', visit.actor, planThing(found.plan))
  refuseOpened(found.plan)
  return found
}

async function look(visit: Visit, site: Site, found: PlanRead, file: HeldFile) {
  const read = await readFile(visit, site, found, file)
  if ('issue' in read) return read
  return { file, planned: await plannedRows(visit.db, found.plan, read), leftOut: read.leftOut }
}

async function readFile(
  visit: Visit,
  { translate }: Site,
  { plan }: PlanRead,
  file: HeldFile,
): Promise<(FileRead & FileRows) | { issue: Issue }> {
  const { db, now, settings } = visit
  const levels = (await planType(db, plan.type))?.levels ?? []
  const codes = await itemCodes(db, { levels }, now, await organizationCodes(db))
  const bytes = await heldBytes(db, file)
  const read = await readItems({ bytes, name: file.name }, itemTable(codes), translate)
  if ('issue' in read) return read
  const { publicUrl } = settings
  const named = linksNamed(
    read.rows.map(({ draft }) => draft),
    publicUrl,
  )
  const refs = named.map(({ kind, record }) => ({ kind, id: record }))
  return {
    ...read,
    names: { publicUrl, known: new Set((await namedRecords(db, refs, lookOf(visit))).keys()) },
  }
}

/** A row as programs read it. */
const outcomeOf = ({ t }: Visit, { number, outcome, moved, code, words, issues }: PlannedRow) => ({
  row: number,
  outcome,
  moved,
  code,
  title: words.title,
  issues: issues.map((issue) => ({ column: issue.field, sentence: issueSentence(t, issue) })),
})

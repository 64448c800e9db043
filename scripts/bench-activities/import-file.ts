import fs from 'node:fs'
import { actorOf } from '#modules/accounts/index.ts'
import { activityCodes } from '#modules/activities/codes-queries.ts'
import { activityTable } from '#modules/activities/exchange/activity-table.ts'
import {
  checkImport,
  enterImport,
  runImports,
  startImport,
} from '#modules/activities/exchange/import-commands.ts'
import { importById } from '#modules/activities/exchange/import-queries.ts'
import { openDatabase } from '#platform/database/open.ts'
import type { Db } from '#platform/database/tables.ts'
import { holdFile } from '#platform/files/file-commands.ts'
import { readSettings } from '#platform/settings.ts'
import { csvLine } from '#platform/sheets/csv-write.ts'
import { cellsOfRow } from '#platform/sheets/table.ts'
import { dayOf } from '#platform/ui/format.ts'
import { followMilliseconds } from '../../src/command-line/serve.ts'
import { searchOver, words } from '../../src/site.ts'
import type { InventedEntry } from './invented-entries.ts'
import { memoryOf } from './started.ts'

/** A file of entries as the export writes it. */
export async function csvOf(db: Db, entries: readonly InventedEntry[]): Promise<Buffer> {
  const table = activityTable(await activityCodes(db, dayOf(new Date())), [])
  const lines = entries.map(({ language, organization, externalKey, content }) =>
    csvLine(
      cellsOfRow(table, {
        ...{ id: '', state: '', call: null, revision: null, changedOn: null, example: false },
        ...{ language, organization, externalKey, content, licence: 'CC-BY-4.0' },
      }),
    ),
  )
  return Buffer.from(`\uFEFF${csvLine(table.columns.map(({ name }) => name))}${lines.join('')}`)
}

export type ImportTimes = { rows: number; looked: number; entered: number; found: number }

/** The whole way of a file: looked at row by row, entered with history, found. Seconds of each part. */
export async function importFile(
  db: Db,
  file: Buffer,
  rows: number,
  search = searchOver(db),
): Promise<ImportTimes> {
  const actor = await actorOf(db, 'bench-officer', new Date())
  const by = { actor, at: new Date() }
  const all = {
    words: '',
    language: 'en',
    lastWord: 'whole',
    filters: {},
    facets: [],
    order: 'newest',
    limit: 1,
    after: null,
  } as const
  const before = (await search.answer(all)).total
  const upload = { name: 'entries.csv', type: 'text/csv', bytes: file }
  const held = await holdFile(db, actor.id, upload, by.at)
  const started = await startImport(db, {
    ...by,
    file: held,
    mode: 'published',
    language: 'en',
    organization: null,
    licence: 'CC-BY-4.0',
    translate: words(),
  })
  if ('issues' in started) throw new Error(JSON.stringify(started.issues))
  const following = setInterval(search.warm, followMilliseconds)
  const looking = performance.now()
  await checkImport(db, { ...by, id: started.id, columns: {} })
  await runImports(db, words(), () => new Date())
  const entering = performance.now()
  await enterImport(db, { ...by, id: started.id })
  await runImports(db, words(), () => new Date())
  const finding = performance.now()
  const after = (await search.answer(all)).total
  const end = performance.now()
  clearInterval(following)
  const run = await importById(db, actor, started.id)
  if (run?.state !== 'entered' || after - before !== rows)
    throw new Error(`the import is ${run?.state}, and ${after - before} of ${rows} are found`)
  return {
    rows,
    looked: (entering - looking) / 1000,
    entered: (finding - entering) / 1000,
    found: (end - finding) / 1000,
  }
}

/** Run by itself: imports the file that it is given, and prints what it took. */
if (import.meta.main) {
  const [file = '', rows = ''] = process.argv.slice(2)
  const settings = readSettings(process.env, process.cwd())
  const opened = await openDatabase(settings)
  const search = searchOver(opened.db, settings.searchThreads)
  const times = await importFile(opened.db, fs.readFileSync(file), Number(rows), search)
  console.log(JSON.stringify({ ...times, memory: memoryOf(process.pid) }))
  await search.end()
  await opened.close()
}

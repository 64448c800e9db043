import { randomUUID } from 'node:crypto'
import type { Db } from '#platform/database/tables.ts'
import { givingWay } from '#platform/giving-way.ts'
import { headOfHistory, record } from '#platform/history.ts'
import type { JobParts, ModuleJob } from '#platform/module.ts'
import { writeZip } from '#platform/packages/zip-write.ts'
import { writeCsv } from '#platform/sheets/csv-write.ts'
import { writeJsonLines } from '#platform/sheets/json-write.ts'
import { writeXlsx } from '#platform/sheets/xlsx-write.ts'
import { dayOf } from '#platform/ui/format.ts'
import { activityCodes } from '../codes-queries.ts'
import { activityTable } from './activity-table.ts'
import { dataPackage, type Known, type RegisterFacts } from './data-package.ts'
import { daysKept, type Download, type DownloadFile, type Form } from './download.ts'
import { downloads } from './download-queries.ts'
import { dropFilesBut, keepFile, keptBytes } from './kept-file-commands.ts'
import type { OpenEntry } from './open-entry.ts'
import { cellsOf } from './open-table.ts'
import { tagTable, titleTable } from './part-tables.ts'
import { everyEntry, Interrupted } from './register-queries.ts'
import { workbook } from './workbook.ts'

type Parts = Pick<JobParts, 'db' | 'settings' | 'translate' | 'now' | 'isStopping'>

/** Looks every quarter of an hour whether the files of the day are still to be made. */
export const downloadsJob: ModuleJob = {
  name: 'activities.downloads',
  cron: '*/15 * * * *',
  at: 'one',
  mostMinutes: 240,
  run: async (parts) => {
    try {
      await makeDownloads(parts)
    } catch (error) {
      // Told to stop in the middle: the next run begins anew.
      if (!(error instanceof Interrupted)) throw error
    }
  },
}

/** Makes the files of the day, unless they are there or nothing has happened since the last ones. */
export async function makeDownloads(parts: Parts): Promise<Download | null> {
  const { db, now } = parts
  const day = dayOf(now())
  const [last] = await downloads(db)
  const head = await headOfHistory(db)
  if (last && (last.day >= day || last.seq === (head?.seq ?? 0))) return null
  await dropFilesBut(
    db,
    (await downloads(db)).map(({ build }) => build),
  )
  const made = await madeFiles(parts, { day, build: randomUUID(), madeAt: now() })
  await store(db, made)
  await dropFilesBut(
    db,
    (await downloads(db)).map(({ build }) => build),
  )
  return made
}

/**
 * The register is read once, into JSON Lines; all other files are made from these, so that they say the same although entries
 * change meanwhile.
 */
async function madeFiles(
  { db, settings, translate, isStopping }: Parts,
  { day, build, madeAt }: Pick<Download, 'day' | 'build' | 'madeAt'>,
): Promise<Download> {
  const { publicUrl } = settings
  const facts: RegisterFacts = { day, madeAt, publicUrl, entries: 0, tags: 0, titles: 0, licences: {} }
  const goesOn = () => !isStopping()
  const keep = async (form: Form, content: AsyncIterable<Uint8Array>): Promise<DownloadFile> => {
    const kept = await keepFile(db, { build, form }, content)
    return { form, ...kept, rows: facts.entries }
  }
  const jsonl = await keep(
    'jsonl',
    writeJsonLines(counted(givingWay(everyEntry(db, publicUrl, goesOn)), facts)),
  )
  const entries = () => givingWay(entriesOf(keptBytes(db, { build, form: 'jsonl' }), goesOn))
  const known: Known = { facts, codes: await activityCodes(db, day), words: translate }
  const names = activityTable.columns.map(({ name }) => name)
  const files = [
    await keep('csv', writeCsv(names, cellsOf(activityTable, entries()))),
    await keep('xlsx', writeXlsx(workbook(entries, known))),
    jsonl,
    await keep('zip', writeZip(dataPackage(entries, known))),
  ]
  return { day, build, madeAt, entries: facts.entries, licences: facts.licences, files, seq: 0 }
}

async function* counted(entries: AsyncIterable<OpenEntry>, facts: RegisterFacts): AsyncGenerator<OpenEntry> {
  for await (const entry of entries) {
    facts.entries += 1
    facts.tags += tagTable.rowsOf(entry).length
    facts.titles += titleTable.rowsOf(entry).length
    facts.licences[entry.licence] = (facts.licences[entry.licence] ?? 0) + 1
    yield entry
  }
}

async function* entriesOf(
  bytes: AsyncIterable<Uint8Array>,
  goesOn: () => boolean,
): AsyncGenerator<OpenEntry> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of bytes) {
    if (!goesOn()) throw new Interrupted()
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as OpenEntry
  }
}

/** From now on they are there; the checksums stand in the history, so that it can be proved what was handed out. */
const store = (db: Db, { files, licences, ...made }: Download): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const at = made.madeAt
    const facts = Object.fromEntries(files.map(({ form, sha256 }) => [form, sha256]))
    const subject = { kind: 'activity-downloads', id: made.day }
    await record(tx, { act: 'activities.make-downloads', subject, actor: 'jobs', facts }, at)
    const seq = (await headOfHistory(tx))?.seq ?? 0
    await tx
      .insertInto('downloads')
      .values({
        day: made.day,
        build: made.build,
        made_at: at,
        entries: made.entries,
        licences: JSON.stringify(licences),
        files: JSON.stringify(files),
        seq,
      })
      .execute()
    const old = (await downloads(tx)).slice(daysKept).map(({ day }) => day)
    if (old.length > 0) await tx.deleteFrom('downloads').where('day', 'in', old).execute()
  })

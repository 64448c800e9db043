import fs from 'node:fs'
import path from 'node:path'
import { once } from 'node:events'
import { stringify } from 'csv-stringify/sync'
import { exportedDatasets, type Dataset } from '#modules/mandates/index.ts'
import { languageCodes } from '#platform/languages.ts'
import { withDatabase } from './database-verbs.ts'
import { exitCodes, WrongUse, type Call } from './verb.ts'

/** `actionline export`: the whole public register, as one JSON document on standard output or as files in a folder. */
export async function exportRegister(call: Call): Promise<number> {
  const { format = 'json', to } = call.options
  if (format !== 'json' && format !== 'csv') {
    throw new WrongUse('wrong.format', { format: String(format), formats: 'json, csv' })
  }
  if (format === 'csv' && to === undefined) throw new WrongUse('wrong.export-folder')
  return withDatabase(call, async ({ db }) => {
    const datasets = exportedDatasets(db, new Date())
    if (to === undefined) await toStandardOutput(datasets)
    else {
      const folder = path.resolve(String(to))
      fs.mkdirSync(folder, { recursive: true })
      for (const dataset of datasets) await toFile(folder, dataset, format)
      call.say('export.done', { folder, files: datasets.length })
    }
    return exitCodes.fine
  })
}

async function toStandardOutput(datasets: Dataset[]) {
  await print('{')
  for (const [place, { name, rows }] of datasets.entries()) {
    await print(`${place === 0 ? '' : ','}\n${JSON.stringify(name)}: [`)
    let first = true
    for await (const row of rows) {
      await print(`${first ? '' : ','}\n  ${JSON.stringify(plain(row))}`)
      first = false
    }
    await print(first ? ']' : '\n]')
  }
  await print('\n}\n')
}

/** Waits when the reader of the pipe is slower than the database. */
async function print(text: string) {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

async function toFile(folder: string, { name, rows }: Dataset, format: 'json' | 'csv') {
  const all: Record<string, unknown>[] = []
  for await (const row of rows) all.push(plain(row))
  const lines = all.map((row) => `  ${JSON.stringify(row)}`).join(',\n')
  const text = format === 'json' ? `[\n${lines}\n]\n` : asTable(all)
  fs.writeFileSync(path.join(folder, `${name.replaceAll('_', '-')}.${format}`), text)
}

/** Columns in the order of the alphabet: the database may hold them in another. */
const plain = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(row)
      .sort()
      .map((column) => [column, sorted(row[column])]),
  )

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return plain(value as Record<string, unknown>)
}

/** A text in several languages becomes one column per language. */
function asTable(rows: Record<string, unknown>[]): string {
  const flat = rows.map(
    (row) => Object.assign({}, ...Object.entries(row).map(cells)) as Record<string, unknown>,
  )
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))].sort()
  return stringify([columns, ...flat.map((row) => columns.map((column) => row[column] ?? ''))], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  })
}

function cells([column, value]: [string, unknown]): Record<string, unknown> {
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return { [column]: value.join('; ') }
  if (value === null || typeof value !== 'object') return { [column]: value }
  const keys = Object.keys(value)
  const translated =
    keys.length > 0 && keys.every((key) => (languageCodes as readonly string[]).includes(key))
  if (keys.length === 0) return {}
  if (!translated) return { [column]: JSON.stringify(value) }
  return Object.fromEntries(Object.entries(value).map(([code, text]) => [`${column}_${code}`, text]))
}

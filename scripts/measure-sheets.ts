import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writeCsv } from '#platform/sheets/csv-write.ts'
import { writeJsonLines } from '#platform/sheets/json-write.ts'
import { rowsOfFile } from '#platform/sheets/read-sheet.ts'
import { writeXlsx } from '#platform/sheets/xlsx-write.ts'

/**
 * `npm run measure:sheets -- [ROWS] [COLUMNS]`: what writing and reading a table costs in each form. Each step has a process
 * of its own, because memory that was once needed is not given back.
 */
const [rowWord = '100000', columnWord = '12', form, step] = process.argv.slice(2)
const rowCount = Number(rowWord)
const columns = Array.from({ length: Number(columnWord) }, (_, place) => ({ name: `column ${place + 1}` }))

if (form === undefined) measureAll()
else await measure(form, path.join(os.tmpdir(), `measure-sheets.${form}`))

function measureAll() {
  console.log(`${rowCount} rows of ${columns.length} columns`)
  for (const each of ['csv', 'jsonl', 'xlsx']) {
    for (const act of ['write', 'read']) {
      const words = [import.meta.filename, rowWord, columnWord, each, act]
      spawnSync(process.execPath, words, { stdio: 'inherit' })
    }
    fs.rmSync(path.join(os.tmpdir(), `measure-sheets.${each}`), { force: true })
  }
}

async function measure(form: string, file: string) {
  const before = process.resourceUsage()
  const busyBefore = (before.userCPUTime + before.systemCPUTime) / 1e6
  const began = performance.now()
  const count = step === 'write' ? await write(form, file) : await read(file)
  const seconds = (performance.now() - began) / 1000
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const busy = (userCPUTime + systemCPUTime) / 1e6 - busyBefore
  const figures = [
    `${seconds.toFixed(1)} s (${busy.toFixed(1)} s of processor)`,
    `${Math.round(count / seconds)} rows/s`,
    `${(fs.statSync(file).size / 1e6).toFixed(1)} MB of file`,
    `${Math.round(maxRSS / 1024)} MB of memory at most, ${Math.round(before.maxRSS / 1024)} before`,
  ]
  console.log(`${form} ${step}: ${figures.join(', ')}`)
}

async function write(form: string, file: string): Promise<number> {
  const names = columns.map(({ name }) => name)
  const written = {
    csv: () => writeCsv(names, rows()),
    jsonl: () =>
      writeJsonLines(rows().map((row) => Object.fromEntries(names.map((name, place) => [name, row[place]])))),
    xlsx: () => writeXlsx([{ name: 'Rows', columns, rows: rows() }]),
  }[form]
  if (!written) throw new Error(`${form} is none of csv, jsonl, xlsx`)
  await pipeline(written(), fs.createWriteStream(file))
  return rowCount
}

async function read(file: string): Promise<number> {
  let count = 0
  for await (const _ of rowsOfFile(fs.createReadStream(file), file)) count += 1
  if (count !== rowCount) throw new Error(`${count} rows came back`)
  return count
}

function* rows(): Generator<string[]> {
  for (let row = 0; row < rowCount; row += 1)
    yield columns.map((_, place) => `value ${row} of «${place}», with a few words in it`)
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readCatalogues, translators } from '#platform/messages.ts'
import { writeZip } from '#platform/packages/zip-write.ts'
import { writeCsv } from '#platform/sheets/csv-write.ts'
import { writeXlsx } from '#platform/sheets/xlsx-write.ts'
import { messageFolders } from '../../../site.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { emptyContent } from '../content.ts'
import { activityTable } from './activity-table.ts'
import { dataPackage, type Known } from './data-package.ts'
import type { OpenEntry } from './open-entry.ts'
import { cellsOf } from './open-table.ts'
import { workbook } from './workbook.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const none = new Map()
const codes = Object.fromEntries(
  [
    ...['action-lines', 'themes', 'sdgs', 'sdg-targets', 'gdc-objectives', 'beneficiaries', 'geneva-targets'],
    ...['activity-types', 'stakeholder-types', 'countries', 'itu-regions'],
  ].map((tree) => [tree, none]),
) as unknown as ActivityCodes

const words = translators(readCatalogues(messageFolders()))

async function* generated(count: number): AsyncGenerator<OpenEntry> {
  for (let place = 0; place < count; place += 1)
    yield {
      ...emptyContent,
      id: String(place).padStart(10, '0'),
      address: `https://actionline.test/activities/${place}`,
      revision: 1,
      state: 'published',
      language: 'en',
      title: `Activity ${place}`,
      summary: 'A network for islands. '.repeat(40),
      actionLines: [{ code: 'C2', why: `Because ${place}.`, themes: [] }],
      titles: [],
      organization: null,
      licence: 'CC0-1.0',
      licenceAddress: null,
      firstPublished: '2026-11-21T00:00:00.000Z',
      changed: '2026-11-21T00:00:00.000Z',
      confirmed: '2026-11-21T00:00:00.000Z',
      example: false,
      picture: null,
      attachments: [],
    }
}

const known = (entries: number): Known => ({
  facts: {
    day: '2026-11-21',
    madeAt: new Date('2026-11-21T00:00:00Z'),
    publicUrl: 'https://actionline.test',
    entries,
    tags: entries,
    titles: entries,
    licences: { 'CC0-1.0': entries },
  },
  codes,
  words,
})

const forms: Record<string, (count: number) => AsyncIterable<Uint8Array>> = {
  csv: (count) =>
    writeCsv(
      activityTable.columns.map(({ name }) => name),
      cellsOf(activityTable, generated(count)),
    ),
  xlsx: (count) => writeXlsx(workbook(() => generated(count), known(count))),
  zip: (count) => writeZip(dataPackage(() => generated(count), known(count))),
}

for (const [form, write] of Object.entries(forms))
  test(`a file of the register as ${form} holds no more in memory for ten times as many entries`, async () => {
    const few = await heldWhile(write(500))
    const many = await heldWhile(write(5_000))
    assert.ok(many.bytes > few.bytes * 5)
    assert.ok(many.most < few.most + 4_000_000, `${few.most} and ${many.most} bytes`)
  })

/** So often one looks: garbage is slow to collect. */
const step = 500_000

/** The most that the heap holds more than before, while a file is written and thrown away. */
async function heldWhile(file: AsyncIterable<Uint8Array>): Promise<{ bytes: number; most: number }> {
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  let [bytes, most, looked] = [0, 0, -step]
  for await (const chunk of file) {
    bytes += chunk.length
    if (bytes - looked < step) continue
    looked = bytes
    collectGarbage()
    most = Math.max(most, process.memoryUsage().heapUsed - before)
  }
  return { bytes, most }
}

import { test } from 'node:test'
import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import { parseResolution } from '../parse-resolution.ts'
import { asCsv } from './csv.ts'
import { asText } from './text.ts'

const printed = `RESOLUTION 299 (OSLO, 2031)

Lighthouses

The Plenipotentiary Conference of the International Telecommunication Union (Oslo, 2031),

considering

that lighthouses are lit,

instructs the Secretary-General

1 to report annually to the Council on lighthouses;

2 =SUM(1) to paint them.
`

const resolution = await parseResolution(new TextEncoder().encode(printed), { name: 'lighthouses.txt' })

test('the table has one row for each duty and begins with a byte order mark', () => {
  const csv = asCsv(resolution)
  const rows = parse(csv, { columns: true, bom: true }) as Record<string, string>[]

  assert.equal(csv.codePointAt(0), 0xfeff)
  assert.equal(rows.length, resolution.duties.length)
  assert.deepEqual(
    [rows[0]?.['path'], rows[0]?.['verb'], rows[0]?.['recipient_ids'], rows[0]?.['cadence']],
    ['instructs-secretary-general/1', 'report', 'itu-council', 'annual'],
  )
})

test('no cell of the table can be taken for a formula', () => {
  const rows = parse(asCsv(resolution), { bom: true })
  assert.deepEqual(
    rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell)),
    [],
  )
})

test('the text shows each provision with what it asks for below it', () => {
  const lines = asText(resolution).split('\n')
  const at = lines.findIndex((line) => line.includes('to report annually'))

  assert.equal(lines[at], '  1 to report annually to the Council on lighthouses;')
  assert.equal(lines[at + 1]?.trim().startsWith('→ the Secretary-General  ▸ report'), true)
})

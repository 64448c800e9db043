import assert from 'node:assert/strict'
import { openArchive } from '#platform/packages/zip-read.ts'
import { writeZip } from '#platform/packages/zip-write.ts'
import { defaultSheetLimits, startSheetBudget } from '#platform/sheets/limits.ts'
import { rowsOfFile, type SheetOptions } from '#platform/sheets/read-sheet.ts'
import { UnreadableSheet } from '#platform/sheets/sheet.ts'
import type { SheetSource } from '#platform/sheets/source.ts'

/** For `assert.rejects`: the table is refused with this key and these values. */
export const refusedWith = (key: string, values: object) => (error: unknown) => {
  assert.ok(error instanceof UnreadableSheet, String(error))
  assert.deepEqual([error.key, error.values], [key, values])
  return true
}

/** Rows with ordinary objects, to compare. */
export async function rowsOf(source: SheetSource | string, options: SheetOptions = {}, name = 'bridges') {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source
  const rows = await Array.fromAsync(rowsOfFile(bytes, name, options))
  return rows.map(({ number, cells }) => [number, { ...cells }] as const)
}

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(chunks))
}

/** A part of a file that we have written, as text. */
export async function partOf(file: Uint8Array, name: string): Promise<string> {
  const budget = startSheetBudget(defaultSheetLimits)
  const archive = await openArchive(file, budget)
  return (await bytesOf(archive.open(name))).toString()
}

/** All of them, to look for what must stand in none. */
export async function partsOf(file: Uint8Array): Promise<string[]> {
  const archive = await openArchive(file, startSheetBudget(defaultSheetLimits))
  return Promise.all(archive.names.map((name) => partOf(file, name)))
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relationships = (targets: Record<string, string>) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(
    targets,
  )
    .map(
      ([target, type], place) => `<Relationship Id="r${place}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

export type WorkbookParts = {
  /** What stands inside `sheetData`, by the name of the sheet; a name that begins with a dot is hidden. */
  sheets: Record<string, string>
  sharedStrings?: string
  styles?: string
  properties?: string
  /** Parts that replace those made from the above. */
  others?: Record<string, string>
}

/** An XLSX file as another program might write it, part by part. */
export function workbook({
  sheets,
  sharedStrings,
  styles,
  properties,
  others,
}: WorkbookParts): Promise<Buffer> {
  const names = Object.keys(sheets)
  const targets = {
    ...Object.fromEntries(names.map((_, place) => [`worksheets/s${place}.xml`, 'worksheet'])),
    ...(sharedStrings === undefined ? {} : { 'sharedStrings.xml': 'sharedStrings' }),
    ...(styles === undefined ? {} : { '/xl/styles.xml': 'styles' }),
  }
  const listed = names.map((name, place) => {
    const state = name.startsWith('.') ? ' state="veryHidden"' : ''
    return `<sheet name="${name}" sheetId="${place + 1}" r:id="r${place}"${state}/>`
  })
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships({ 'xl/workbook.xml': 'officeDocument' }),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}">${properties ?? ''}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(targets),
    ...(sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst ${main}>${sharedStrings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet ${main}>${styles}</styleSheet>` }),
    ...Object.fromEntries(
      Object.values(sheets).map((data, place) => [
        `xl/worksheets/s${place}.xml`,
        `<worksheet ${main}><sheetData>${data}</sheetData></worksheet>`,
      ]),
    ),
    ...others,
  }
  return bytesOf(writeZip(Object.entries(parts).map(([name, text]) => ({ name, content: [text] }))))
}

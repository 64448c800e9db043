import { openArchive } from '#platform/packages/zip-read.ts'
import { defaultSheetLimits, startSheetBudget } from '#platform/sheets/limits.ts'
import { openWorkbook } from '#platform/sheets/xlsx-read.ts'
import { bytesOf, workbook } from './sheet-parts.ts'
import { zipOf } from './zip-files.ts'

const budget = () => startSheetBudget(defaultSheetLimits)

/** The parts of an office file as texts, by their names. */
export async function unpacked(file: Uint8Array): Promise<Record<string, string>> {
  const archive = await openArchive(file, budget())
  const texts = await Promise.all(
    archive.names.map(async (name) => [name, (await bytesOf(archive.open(name))).toString()] as const),
  )
  return Object.fromEntries(texts)
}

/** The same file with another main part, as a program saves it. */
export async function withPart(file: Uint8Array, name: string, change: (xml: string) => string) {
  const parts = await unpacked(file)
  return zipOf({ ...parts, [name]: change(parts[name] ?? '') })
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Text in many runs, as programs leave it that mark the spelling and remember each stroke. */
const runs = (text: string) =>
  text
    .split('\n')
    .map((line) =>
      (line.match(/.{1,7}/gsu) ?? [])
        .map((piece) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`)
        .join('<w:proofErr w:type="spellStart"/>'),
    )
    .join('<w:r><w:br/></w:r>')

/** Writes answers into the controls of a DOCX file. */
export const filledDocx = (file: Uint8Array, answers: Record<string, string>) =>
  withPart(file, 'word/document.xml', (xml) =>
    xml.replaceAll(/<w:sdt>.*?<\/w:sdt>/gs, (control) => {
      const name = /<w:tag w:val="([^"]*)"\/>/.exec(control)?.[1] ?? ''
      const answer = answers[name]
      if (answer === undefined) return control
      return control
        .replace('<w:showingPlcHdr/>', '')
        .replace(/<w:sdtContent>.*<\/w:sdtContent>/s, () => `<w:sdtContent>${runs(answer)}</w:sdtContent>`)
    }),
  )

/** As another program saves a DOCX file: under another prefix, … */
export const underOtherPrefix = (file: Uint8Array) =>
  withPart(file, 'word/document.xml', (xml) =>
    xml
      .replaceAll(/(<\/?)w:/g, '$1ns0:')
      .replaceAll(/ w:(\w+=)/g, ' ns0:$1')
      .replace('xmlns:w=', 'xmlns:ns0='),
  )

/** … or without the controls, of which only the text is left. */
export const withoutControls = (file: Uint8Array) =>
  withPart(file, 'word/document.xml', (xml) =>
    xml.replaceAll(/<w:sdt><w:sdtPr>.*?<\/w:sdtPr><w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/gs, '$1'),
  )

/** A text that looks like an escaped letter is escaped itself (ECMA-376 part 1, 22.9.2.19). */
const escapedInSheet = (text: string) => escaped(text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))

/** The rows of the first sheet, by their places. */
async function placedRows(file: Uint8Array): Promise<{ number: number; values: string[] }[]> {
  return Array.fromAsync((await openWorkbook(file, budget())).rows(null))
}

const answerColumn = 1
const nameColumn = 3

/** Writes answers into the second column of an XLSX file, and saves it as programs with shared texts do. */
export async function filledXlsx(file: Uint8Array, answers: Record<string, string>): Promise<Uint8Array> {
  const texts: string[] = []
  const cell = (row: number, column: number, text: string) => {
    texts.push(text)
    return `<c r="${'ABCD'[column] ?? 'Z'}${row}" t="s"><v>${texts.length - 1}</v></c>`
  }
  const rows = (await placedRows(file)).map(({ number, values }) => {
    const all = [...values]
    const answer = answers[values[nameColumn] ?? '']
    if (answer !== undefined) all[answerColumn] = answer
    const cells = Array.from(all, (text, column) => (text ? cell(number, column, text) : ''))
    return `<row r="${number}">${cells.join('')}</row>`
  })
  const rich = (text: string) => {
    const half = Math.ceil([...text].length / 2)
    const [first, second] = [[...text].slice(0, half).join(''), [...text].slice(half).join('')]
    return `<si><r><rPr><b/></rPr><t xml:space="preserve">${escapedInSheet(first)}</t></r><r><t xml:space="preserve">${escapedInSheet(second)}</t></r></si>`
  }
  return workbook({ sheets: { Answers: rows.join('') }, sharedStrings: texts.map(rich).join('') })
}

/** The same sheet under a prefix, with texts in the cells, and one column more at its beginning. */
export async function underOtherPrefixXlsx(file: Uint8Array): Promise<Uint8Array> {
  const rows = (await placedRows(file)).map(({ number, values }) => {
    const cells = Array.from(values, (text, column) =>
      text
        ? `<x:c r="${'BCDE'[column] ?? 'Z'}${number}" t="inlineStr"><x:is><x:t xml:space="preserve">${escapedInSheet(text)}</x:t></x:is></x:c>`
        : '',
    )
    return `<x:row r="${number}">${cells.join('')}</x:row>`
  })
  const sheet = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${rows.join('')}</x:sheetData></x:worksheet>`
  return workbook({ sheets: { Answers: '' }, others: { 'xl/worksheets/s0.xml': sheet } })
}

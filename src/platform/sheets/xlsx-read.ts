import { mediaTypeInside, relationshipsOf, type Relationship } from '../packages/relationships.ts'
import { childOf, childrenNamed, readXmlTree, type XmlNode } from '../packages/xml-read.ts'
import { scanXml } from '../packages/xml-scan.ts'
import { openArchive, type Archive } from '../packages/zip-read.ts'
import type { SheetBudget } from './limits.ts'
import { SharedTexts } from './shared-texts.ts'
import { UnreadableSheet, type PlacedRow } from './sheet.ts'
import { dateStyles } from './xlsx-numbers.ts'
import { rowsOfSheet } from './xlsx-rows.ts'
import { sharedTextVisitor } from './xlsx-visit.ts'

export type Workbook = {
  /** As people see them at the foot of the window, without hidden ones. */
  sheetNames: string[]
  /** The rows of a sheet; of the first one that people see when none is named. */
  rows: (sheet: string | null) => AsyncGenerator<PlacedRow>
}

export async function openWorkbook(input: Uint8Array, budget: SheetBudget): Promise<Workbook> {
  const archive = await openArchive(input, budget)
  const main = await mainPart(archive, budget)
  const workbook = await readXmlTree(archive.open(main), budget)
  const parts = await relationshipsOf(archive, main, budget)
  const sheets = childrenNamed(childOf(workbook, 's:sheets'), 's:sheet').map(({ attributes }) => ({
    name: attributes['name'] ?? '',
    part: parts.find(({ id, type }) => id === attributes['r:id'] && type === 'worksheet')?.target,
    isHidden: (attributes['state'] ?? 'visible') !== 'visible',
  }))
  const seen = sheets.filter(({ part, isHidden }) => part !== undefined && !isHidden)
  return {
    sheetNames: seen.map(({ name }) => name),
    rows(wanted) {
      const part = (wanted === null ? seen[0] : sheets.find(({ name }) => name === wanted))?.part
      if (part === undefined && wanted !== null)
        throw new UnreadableSheet('sheet.no-sheet', { sheet: wanted })
      if (part === undefined) throw new UnreadableSheet('sheet.empty')
      return rowsOfPart(archive, part, parts, isFrom1904(workbook), budget)
    },
  }
}

async function mainPart(archive: Archive, budget: SheetBudget): Promise<string> {
  const roots = await relationshipsOf(archive, '', budget)
  const main = roots.find(({ type }) => type === 'officeDocument')?.target
  if (main && /\.xml$/i.test(main) && /(^|\/)xl\//i.test(main) && archive.has(main)) return main
  const isOpenDocument = (await mediaTypeInside(archive)).includes('spreadsheet')
  const isSheet = isOpenDocument || /(^|\/)xl\//i.test(main ?? '')
  throw new UnreadableSheet('sheet.kind', { kind: isSheet ? 'spreadsheet' : 'other' })
}

/** Files of early Macintosh programs count days from another one. */
const isFrom1904 = (workbook: XmlNode) =>
  ['1', 'true', 'on'].includes(childOf(workbook, 's:workbookPr')?.attributes['date1904'] ?? '')

async function* rowsOfPart(
  archive: Archive,
  part: string,
  parts: Relationship[],
  from1904: boolean,
  budget: SheetBudget,
): AsyncGenerator<PlacedRow> {
  const partOf = (type: string) =>
    parts.find((each) => each.type === type && archive.has(each.target))?.target
  const styles = partOf('styles')
  const texts = partOf('sharedStrings')
  const shared = new SharedTexts()
  try {
    if (texts) await scanXml(archive.open(texts), sharedTextVisitor(shared, budget.limits), budget)
    const isDate = dateStyles(styles ? await readXmlTree(archive.open(styles), budget) : undefined)
    yield* rowsOfSheet(archive.open(part), { shared, isDate, isFrom1904: from1904 }, budget)
  } finally {
    shared.close()
  }
}

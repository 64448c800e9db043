import { relationshipsOf } from '../packages/relationships.ts'
import { readXml } from '../packages/xml-read.ts'
import { openArchive } from '../packages/zip-read.ts'
import { filledVisitor } from './docx-filled.ts'
import { UnreadableDocument, type DocumentBudget } from './limits.ts'

/** What stands in a place to fill in, and in the row of a table, of a document that came back. */
export type Filled = { controls: FilledControl[]; rows: FilledRow[] }

export type FilledControl = {
  name: string
  /** '' while only the prompt stands there. */
  text: string
  /** Whether it stands in a table, where its row tells of it too. */
  isInRow: boolean
}

export type FilledRow = {
  /** The texts of the cells, without prompts; paragraphs and breaks are line ends. */
  cells: string[]
  /** Names of the controls in it. */
  names: string[]
}

/**
 * Reads what people have filled in, whichever program has saved it: under other prefixes, in many runs, with changes tracked.
 * Some programs take the controls away; the rows tell what stood in them.
 */
export async function readFilled(input: Uint8Array, budget: DocumentBudget): Promise<Filled> {
  const archive = await openArchive(input, budget)
  const roots = await relationshipsOf(archive, '', budget)
  const main = roots.find(({ type }) => type === 'officeDocument')?.target ?? ''
  if (!/(^|\/)word\//i.test(main) || !archive.has(main)) throw new UnreadableDocument('document.kind')
  const filled: Filled = { controls: [], rows: [] }
  await readXml(archive.open(main), filledVisitor(filled, budget), budget)
  return filled
}

import { addressesOf, relationshipsOf } from '../../packages/relationships.ts'
import { readXml, readXmlTree, type XmlNode } from '../../packages/xml-read.ts'
import { openArchive, type Archive } from '../../packages/zip-read.ts'
import { markName } from '../as-docx/mark.ts'
import { UnreadableDocument, type DocumentBudget } from '../limits.ts'
import { paperVisitor, type Surroundings } from './paper-visitor.ts'
import type { BackBlock, BackSpan, PaperBack } from './paper-back.ts'
import { listsRead, looksRead, stylesRead } from './read-styles.ts'

/** Reads the text of a paper that came back, within bounds; what a person can put right is an `UnreadableDocument`. */
export async function readPaper(input: Uint8Array, budget: DocumentBudget): Promise<PaperBack> {
  const archive = await openArchive(input, budget)
  const roots = await relationshipsOf(archive, '', budget)
  const main = roots.find(({ type }) => type === 'officeDocument')?.target ?? ''
  if (!/(^|\/)word\//i.test(main) || !archive.has(main)) throw new UnreadableDocument('document.kind')
  const parts = await relationshipsOf(archive, main, budget)
  const tree = async (type: string) => {
    const target = parts.find((one) => one.type === type)?.target
    return target === undefined || !archive.has(target) ? null : readXmlTree(archive.open(target), budget)
  }
  const styles = await tree('styles')
  const around = {
    ...{
      styles: stylesRead(styles),
      looks: looksRead(styles),
      isOrdered: listsRead(await tree('numbering')),
    },
  }
  const notes = new Map<string, Note>()
  for (const kind of ['footnotes', 'endnotes'] as const) {
    const target = parts.find(({ type }) => type === kind)?.target
    if (target !== undefined && archive.has(target))
      await readNotes(
        archive,
        target,
        { ...around, kind: kind === 'footnotes' ? 'foot' : 'end', notes },
        budget,
      )
  }
  const blocks: BackBlock[] = []
  const visitor = paperVisitor({
    ...around,
    addresses: await addressesOf(archive, main, budget),
    note: (id) => notes.get(id),
    add(block) {
      if (blocks.push(block) > budget.limits.rows)
        throw new UnreadableDocument('sheet.rows', { limit: budget.limits.rows })
    },
  })
  await readXml(archive.open(main), visitor, budget)
  return { mark: await markIn(archive, roots, budget), blocks }
}

type Note = Extract<BackSpan, { span: 'note' }>['spans']
type Noted = Pick<Surroundings, 'styles' | 'looks' | 'isOrdered'> & {
  kind: 'foot' | 'end'
  notes: Map<string, Note>
}

/** The footnotes of a part, by their kind and number. */
async function readNotes(
  archive: Archive,
  part: string,
  { kind, notes, ...around }: Noted,
  budget: DocumentBudget,
) {
  let current: Note = []
  const addresses = await addressesOf(archive, part, budget)
  const visitor = paperVisitor({
    ...around,
    addresses,
    note: () => undefined,
    add: ({ spans }) => current.push(...spans.filter((span) => span.span !== 'note')),
  })
  await readXml(
    archive.open(part),
    {
      ...visitor,
      open(name, attributes) {
        if (name === `w:${kind}note`) {
          current = []
          notes.set(`${kind}${attributes['w:id'] ?? ''}`, current)
        }
        visitor.open(name, attributes)
      },
    },
    budget,
  )
}

async function markIn(
  archive: Archive,
  roots: readonly { type: string; target: string }[],
  budget: DocumentBudget,
): Promise<string | null> {
  const target = roots.find(({ type }) => type === 'custom-properties')?.target
  if (target === undefined || !archive.has(target)) return null
  const tree: XmlNode = await readXmlTree(archive.open(target), budget)
  const property = tree.children.find(({ attributes }) => attributes['name'] === markName)
  return property?.children[0]?.text ?? null
}

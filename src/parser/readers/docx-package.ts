import { Unreadable } from '../source.ts'
import type { Budget } from './limits.ts'
import type { XmlNode } from './xml.ts'
import { childrenNamed, readXmlTree } from './xml.ts'
import type { Archive } from './zip.ts'
import { openArchive } from './zip.ts'

export type Relationship = { id: string; type: string; target: string }

/** A Word file's parts, found by their relationships and not by their names. */
export type WordPackage = {
  archive: Archive
  main: string
  relationships: Relationship[]
  /** The part of a kind ('styles', 'numbering' …), when there is one. */
  part: (type: string) => string | null
  tree: (type: string) => Promise<XmlNode | undefined>
}

export async function openWordPackage(input: Uint8Array, budget: Budget): Promise<WordPackage> {
  const archive = await openArchive(input, budget)
  const main = await mainPart(archive, budget)
  const relationships = await relationshipsOf(archive, main, budget)
  const part = (type: string) =>
    relationships.find((each) => each.type === type && archive.has(each.target))?.target ?? null
  return {
    archive,
    main,
    relationships,
    part,
    async tree(type) {
      const name = part(type)
      return name ? readXmlTree(archive.open(name), budget) : undefined
    },
  }
}

async function mainPart(archive: Archive, budget: Budget): Promise<string> {
  if (!archive.has('[Content_Types].xml'))
    throw new Unreadable('unknown-format', { kind: await kindOfZip(archive) })
  const roots = await relationshipsOf(archive, '', budget)
  const main = roots.find((each) => each.type === 'officeDocument')?.target ?? 'word/document.xml'
  if (/(^|\/)xl\//.test(main)) throw new Unreadable('unknown-format', { kind: 'sheet' })
  if (/(^|\/)ppt\//.test(main)) throw new Unreadable('unknown-format', { kind: 'slides' })
  if (!archive.has(main)) throw new Unreadable('unknown-format', { kind: 'archive' })
  return main
}

/** OpenDocument and EPUB name themselves in an entry of their own. */
async function kindOfZip(archive: Archive): Promise<string> {
  if (!archive.has('mimetype')) return 'archive'
  const chunks: Uint8Array[] = []
  for await (const chunk of archive.open('mimetype')) chunks.push(chunk)
  const type = Buffer.concat(chunks).toString('latin1').trim()
  if (type.startsWith('application/vnd.oasis.opendocument.text')) return 'odt'
  if (type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'sheet'
  return type.startsWith('application/vnd.oasis.opendocument.presentation') ? 'slides' : 'archive'
}

async function relationshipsOf(archive: Archive, part: string, budget: Budget): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`
  if (!archive.has(name)) return []
  const tree = await readXmlTree(archive.open(name), budget)
  return childrenNamed(tree, 'rel:Relationship')
    .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
    .map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
      target: resolved(folder, attributes['Target'] ?? ''),
    }))
}

/** A target is a path from the part's own folder, or from the root when it begins with a slash. */
function resolved(folder: string, target: string): string {
  const parts: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '' && step !== '.') parts.push(step)
  }
  return parts.join('/')
}

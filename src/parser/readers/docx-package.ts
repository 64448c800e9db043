import { mediaTypeInside, relationshipsOf, type Relationship } from '#platform/packages/relationships.ts'
import { readXmlTree, type XmlNode } from '#platform/packages/xml-read.ts'
import { openArchive, type Archive } from '#platform/packages/zip-read.ts'
import { Unreadable } from '../source.ts'
import type { Budget } from './limits.ts'

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

async function kindOfZip(archive: Archive): Promise<string> {
  const type = await mediaTypeInside(archive)
  if (type.startsWith('application/vnd.oasis.opendocument.text')) return 'odt'
  if (type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'sheet'
  return type.startsWith('application/vnd.oasis.opendocument.presentation') ? 'slides' : 'archive'
}

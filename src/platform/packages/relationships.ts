import type { Bounds } from './bounds.ts'
import { childrenNamed, readXmlTree } from './xml-read.ts'
import type { Archive } from './zip-read.ts'

export type Relationship = { id: string; type: string; target: string }

/** The parts to which a part of an office file points; '' stands for the whole file. What lies outside is left out. */
export async function relationshipsOf(
  archive: Archive,
  part: string,
  bounds: Bounds,
): Promise<Relationship[]> {
  const folder = folderOf(part)
  return (await listed(archive, part, bounds))
    .filter(({ isOutside }) => !isOutside)
    .map(({ id, type, target }) => ({ id, type, target: resolved(folder, target) }))
}

/** The addresses outside of an office file to which a part of it leads, by the names that it gives them. */
export async function addressesOf(
  archive: Archive,
  part: string,
  bounds: Bounds,
): Promise<Map<string, string>> {
  const all = await listed(archive, part, bounds)
  return new Map(all.filter(({ isOutside }) => isOutside).map(({ id, target }) => [id, target]))
}

async function listed(archive: Archive, part: string, bounds: Bounds) {
  const name = `${folderOf(part)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`
  if (!archive.has(name)) return []
  const tree = await readXmlTree(archive.open(name), bounds)
  return childrenNamed(tree, 'rel:Relationship').map(({ attributes }) => ({
    id: attributes['Id'] ?? '',
    type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
    target: attributes['Target'] ?? '',
    isOutside: attributes['TargetMode'] === 'External',
  }))
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1)

/** A target is a path from the part's own folder, or from the root when it begins with a slash. */
function resolved(folder: string, target: string): string {
  const parts: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '' && step !== '.') parts.push(step)
  }
  return parts.join('/')
}

/** OpenDocument and EPUB name themselves in an entry of their own; '' where there is none. */
export async function mediaTypeInside(archive: Archive): Promise<string> {
  if (!archive.has('mimetype')) return ''
  const chunks: Uint8Array[] = []
  for await (const chunk of archive.open('mimetype')) chunks.push(chunk)
  return Buffer.concat(chunks).toString('latin1').trim()
}

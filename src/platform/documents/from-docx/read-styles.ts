import { childOf, childrenNamed, valueOf, type XmlNode } from '../../packages/xml-read.ts'
import type { BackBlock } from './paper-back.ts'

export type StyleMeant = Pick<BackBlock, 'kind' | 'level'> & {
  /** Whether a list around it counts it as a paragraph of the paper, not as a line of a list. */
  isCounted?: boolean
  isLive?: boolean
}

/** Programs give styles other identifiers, and keep their names. */
export function stylesRead(tree: XmlNode | null): Map<string, StyleMeant> {
  const named = childrenNamed(tree ?? undefined, 'w:style').map((node) => ({
    id: node.attributes['w:styleId'] ?? '',
    name: (valueOf(node, 'w:name') ?? '').toLowerCase(),
    basedOn: valueOf(node, 'w:basedOn') ?? '',
  }))
  const byId = new Map(named.map((style) => [style.id, style]))
  const meant = new Map<string, StyleMeant>()
  for (const style of named) {
    let found: StyleMeant | undefined
    let at: (typeof named)[number] | undefined = style
    // A style may be based on itself, in a file from elsewhere.
    for (let steps = 0; found === undefined && at !== undefined && steps < 10; steps += 1) {
      found = meaning(at.name)
      at = byId.get(at.basedOn)
    }
    if (found !== undefined) meant.set(style.id, found)
  }
  return meant
}

/** The names of `as-docx/styles.ts`, and those that programs give to the same. */
function meaning(name: string): StyleMeant | undefined {
  const heading = /^heading (\d)$/.exec(name)?.[1]
  if (heading !== undefined) return { kind: 'heading', level: Number(heading) }
  if (/^toc ?(\d|heading)$|^contents? (\d|heading)$/.test(name)) return around
  return meanings[name]
}

const around: StyleMeant = { kind: 'around', level: 0 }
const live: StyleMeant = { kind: 'around', level: 0, isLive: true }

const meanings: Record<string, StyleMeant> = {
  ...{ title: around, recipient: around, mark: around, from: around, warning: around, hint: around },
  ...{ 'box name': around, 'box text': around, footer: around, header: around },
  ...{ caption: live, figure: live, 'table text': live, 'table number': live },
  ...{ 'table small': live, 'table small number': live },
  ...{ 'live part': live, 'live part line': live, 'live part hint': live },
  'numbered paragraph': { kind: 'paragraph', level: 0, isCounted: true },
  'list bullet': { kind: 'line', level: 0 },
  'list number': { kind: 'ordered-line', level: 0 },
}

/** Which character styles are looks: by identifier. */
export function looksRead(tree: XmlNode | null): Map<string, 'strong' | 'emphasis'> {
  const found = new Map<string, 'strong' | 'emphasis'>()
  for (const node of childrenNamed(tree ?? undefined, 'w:style')) {
    const name = (valueOf(node, 'w:name') ?? '').toLowerCase()
    if (node.attributes['w:type'] !== 'character') continue
    if (name === 'strong' || name === 'strong emphasis')
      found.set(node.attributes['w:styleId'] ?? '', 'strong')
    if (name === 'emphasis') found.set(node.attributes['w:styleId'] ?? '', 'emphasis')
  }
  return found
}

/** Whether the lines of a list are counted, by its number and their depth; null where nothing is printed before them. */
export function listsRead(tree: XmlNode | null): (list: string, depth: string) => boolean | null {
  const rules = new Map(
    childrenNamed(tree ?? undefined, 'w:abstractNum').map((node) => [
      node.attributes['w:abstractNumId'] ?? '',
      new Map(
        childrenNamed(node, 'w:lvl').map((level) => [
          level.attributes['w:ilvl'] ?? '',
          valueOf(level, 'w:numFmt') ?? '',
        ]),
      ),
    ]),
  )
  const lists = new Map(
    childrenNamed(tree ?? undefined, 'w:num').map((node) => [
      node.attributes['w:numId'] ?? '',
      childOf(node, 'w:abstractNumId')?.attributes['w:val'] ?? '',
    ]),
  )
  return (list, depth) => {
    const form = rules.get(lists.get(list) ?? '')?.get(depth)
    return form === undefined || form === 'none' ? null : form !== 'bullet'
  }
}

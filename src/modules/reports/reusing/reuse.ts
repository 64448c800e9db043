import { overlap, trigramsOf } from '#modules/activities/index.ts'
import { sha256 } from '#platform/sha256.ts'
import { writtenBlock } from '../markup/written.ts'
import { paragraphsOf } from '../using/use.ts'

/** A paragraph of a report by its place: the section by its code, the paragraph by its number in it. */
export type ParagraphPlace = { report: string; section: string; paragraph: number }

export const placeCode = ({ report, section, paragraph }: ParagraphPlace): string =>
  `${report}/${section}/${paragraph}`

export function placeOfCode(code: string): ParagraphPlace | null {
  const [, report, section, paragraph] =
    /^([0-9a-z]{10})\/([a-z][a-z0-9-]*)\/([1-9]\d{0,4})$/.exec(code) ?? []
  return report === undefined || section === undefined
    ? null
    : { report, section, paragraph: Number(paragraph) }
}

/** What has become of a paragraph since: it stands as it was, it was changed, or nothing like it is there. */
export const reuseStates = ['same', 'changed', 'gone'] as const

export type ReuseState = (typeof reuseStates)[number]

/** Less in common, and it is another paragraph. */
const alike = 0.4

/** Where a paragraph stands in a text now, by what it was. */
export function stateIn(text: string, was: string): { state: ReuseState; paragraph: number | null } {
  const all = paragraphsOf(text).map(({ number, block }) => ({ number, written: writtenBlock(block) }))
  const same = all.find(({ written }) => written === was)
  if (same !== undefined) return { state: 'same', paragraph: same.number }
  const own = trigramsOf(was)
  const [nearest] = all
    .map(({ number, written }) => ({ number, likeness: overlap(own, trigramsOf(written)) }))
    .toSorted((one, other) => other.likeness - one.likeness)
  return nearest === undefined || nearest.likeness < alike
    ? { state: 'gone', paragraph: null }
    : { state: 'changed', paragraph: nearest.number }
}

export const digestOf = (written: string): string => sha256(written)

/** A text with a paragraph put behind another one, or at its end. What stands in one piece with that one stays so. */
export function putAfter(text: string, paragraph: number | null, added: string): string {
  const pieces = text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .filter((piece) => piece.trim() !== '')
  let count = 0
  const at = pieces.findIndex((piece) => {
    count += paragraphsOf(piece).length
    return paragraph !== null && count >= paragraph
  })
  return pieces.toSpliced(at === -1 ? pieces.length : at + 1, 0, added).join('\n\n')
}

import type { Unit } from '../resolution.ts'
import type { SourceText } from '../source.ts'
import { foldTwins, lettersOf, narrow } from './characters.ts'
import type { Draft } from './read-units.ts'

/** How often each letter or digit stands in the source and is missing from the draft: empty when nothing was lost. */
export function lostLetters(source: SourceText, draft: Draft): Record<string, number> {
  const balance = new Map<string, number>()
  const count = (text: string, step: number) => {
    for (const letter of plain(text)) balance.set(letter, (balance.get(letter) ?? 0) + step)
  }
  for (const block of source.blocks) {
    count(block.text, 1)
    count(block.label ?? '', 1)
    for (const { mark } of block.marks) count(mark, 1)
  }
  for (const note of source.notes) count(note.mark + note.text, 1)
  for (const text of textsOf(draft)) count(text, -1)
  // What the reader had set aside before is in the draft and not in the blocks.
  for (const { text } of source.setAside) count(text, 1)
  return Object.fromEntries([...balance].filter(([, difference]) => difference > 0))
}

const superscripts: Record<string, string> = {
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁰': '0',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
}
const plain = (text: string): string =>
  lettersOf(foldTwins(narrow(text)).text.replace(/[⁰¹²³⁴-⁹]/g, (sign) => superscripts[sign] ?? sign))

function textsOf(draft: Draft): string[] {
  const ofUnit = (unit: Unit): string[] => [
    unit.label ?? '',
    unit.text,
    unit.closing,
    ...unit.footnotes,
    ...unit.children.flatMap(ofUnit),
  ]
  return [
    ...draft.frontMatter.map(({ text }) => text),
    ...draft.sections.flatMap(({ heading, units }) => [heading, ...units.flatMap(ofUnit)]),
    // A mark on the title or on a heading stands in no unit; its note says where it hangs.
    ...draft.footnotes.flatMap(({ mark, text, at }) => [
      mark,
      text,
      at === null || at.includes('/') ? '' : mark,
    ]),
    ...draft.setAside.map(({ text }) => text),
  ]
}

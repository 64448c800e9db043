import { narrow } from './characters.ts'
import type { Line } from './line.ts'

/**
 * 'Final Acts   245' and on the next page '246   Final Acts': the same words with a page number at their edge that
 * rises. On one side only it must come three times, since 'Article 1' and 'Article 2' look alike.
 */
export function numberedHeads(lines: Line[]): Set<Line> {
  const byWords = new Map<string, { line: Line; page: number; side: 'left' | 'right' }[]>()
  for (const line of lines) {
    if (line.whole || line.text.length > 110) continue
    const text = narrow(line.text)
    const left = /^(\d{1,4})\s+(?=[\p{Lu}\p{Script=Han}\p{Script=Arabic}])(.{3,})$/u.exec(text)
    const right = left ? null : /^([\p{Lu}\p{Script=Han}\p{Script=Arabic}].*\S)\s+(\d{1,4})$/u.exec(text)
    const words = (left?.[2] ?? right?.[1] ?? '').toLowerCase()
    if (words === '' || /[;,.:؛،；，。：]$/u.test(words)) continue
    const entry = { line, page: Number(left?.[1] ?? right?.[2]), side: left ? 'left' : 'right' } as const
    const entries = byWords.get(words)
    if (entries) entries.push(entry)
    else byWords.set(words, [entry])
  }
  const heads = new Set<Line>()
  for (const [words, entries] of byWords) {
    const rises = entries.every(({ page }, index) => index === 0 || page > (entries[index - 1]?.page ?? 0))
    const turns = new Set(entries.map(({ side }) => side)).size === 2
    const isName = /[\s\p{Script=Han}]/u.test(words)
    const isMany = entries.length >= 3 && !/\d/.test(words)
    if (rises && isName && (turns || isMany)) for (const { line } of entries) heads.add(line)
  }
  return heads
}

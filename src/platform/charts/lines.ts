import type { Language } from '../languages.ts'

/** A text in lines that fit into a width. SVG breaks no lines, and on the server no font can be measured: this errs on the wide side. */
export function linesOf(language: Language, text: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(language, text)) {
    if (line !== '' && widthOf((line + piece).trimEnd()) * size > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '')
}

/** A text that fits into one line; what is too much is left out, and a sign says so. */
export function inOneLine(text: string, width: number, size: number): string {
  if (widthOf(text) * size <= width) return text
  let kept = text
  while (kept !== '' && (widthOf(kept) + 1) * size > width) kept = kept.slice(0, -1)
  const toWord = kept.slice(0, Math.max(0, kept.lastIndexOf(' ')))
  // Half a word looks wrong where letters are joined; Chinese has no spaces to stop at.
  return `${toWord.length > kept.length / 2 ? toWord : kept.trimEnd()}…`
}

/** Where a line may end: after a space; in Chinese between words, but not before a sign that closes. */
function piecesOf(language: Language, text: string): string[] {
  const words =
    language.code === 'zh'
      ? [...new Intl.Segmenter(language.tag, { granularity: 'word' }).segment(text)].map(
          ({ segment }) => segment,
        )
      : text.split(/(?<= )/)
  return words.reduce<string[]>((pieces, word) => {
    const last = pieces.at(-1)
    const clings =
      last !== undefined && (/^[\p{Pe}\p{Pf}\p{Po}\s]/u.test(word) || /[\p{Ps}\p{Pi}]$/u.test(last))
    return language.code === 'zh' && clings ? [...pieces.slice(0, -1), last + word] : [...pieces, word]
  }, [])
}

/** In heights of the type. */
export const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + signWidth(sign), 0)

function signWidth(sign: string): number {
  if (/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(sign)) return 1
  if (/[\p{Mn}\p{Cf}]/u.test(sign)) return 0
  if (/[\s.,;:'’|!ijlI·-]/u.test(sign)) return 0.32
  if (/\p{Script=Arabic}/u.test(sign)) return 0.5
  return /[\p{Lu}mwшщжмюфы—]/u.test(sign) ? 0.78 : 0.57
}

import type { PdfItem } from './pdf-pages.ts'

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const leftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

/** Presentation forms of Arabic, radicals that stand for Chinese characters, and Latin ligatures, as the letters they are. */
export const foldedForms = (text: string) =>
  text.replace(/[\u2e80-\u2fdf\ufb00-\ufb06\ufb50-\ufdfb\ufe70-\ufefc]/g, (sign) =>
    // A mark that is given with a space to stand on is the mark alone.
    sign.normalize('NFKC').replace(/^ (?=\p{M})/u, ''),
  )

export const isRightToLeft = (texts: string[]) => {
  let right = 0
  let left = 0
  for (const text of texts) {
    right += text.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.length ?? 0
    left += text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}]/gu)?.length ?? 0
  }
  return right > left * 0.7 && right > 0
}

/** The items of one line in the order of reading: a PDF places them, and need not write them in order. */
export function inReadingOrder(items: PdfItem[], isFromTheRight: boolean): PdfItem[] {
  if (!isFromTheRight) return items.toSorted((a, b) => a.x - b.x || a.width - b.width)
  const marks = items.filter((item) => isCombining(item.text))
  const others = items.filter((item) => !isCombining(item.text)).flatMap(singleWords)
  const ordered = others.toSorted((a, b) => b.x - a.x || b.width - a.width)
  return withLeftToRightRuns(withMarksOnBases(ordered, marks))
}

/** Numbers and Latin words that were drawn in one go, point and brackets included, may be read in another order. */
function singleWords(item: PdfItem): PdfItem[] {
  if (rightToLeft.test(item.text)) return [item]
  const words = item.text.match(/[\p{L}\p{N}]+(?:[.,:/+&'’-][\p{L}\p{N}]+)*|\s+|[^]/gu) ?? []
  if (words.length < 2) return [item]
  let at = 0
  return words.map((text) => {
    const x = item.x + (item.width * at) / item.text.length
    at += text.length
    return { ...item, text, x, width: (item.width * text.length) / item.text.length }
  })
}

export const isCombining = (text: string) => /^[\s\p{M}]*\p{M}[\s\p{M}]*$/u.test(text)

/** A vowel sign is placed somewhere over its letter, and read after it. */
function withMarksOnBases(ordered: PdfItem[], marks: PdfItem[]): PdfItem[] {
  const result = [...ordered]
  for (const mark of marks) {
    const base = result.findIndex((item) => item.x <= mark.x + 0.01 && /\p{L}/u.test(item.text))
    const at = base < 0 ? result.length : base + 1
    result.splice(at, 0, {
      ...mark,
      text: mark.text.replace(/\s/g, ''),
      width: 0,
      y: result[base]?.y ?? mark.y,
    })
  }
  return result
}

/** Latin words and numbers inside a line from right to left are read from left to right. */
function withLeftToRightRuns(ordered: PdfItem[]): PdfItem[] {
  const result: PdfItem[] = []
  let at = 0
  while (at < ordered.length) {
    const end = endOfRun(ordered, at)
    result.push(...ordered.slice(at, end).reverse())
    at = end
  }
  return result
}

/** From here as far to the left as nothing but Latin letters, numbers and what joins them stands there. */
function endOfRun(ordered: PdfItem[], start: number): number {
  let end = start + 1
  const isNumber = (item: PdfItem | undefined) => /^\d[\d.,:/]*$/.test(item?.text.trim() ?? '')
  const isLatin = (item: PdfItem | undefined) =>
    leftToRight.test(item?.text ?? '') && !rightToLeft.test(item?.text ?? '')
  const first = ordered[start]
  if (!isLatin(first) && !isNumber(first)) return end
  for (let next = start + 1; next < ordered.length; next += 1) {
    const item = ordered[next]
    const text = item?.text.trim() ?? ''
    if (rightToLeft.test(text) || (!isLatin(item) && /^[()[\]،؛؟]/.test(text))) break
    const run = ordered.slice(start, next + 1)
    const isJoined = isLatin(item)
      ? true
      : isNumber(item) && run.every((each) => /^[\d.,:/]*$/.test(each.text))
    if (isJoined) end = next + 1
  }
  return end
}

/** Of two ways to read the brackets of a page, glyphs as drawn or as meant, the one that closes what it opens. */
export function withMirroredBrackets(lines: string[]): boolean {
  const pairs = (text: string) => text.match(/\([^()]*\)/g)?.length ?? 0
  const mirrored = lines.map((line) => mirror(line))
  const count = (all: string[]) => all.reduce((sum, line) => sum + pairs(line), 0)
  return count(mirrored) > count(lines)
}

const opposite: Record<string, string> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
}

export const mirror = (text: string) => text.replace(/[()[\]{}«»]/g, (sign) => opposite[sign] ?? sign)

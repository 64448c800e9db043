/** A stretch of a query: words, or a phrase that stood in quotes; with a minus before it, what must not be there. */
export type AskedPart = { kind: 'words' | 'phrase'; text: string; isExcluded: boolean }

const longestQuery = 400
const mostParts = 24

/** What closes what opens: straight, English, French, German, Chinese and Japanese quotes. */
const closing: Record<string, string> = {
  '"': '"“”',
  '＂': '＂',
  '“': '”“"',
  '”': '”"',
  '„': '“”"',
  '«': '»',
  '‹': '›',
  '「': '」',
  '『': '』',
  '《': '》',
}

const minus = /[-\u2010\u2011\u2012\u2013\u2212]/

/** Takes a query apart. Nothing in it can be wrong: a quote that is not closed runs to the end. */
export function askedParts(query: string): AskedPart[] {
  const text = plain(query)
  const parts: AskedPart[] = []
  let words = ''
  let at = 0
  while (at < text.length && parts.length < mostParts) {
    const isApart = at === 0 || text[at - 1] === ' '
    const isExcluded = isApart && minus.test(text[at]!) && /[^\s]/.test(text[at + 1] ?? ' ')
    const open = isExcluded ? at + 1 : at
    const closers = closing[text[open]!]
    if (closers) {
      const end = firstOf(text, closers, open + 1)
      flush()
      push({ kind: 'phrase', text: text.slice(open + 1, end), isExcluded })
      at = end + 1
    } else if (isExcluded) {
      const end = firstOf(text, ' ', open)
      flush()
      push({ kind: 'words', text: text.slice(open, end), isExcluded })
      at = end
    } else words += text[at++]
  }
  flush()
  return parts

  function flush(): void {
    push({ kind: 'words', text: words, isExcluded: false })
    words = ''
  }

  function push(part: AskedPart): void {
    if (/[\p{L}\p{N}]/u.test(part.text)) parts.push(part)
  }
}

/** Within bounds, wide letters and signs as usual ones, without control characters and halves of characters. */
const plain = (query: string): string =>
  query
    .slice(0, longestQuery)
    .toWellFormed()
    .normalize('NFKC')
    .slice(0, longestQuery)
    .replaceAll('\ufffd', ' ')
    .replaceAll(/[\p{Cc}\s]/gu, ' ')

function firstOf(text: string, wanted: string, from: number): number {
  for (let at = from; at < text.length; at++) if (wanted.includes(text[at]!)) return at
  return text.length
}

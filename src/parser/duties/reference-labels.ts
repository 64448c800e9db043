/** Labels as sentences name them: '1, 2, 3 and 4', '6 i) and ii)', 'a) to c)'. For folded text in lower case. */
const label =
  '(?:第 ?)?\\(?(?:\\d{1,3}(?: ?(?:bis|ter|quater))?(?![\\d/.]*\\d)|[a-zа-я](?=\\))|[ابجدهوزحطي](?=\\)))\\)?(?:(?: ?\\(?(?:[ivx]{1,5}|[a-z])\\))| (?:[ivx]{1,5})(?![\\p{L}]))?(?: ?[段款项])?'
const subLabel = '\\(?[ivx]{1,5}\\)'
const join =
  '(?:,? and |,? or |,? et |,? ou |,? y |,? и |,? или |, |,|、|和|及|与|至| to | through | a | al | до | по | ?و ?| الي | ?[-–—] ?)'
export const labelList = `${label}(?:${join}(?:${label}|${subLabel}))*`

const token =
  /(?<join>[-–—]|至|(?<=[\d)]) (?:to|through|a|al|до|по|الي) (?=[\d(]|[a-z]\)))|\(?(?<number>\d{1,3})(?: ?(?<bis>bis|ter|quater))?\)?(?: ?\(?(?<sub>[ivx]{1,5}|[a-z])\)| (?<bare>[ivx]{1,5})(?![\p{L}]))?|\(?(?<letters>[ivx]{1,5}|[a-zа-я]|[ابجدهوزحطي])\)/gu

/** Neutral labels, as they stand in paths: '1', '6/i', 'a'. Ranges are filled. */
export function labelsIn(list: string): string[] {
  const found: string[] = []
  let range = false
  let number: string | null = null
  for (const match of list.matchAll(token)) {
    const groups = match.groups ?? {}
    if (groups['join'] !== undefined) {
      range = true
      continue
    }
    const sub = groups['sub'] ?? groups['bare']
    let next: string
    if (groups['number'] !== undefined) {
      const own = `${Number(groups['number'])}${groups['bis'] ?? ''}`
      next = sub === undefined ? own : `${own}/${sub}`
      number = sub === undefined ? null : own
    } else next = number === null ? neutral(groups['letters'] ?? '') : `${number}/${groups['letters'] ?? ''}`
    if (range) found.push(...between(found.at(-1) ?? '', next))
    range = false
    found.push(next)
  }
  return [...new Set(found)]
}

function between(first: string, last: string): string[] {
  if (/^\d+$/.test(first) && /^\d+$/.test(last)) {
    const length = Math.min(Number(last) - Number(first) - 1, 60)
    return length > 0 ? Array.from({ length }, (_, index) => String(Number(first) + index + 1)) : []
  }
  if (/^[a-z]$/.test(first) && /^[a-z]$/.test(last)) {
    const length = last.charCodeAt(0) - first.charCodeAt(0) - 1
    return length > 0
      ? Array.from({ length }, (_, index) => String.fromCharCode(first.charCodeAt(0) + index + 1))
      : []
  }
  return []
}

const abjad = 'ابجدهوزحطي'
const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'c',
  г: 'd',
  д: 'e',
  е: 'e',
  с: 'c',
  ж: 'g',
  з: 'h',
}

function neutral(letter: string): string {
  const at = abjad.indexOf(letter)
  if (letter !== '' && at >= 0) return String.fromCharCode(97 + at)
  return cyrillic[letter] ?? letter
}

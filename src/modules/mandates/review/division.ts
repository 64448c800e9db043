import type { MessageKey } from '#platform/messages.ts'

/**
 * Where empty lines were put into a text, as offsets in the text as it was. Nothing else may have changed: the words are those
 * of the conference.
 */
export function breaksIn(text: string, divided: string): { at: number[] } | { broken: MessageKey } {
  const parts = divided.split(/\n\s*\n/).filter((part) => part.trim() !== '')
  if (plain(parts.join('')) !== plain(text)) return { broken: 'rule.unchanged-letters' }
  if (parts.length < 2) return { broken: 'rule.empty-line' }
  const at: number[] = []
  let place = 0
  for (const part of parts) {
    place = afterSigns(text, place, [...plain(part)].length)
    at.push(place)
  }
  return { at: at.slice(0, -1) }
}

const plain = (text: string) => text.replaceAll(/\s/g, '')

/** The offset after a number of signs from a place on, and after the white space that follows them. */
function afterSigns(text: string, from: number, count: number): number {
  let place = from
  let left = count
  while (place < text.length && (left > 0 || /\s/.test(text[place] ?? ''))) {
    const sign = String.fromCodePoint(text.codePointAt(place) ?? 0)
    if (!/\s/.test(sign)) left -= 1
    place += sign.length
  }
  return place
}

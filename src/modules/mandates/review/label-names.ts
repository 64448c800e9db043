import { lettersOf } from '#parser/grammar/characters.ts'
import { neutralLabel, readLabel, type Reading } from '#parser/grammar/labels.ts'

/**
 * A printed label in the form that is the same in all languages: 'ب)' is 'b', '3 مكرراً' is '3bis'. `before` are the names of the
 * units beside it that stand above it: 'i)' after 'h' is the ninth letter, else the first roman number.
 */
export function neutralName(label: string, before: readonly (string | null)[]): string {
  const read = readLabel(`${label} `)
  if (read === null) return plainName(label)
  const last = before.at(-1) ?? null
  if (read.style === 'dash') return `d${before.filter((name) => name?.startsWith('d')).length + 1}`
  const follows = (reading: Reading) =>
    last !== null && neutralLabel({ ...reading, value: reading.value - 1 }, '') === last
  const chosen =
    read.readings.find(follows) ??
    (last === null ? read.readings.find(isFirst) : undefined) ??
    read.readings[0]
  return chosen === undefined ? plainName(label) : neutralLabel(chosen, read.suffix)
}

const isFirst = ({ value, kind }: Reading) => value === 1 && kind !== 'letter'

/** A label of no known kind is named by its own letters. */
const plainName = (label: string): string => lettersOf(label).toLowerCase().slice(0, 20) || 'sign'

/** The label that a text begins with and the text after it; null when it begins with none. */
export function takeLabel(text: string): { label: string; rest: string } | null {
  const read = readLabel(text)
  if (read === null || read.length >= text.length) return null
  return { label: read.printed, rest: text.slice(read.length).trim() }
}

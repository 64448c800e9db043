/**
 * The same paper, or part of one, without what could reach beyond its place: control characters, halves of characters, and marks
 * that turn the direction of what follows. Pictures are files of their own and stay as they are.
 */
export function sound<Value>(value: Value): Value {
  if (typeof value === 'string') return soundText(value) as Value
  if (Array.isArray(value)) return value.map(sound) as Value
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'svg' ? (one as unknown) : sound(one)]),
  ) as Value
}

// oxlint-disable-next-line no-control-regex -- these are the characters meant.
const unsound = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g

const soundText = (text: string): string => text.toWellFormed().replaceAll(unsound, '')

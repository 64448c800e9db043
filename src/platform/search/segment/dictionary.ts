import { spaceCount } from './spaces.ts'

/**
 * The terms of a segment, sorted by space and then by their letters (UTF-16 units), written one after the other. A term is
 * known by its place here.
 */
export type Dictionary = {
  units: Uint16Array
  starts: Uint32Array
  /** Where the terms of each space begin; one more for the end of the last. */
  spaces: Uint32Array
}

export function termText({ units, starts }: Dictionary, term: number): string {
  return String.fromCharCode(...units.subarray(starts[term], starts[term + 1]))
}

/** The place of a term, or -1. */
export function termNumber(dictionary: Dictionary, space: number, text: string): number {
  const place = firstNotBefore(dictionary, space, text)
  const isThere = place < dictionary.spaces[space + 1]! && compareTerm(dictionary, place, text) === 0
  return isThere ? place : -1
}

/** The terms that begin so: from the first to before the end. */
export function termsBeginning(dictionary: Dictionary, space: number, text: string): [number, number] {
  const from = firstNotBefore(dictionary, space, text)
  return [from, endOfPrefix(dictionary, from, dictionary.spaces[space + 1]!, text)]
}

function firstNotBefore(dictionary: Dictionary, space: number, text: string): number {
  let low = dictionary.spaces[space]!
  let high = dictionary.spaces[space + 1]!
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareTerm(dictionary, middle, text) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function endOfPrefix(dictionary: Dictionary, from: number, to: number, text: string): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (beginsWith(dictionary, middle, text)) low = middle + 1
    else high = middle
  }
  return low
}

function beginsWith({ units, starts }: Dictionary, term: number, text: string): boolean {
  const from = starts[term]!
  if (starts[term + 1]! - from < text.length) return false
  for (let place = 0; place < text.length; place++) {
    if (units[from + place] !== text.charCodeAt(place)) return false
  }
  return true
}

function compareTerm({ units, starts }: Dictionary, term: number, text: string): number {
  const from = starts[term]!
  const length = starts[term + 1]! - from
  const shared = Math.min(length, text.length)
  for (let place = 0; place < shared; place++) {
    const difference = units[from + place]! - text.charCodeAt(place)
    if (difference !== 0) return difference
  }
  return length - text.length
}

/** Compares terms of two dictionaries by their letters. */
export function compareTerms(a: Dictionary, termA: number, b: Dictionary, termB: number): number {
  const fromA = a.starts[termA]!
  const fromB = b.starts[termB]!
  const lengthA = a.starts[termA + 1]! - fromA
  const lengthB = b.starts[termB + 1]! - fromB
  const shared = Math.min(lengthA, lengthB)
  for (let place = 0; place < shared; place++) {
    const difference = a.units[fromA + place]! - b.units[fromB + place]!
    if (difference !== 0) return difference
  }
  return lengthA - lengthB
}

export type DictionaryWriter = {
  /** Terms must come in their order. Gives the place of the term. */
  add: (space: number, units: ArrayLike<number>) => number
  done: () => Dictionary
}

export function dictionaryWriter(): DictionaryWriter {
  let units = new Uint16Array(1024)
  let starts = new Uint32Array(256)
  const spaces = new Uint32Array(spaceCount + 1)
  let count = 0
  let end = 0
  return {
    add(space, letters) {
      if (end + letters.length > units.length) units = larger(units, end + letters.length)
      if (count + 2 > starts.length) starts = larger(starts, count + 2)
      units.set(letters, end)
      end += letters.length
      starts[++count] = end
      spaces[space + 1] = count
      return count - 1
    },
    done() {
      for (let space = 1; space <= spaceCount; space++) {
        spaces[space] = Math.max(spaces[space]!, spaces[space - 1]!)
      }
      return { units: resized(units, end), starts: resized(starts, count + 1), spaces }
    },
  }
}

/** The same numbers with room for more, without a copy where the machine can do so. */
export function larger<Numbers extends Uint8Array | Uint16Array | Uint32Array>(
  numbers: Numbers,
  least: number,
): Numbers {
  return resized(numbers, Math.max(least, numbers.length * 2))
}

/** The first of them, or more of them; the old numbers are gone. */
export function resized<Numbers extends Uint8Array | Uint16Array | Uint32Array>(
  numbers: Numbers,
  length: number,
): Numbers {
  const make = numbers.constructor as new (buffer: ArrayBuffer) => Numbers
  return new make((numbers.buffer as ArrayBuffer).transfer(length * numbers.BYTES_PER_ELEMENT))
}

export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  for (let place = 0; place < text.length; place++) units[place] = text.charCodeAt(place)
  return units
}

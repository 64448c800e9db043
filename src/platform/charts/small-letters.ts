/**
 * Letters of five by seven dots, each row five bits from left to right: what codes and numbers are written with where there is
 * no font. Words of the six languages need one, and are not drawn with these.
 */
const letters: Record<string, readonly number[]> = {
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 2, 4, 8, 31],
  '3': [31, 2, 4, 2, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 2, 12],
  A: [14, 17, 17, 31, 17, 17, 17],
  B: [30, 17, 17, 30, 17, 17, 30],
  C: [14, 17, 16, 16, 16, 17, 14],
  E: [31, 16, 16, 30, 16, 16, 31],
  G: [14, 17, 16, 23, 17, 17, 15],
  H: [17, 17, 17, 31, 17, 17, 17],
  L: [16, 16, 16, 16, 16, 16, 31],
  S: [15, 16, 16, 14, 1, 1, 30],
  a: [0, 0, 14, 1, 15, 17, 15],
  b: [16, 16, 30, 17, 17, 17, 30],
  c: [0, 0, 14, 16, 16, 17, 14],
  d: [1, 1, 15, 17, 17, 17, 15],
  e: [0, 0, 14, 17, 31, 16, 14],
  g: [0, 15, 17, 17, 15, 1, 14],
  i: [4, 0, 12, 4, 4, 4, 14],
  m: [0, 0, 26, 21, 21, 17, 17],
  n: [0, 0, 22, 25, 17, 17, 17],
  o: [0, 0, 14, 17, 17, 17, 14],
  p: [0, 0, 30, 17, 30, 16, 16],
  r: [0, 0, 22, 25, 16, 16, 16],
  s: [0, 0, 14, 16, 14, 1, 30],
  u: [0, 0, 17, 17, 17, 19, 13],
  v: [0, 0, 17, 17, 17, 10, 4],
  '.': [0, 0, 0, 0, 0, 12, 12],
  '%': [24, 25, 2, 4, 8, 19, 3],
  '+': [0, 4, 4, 31, 4, 4, 0],
  '*': [0, 4, 21, 14, 21, 4, 0],
  '·': [0, 0, 0, 4, 0, 0, 0],
  '●': [0, 14, 31, 31, 31, 14, 0],
  '○': [0, 14, 17, 17, 17, 14, 0],
}

export const letterWidth = 5
export const letterHeight = 7

/** The dots of one sign, as places from the upper left corner; none for a sign that is not known. */
export const dotsOf = (sign: string): { x: number; y: number }[] =>
  (letters[sign] ?? []).flatMap((row, y) =>
    Array.from({ length: letterWidth }, (_, x) => x)
      .filter((x) => (row >> (letterWidth - 1 - x)) & 1)
      .map((x) => ({ x, y })),
  )

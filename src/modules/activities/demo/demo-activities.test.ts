import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { frameworkCodes } from '#modules/frameworks/index.ts'
import { loadRegister } from '#modules/mandates/index.ts'
import { segmentsOf } from '#platform/texts/segments.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { activityCodes, type ActivityCodes } from '../codes-queries.ts'
import { issuesOfCodes } from '../entry/content-checks.ts'
import { missingFor } from '../uses.ts'
import { demoFates, readDemoActivities, type DemoEntry } from './demo-activities.ts'

const at = new Date('2026-11-21T12:00:00Z')
const world = readDemoActivities()

describe('the activities of the example world', () => {
  let codes: ActivityCodes
  let lines: string[]

  before(async () => {
    const db = await testDatabase()
    await loadRegister(db, { actor: 'test', at })
    codes = await activityCodes(db, '2026-11-21')
    const nodes = await frameworkCodes(db, ['action-lines'])
    lines = nodes.map(({ code }) => code).filter((code) => code !== 'C7')
  })

  test('are three hundred, fifty in each language, each called otherwise, in all states', () => {
    assert.equal(world.entries.length, 300)
    assert.deepEqual(
      [...Map.groupBy(world.entries, ({ language }) => language)].map(([, { length }]) => length),
      [50, 50, 50, 50, 50, 50],
    )
    const keys = world.entries.map(({ key }) => key)
    assert.equal(new Set(keys).size, 300)
    assert.deepEqual(new Set(world.entries.map(({ fate }) => fate)), new Set(demoFates))
    assert.deepEqual(
      world.entries.filter(({ duplicateOf }) => duplicateOf !== undefined && !keys.includes(duplicateOf)),
      [],
    )
  })

  test('are written as the rules of the form ask, in codes that exist', () => {
    const issues = world.entries.flatMap((entry) => {
      const content = { ...entry, picture: null, attachments: [] }
      const checked = { ...entry, content, hasContact: true }
      return [...issuesOfCodes(codes, checked), ...missingFor('stocktaking', checked)].map((issue) => [
        entry.key,
        issue,
      ])
    })
    assert.deepEqual(issues, [])
  })

  test('come from every region and are about every action line, in the first three languages and in the last', () => {
    const halves = [
      ['ar', 'zh', 'en'],
      ['fr', 'ru', 'es'],
    ].map((languages) => world.entries.filter(({ language }) => languages.includes(language)))
    for (const half of halves) {
      assert.deepEqual(sortedSet(half.flatMap(linesOf)), lines.toSorted())
      assert.deepEqual(sortedSet(half.flatMap(regionsOf)), [...codes['itu-regions'].keys()].toSorted())
    }
  })

  test('belong to people and organizations that are there', () => {
    const organizations = world.organizations.flatMap(({ keys }) => keys)
    const people = new Map(world.people.map(({ key, organization }) => [key, organization]))
    assert.equal(new Set(organizations).size, organizations.length)
    assert.deepEqual(
      world.people.filter(({ organization }) => !organizations.includes(organization)),
      [],
    )
    assert.deepEqual(
      world.entries
        .filter(({ contributor, organization }) => people.get(contributor) !== organization)
        .map(({ key }) => key),
      [],
    )
  })

  test('have one organization where two files call it the same, and two where its acronyms differ', () => {
    const named = (name: string) =>
      world.organizations.filter((one) => one.name.en === name).map(({ keys }) => keys)
    assert.deepEqual(named('South Seas Digital Cooperation Secretariat'), [['en-ssdcs', 'fr-scnms']])
    assert.deepEqual(named('International Observatory of Mountain Networks'), [['ru-mmns'], ['es-oirm']])
  })

  test('are translated without a sentence that is missing', () => {
    const short = world.entries.flatMap((entry) =>
      Object.entries(entry.translations).flatMap(([language, words]) =>
        (['title', 'summary'] as const)
          .filter((field) => sentences(words[field], language) < sentences(entry[field], entry.language))
          .map((field) => `${entry.key} ${language} ${field}`),
      ),
    )
    assert.deepEqual(short, [])
  })

  test('were sent back with reasons, each in words of its own or of its language', () => {
    assert.deepEqual(
      Object.keys(world.returns.entries).toSorted(),
      world.entries.flatMap(({ key, fate }) => (fate === 'returned' ? [key] : [])).toSorted(),
    )
  })

  const linesOf = ({ actionLines }: DemoEntry) => actionLines.map(({ code }) => code)
  const regionsOf = ({ countries, regions }: DemoEntry) => [
    ...regions,
    ...countries.flatMap((code) => codes.regionOf.get(code) ?? []),
  ]
})

const sortedSet = (all: readonly string[]) => [...new Set(all)].toSorted()

const sentences = (text: string, language: string): number =>
  segmentsOf(text, language as DemoEntry['language']).length

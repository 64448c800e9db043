import { test } from 'node:test'
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { Unit } from '../resolution.ts'
import type { Draft } from './read-units.ts'
import { readUnits } from './read-units.ts'
import { plainText } from './plain-text.ts'

const shared = new URL('../../../../shared/', import.meta.url)

type GoldUnit = {
  section: string
  section_id: string
  label_path: string
  text_sha256: string
  footnotes: string[]
}
type Gold = {
  document: { seed_file: string; number: string; title: string; place: string; year: number }
  footnotes: Record<string, { attached_to: string }>
  sections: { id: string; heading: string; kind: string; total: number }[]
  units: GoldUnit[]
}

for (const number of ['140', '75']) {
  const file = new URL(`reference/provisions-${number}.json`, shared)
  const skip = existsSync(file) ? false : 'needs ../shared, which is not here'

  test(`resolution ${number} is read exactly as people have read it`, { skip }, () => {
    const gold = JSON.parse(readFileSync(file, 'utf8')) as Gold
    const draft = readUnits(
      plainText(readFileSync(new URL(`seeds/${gold.document.seed_file}`, shared), 'utf8')),
    )

    assert.deepEqual(
      { number: draft.number, title: draft.title, place: draft.place, year: draft.year },
      {
        number: gold.document.number,
        title: gold.document.title,
        place: gold.document.place,
        year: gold.document.year,
      },
    )
    assert.deepEqual(
      draft.sections.map(({ heading, kind }) => [heading, kind]),
      gold.sections.map(({ heading, kind }) => [heading, kind === 'preambular' ? 'preamble' : kind]),
    )
    const read = flat(draft)
    const people = goldUnits(gold)
    assert.deepEqual(
      people.filter((row) => !read.includes(row)),
      [],
    )
    assert.deepEqual(
      read.filter((row) => !people.includes(row)),
      [],
    )
    assert.deepEqual(read, people)
    assert.deepEqual(draft.warnings, [])
  })

  test(`the footnotes of resolution ${number} hang on the units that carry their marks`, { skip }, () => {
    const gold = JSON.parse(readFileSync(file, 'utf8')) as Gold
    const draft = readUnits(
      plainText(readFileSync(new URL(`seeds/${gold.document.seed_file}`, shared), 'utf8')),
    )
    const expected = Object.entries(gold.footnotes).map(([mark, { attached_to }]) => [
      mark,
      attached_to.split(':').slice(1).join('/'),
    ])
    assert.deepEqual(
      draft.footnotes.map(({ mark, at }) => [mark, at]),
      expected,
    )
  })
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Section, labels from the outside in, hash of the text, footnotes: one line per unit. */
function goldUnits(gold: Gold): string[] {
  return gold.units.map((unit) => {
    const section = gold.sections.find(({ id }) => id === unit.section_id)
    return `${section?.heading}${unit.label_path.slice(unit.section.length)} | ${unit.text_sha256} | ${unit.footnotes.join()}`
  })
}

function flat(draft: Draft): string[] {
  const rows = (above: string, unit: Unit): string[] => {
    const place = unit.label === null ? above : `${above} ${unit.label}`
    return [
      `${place} | ${hash(unit.text)} | ${unit.footnotes.join()}`,
      ...unit.children.flatMap((child) => rows(place, child)),
    ]
  }
  return draft.sections.flatMap(({ heading, units }) => units.flatMap((unit) => rows(heading, unit)))
}

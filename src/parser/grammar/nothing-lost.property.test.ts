import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Unit } from '../resolution.ts'
import type { Model, ModelUnit } from './generated.ts'
import { narrow } from './characters.ts'
import { models } from './generated.ts'
import { lostLetters } from './nothing-lost.ts'
import { print, printings } from './printed.ts'
import type { Draft } from './read-units.ts'
import { readUnits } from './read-units.ts'

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 150)

test('no letter of an invented resolution is lost, and its units come back as they were meant, however it is printed', () => {
  fc.assert(
    fc.property(models, printings, (model, printing) => {
      const { source, notes } = print(model, printing)
      const draft = readUnits(source, { language: model.language })

      assert.deepEqual(lostLetters(source, draft), {})
      assert.deepEqual(readOutline(draft), meantOutline(model))
      assert.deepEqual(
        draft.footnotes.map(({ mark, text }) => [mark, text]),
        notes.map(({ mark, text }) => [mark, text]),
      )
      assert.deepEqual(
        draft.footnotes.filter(({ at }) => at === null),
        [],
      )
      assert.deepEqual(codes(draft), [])
    }),
    { numRuns },
  )
})

test('the language of an invented resolution is told from its words', () => {
  fc.assert(
    fc.property(models, printings, (model, printing) => {
      assert.equal(readUnits(print(model, printing).source).language, model.language)
    }),
    { numRuns: Math.ceil(numRuns / 3) },
  )
})

test('sections of invented resolutions have the same addresses in all languages, and name their addressees', () => {
  fc.assert(
    fc.property(models, printings, (model, printing) => {
      const draft = readUnits(print(model, printing).source, { language: model.language })
      assert.deepEqual(
        draft.sections.map(({ key, kind, addressees }) => [key, kind, addressees.length]),
        model.sections.map(({ key, kind, addressees }) => [key, kind, addressees]),
      )
    }),
    { numRuns: Math.ceil(numRuns / 3) },
  )
})

const codes = ({ warnings }: Draft): string[] =>
  warnings.map(({ code }) => code).filter((code) => code !== 'language-doubtful')

/** One line per unit: section, labels from the outside in, text. */
function readOutline({ sections }: Draft): string[] {
  const rows = (above: string, unit: Unit): string[] => {
    const place = `${above} | ${narrow(unit.label ?? '-')}`
    return [
      `${place} ${[unit.text, unit.closing].join(' ').trim()}`,
      ...unit.children.flatMap((child) => rows(place, child)),
    ]
  }
  return sections.flatMap(({ heading, units }) => units.flatMap((unit) => rows(heading, unit)))
}

function meantOutline({ sections }: Model): string[] {
  const rows = (above: string, unit: ModelUnit): string[] => {
    const place = `${above} | ${plainLabel(unit.label)}`
    return [`${place} ${unit.text}`, ...unit.children.flatMap((child) => rows(place, child))]
  }
  return sections.flatMap(({ heading, units }) => units.flatMap((unit) => rows(heading, unit)))
}

const plainLabel = (label: string | null): string => label ?? '-'

import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { lettersOf } from '#parser/grammar/characters.ts'
import { parseResolution } from '#parser/parse-resolution.ts'
import { applyDecision, applyDecisions } from './apply-decisions.ts'
import { asResolution } from './as-resolution.ts'
import type { Decision, Edit } from './edit.ts'
import { asReviewed, type ReviewedText } from './reviewed-text.ts'
import { addressesOf } from './unit-addresses.ts'

const corpus = path.resolve(import.meta.dirname, '../../../../test/corpus')
const ofLanguages = ['ar', 'zh', 'en', 'fr', 'ru', 'es'].map((code) => {
  const names = fs.readdirSync(corpus).filter((name) => name.startsWith(`${code}-`) && name.endsWith('.txt'))
  return { code, names: names.slice(0, 3) }
})

describe('any edits of a text', () => {
  const texts: ReviewedText[] = []

  before(async () => {
    for (const { names } of ofLanguages)
      for (const name of names)
        texts.push(asReviewed(await parseResolution(fs.readFileSync(path.join(corpus, name)), { name })))
  })

  const choices = fc.array(
    fc.record({
      kind: fc.nat(15),
      one: fc.nat(10_000),
      other: fc.nat(10_000),
      flag: fc.boolean(),
      label: fc.constantFrom(null, '1', 'a)', 'ii)', '–', '3bis', '(b)', 'ب)', 'б)', '（一）', '§'),
    }),
    { maxLength: 25 },
  )
  type Choice = { kind: number; one: number; other: number; flag: boolean; label: string | null }

  const run = (check: (start: ReviewedText, decisions: Decision[], end: ReviewedText) => void) =>
    fc.assert(
      fc.property(fc.nat(texts.length - 1), choices, (which, chosen) => {
        const start = texts[which] as ReviewedText
        let text = start
        const decisions: Decision[] = []
        for (const [place, choice] of chosen.entries()) {
          const decision = { seq: place + 1, edit: editOf(text, choice) }
          text = applyDecision(text, decision) ?? text
          decisions.push(decision)
        }
        check(start, decisions, text)
      }),
      { numRuns: 300 },
    )

  function editOf(text: ReviewedText, { kind, one, other, flag, label }: Choice): Edit {
    const unit = text.units[one % Math.max(1, text.units.length)]?.id ?? 'none'
    const second = text.units[other % Math.max(1, text.units.length)]?.id ?? 'none'
    const section = text.sections[one % text.sections.length]?.key ?? 'none'
    const long = text.units.find(({ id }) => id === unit)?.text.length ?? 1
    const edits: Edit[] = [
      { kind: 'check', units: [unit, second] },
      { kind: 'relabel', unit, label },
      { kind: 'split', unit, at: [1 + (other % Math.max(1, long - 1))], below: flag },
      { kind: 'merge', unit },
      { kind: 'indent', unit },
      { kind: 'outdent', unit },
      { kind: 'close', unit },
      { kind: 'release', unit },
      { kind: 'note', unit, mark: `${other}`, of: flag ? second : null },
      { kind: 'set-aside', unit },
      {
        kind: 'put-back',
        aside: text.setAside[other % Math.max(1, text.setAside.length)]?.id ?? 'none',
        after: unit,
      },
      { kind: 'open-section', unit, to: flag ? 'operative' : 'preamble' },
      { kind: 'join-section', section },
      { kind: 'turn-section', section, to: flag ? 'operative' : 'preamble' },
      { kind: 'drop-duty', duty: text.duties[other % Math.max(1, text.duties.length)]?.id ?? 'none' },
    ]
    return edits[kind % edits.length] as Edit
  }

  test('lose no letter of the source', () => {
    run((start, _, end) => {
      const missing = balance(start)
      for (const [letter, count] of balance(end)) missing.set(letter, (missing.get(letter) ?? 0) - count)
      assert.deepEqual(
        [...missing].filter(([, count]) => count > 0),
        [],
      )
    })
  })

  test('leave every unit an address of its own, and a place in the tree', () => {
    run((_, _decisions, end) => {
      const addresses = [...addressesOf(end).values()]
      assert.equal(addresses.length, end.units.length)
      assert.equal(new Set(addresses).size, addresses.length)
      const stored = asResolution(end)
      assert.equal(count(stored.sections.flatMap(({ units }) => units)), end.units.length)
      const paths = new Set(addresses)
      assert.deepEqual(
        stored.duties.filter((duty) => !paths.has(duty.path)),
        [],
      )
      const keys = stored.sections.map(({ key }) => key)
      assert.equal(new Set(keys).size, keys.length)
    })
  })

  test('keep the units in the order of the print', () => {
    run((start, decisions, end) => {
      if (decisions.some(({ edit }) => edit.kind === 'put-back')) return
      const known = new Map(start.units.map(({ id }, place) => [id, place]))
      const places = end.units.flatMap(({ id }) => known.get(id) ?? [])
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      )
      const sections = end.sections.map(({ key }) => key)
      const order = end.units.map(({ section }) => sections.indexOf(section))
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
      )
    })
  })

  test('give the same text whenever they are applied, and the text before when the last is taken back', () => {
    run((start, decisions, end) => {
      const again = applyDecisions(structuredClone(start), structuredClone(decisions))
      assert.deepEqual(again, end)
      const fewer = applyDecisions(start, decisions.slice(0, -1))
      const last = decisions.at(-1)
      assert.deepEqual((last && applyDecision(fewer, last)) ?? fewer, end)
    })
  })
})

test('a text without edits is what the parser gave', async () => {
  for (const { names } of ofLanguages) {
    for (const name of names) {
      const parsed = await parseResolution(fs.readFileSync(path.join(corpus, name)), { name })
      assert.deepEqual(asResolution(asReviewed(parsed)), parsed)
    }
  }
})

function balance(text: ReviewedText): Map<string, number> {
  const letters = new Map<string, number>()
  const words = [
    ...text.sections.map(({ heading }) => heading),
    ...text.units.flatMap(({ label, text: own, closing }) => [label ?? '', own, closing]),
    ...text.footnotes.flatMap(({ mark, text: own }) => [mark, own]),
    ...text.setAside.map(({ text: own }) => own),
  ]
  for (const letter of lettersOf(words.join(' '))) letters.set(letter, (letters.get(letter) ?? 0) + 1)
  return letters
}

const count = (units: { children: unknown[] }[]): number =>
  units.reduce((sum, { children }) => sum + 1 + count(children as typeof units), 0)

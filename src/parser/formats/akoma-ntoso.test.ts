import assert from 'node:assert/strict'
import fs from 'node:fs'
import test from 'node:test'
import { akomaNtosoFaults } from '../../../test/akoma-ntoso-schema.ts'
import type { Resolution, Unit } from '../resolution.ts'
import { asAkomaNtoso } from './akoma-ntoso.ts'

type ExpectedUnit = {
  label: string | null
  /** Dashes have none in the corpus: their paths are not judged. */
  path?: string
  text?: string
  starts?: string
  children?: ExpectedUnit[]
}
type Expected = Partial<Omit<Resolution, 'sections' | 'footnotes'>> & {
  language: Resolution['language']
  sections: { heading?: string; kind: 'preamble' | 'operative'; key: string; units: ExpectedUnit[] }[]
  footnotes?: { mark: string; text: string; path?: string }[]
}

const corpus = new URL('../../../test/corpus/', import.meta.url)
const expectations = fs.readdirSync(corpus).filter((name) => name.endsWith('.expected.json'))

test('every resolution of the corpus is valid Akoma Ntoso', async (t) => {
  const faults: string[] = []
  for (const name of expectations) {
    const xml = asAkomaNtoso(resolutionOf(JSON.parse(fs.readFileSync(new URL(name, corpus), 'utf8'))))
    faults.push(...(await akomaNtosoFaults(t, xml)).map((fault) => `${name}: ${fault}`))
  }
  assert.notEqual(expectations.length, 0)
  assert.deepEqual(faults, [])
})

test('units keep their labels as printed, and are numbered without the language', () => {
  const unit = (label: string, path: string, children: Unit[] = []): Unit => ({
    label,
    path,
    text: `نص ${path}`,
    children,
    closing: '',
    footnotes: [],
    confidence: 1,
    at: 'line 1',
  })
  const xml = asAkomaNtoso({
    ...empty,
    language: 'ar',
    sections: [
      {
        heading: 'يقرر',
        kind: 'operative',
        addressees: [],
        key: 'resolves',
        act: 'resolves',
        at: 'line 1',
        units: [unit('1', 'resolves/1', [unit('أ )', 'resolves/1/a')])],
      },
    ],
  })
  assert.deepEqual(
    [...xml.matchAll(/<(paragraph|point) eId="([^"]+)"><num>([^<]+)<\/num>/g)].map(([, ...found]) => found),
    [
      ['paragraph', 'hcontainer_1__para_1', '1'],
      ['point', 'hcontainer_1__para_1__point_a', 'أ )'],
    ],
  )
})

const empty: Resolution = {
  title: 'Lamps of harbours',
  number: '900',
  body: 'The Conference of Harbours',
  place: 'Harbour',
  year: 2018,
  language: 'en',
  revision: null,
  frontMatter: [],
  sections: [],
  footnotes: [],
  duties: [],
  setAside: [],
  warnings: [],
}

function resolutionOf(expected: Expected): Resolution {
  const unitOf = ({ label, path = 'not judged/–', text, starts, children = [] }: ExpectedUnit): Unit => ({
    label,
    path,
    text: text ?? starts ?? '',
    children: children.map(unitOf),
    closing: '',
    footnotes: (expected.footnotes ?? []).filter((note) => note.path === path).map(({ mark }) => mark),
    confidence: 1,
    at: 'line 1',
  })
  return {
    ...empty,
    language: expected.language,
    title: expected.title ?? null,
    number: expected.number ?? null,
    body: expected.body ?? null,
    place: expected.place ?? null,
    year: expected.year ?? null,
    sections: expected.sections.map(({ heading = '', kind, key, units = [] }) => ({
      heading,
      kind,
      key,
      addressees: [],
      act: null,
      at: 'line 1',
      units: units.map(unitOf),
    })),
    footnotes: (expected.footnotes ?? []).map(({ mark, text, path = null }) => ({ mark, text, at: path })),
  }
}

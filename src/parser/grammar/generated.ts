import fc from 'fast-check'
import { languageCodes, type LanguageCode } from '../language-code.ts'
import { stocks, type Stock } from './generated-words.ts'

/** An invented resolution as its author means it: the true units, before printing spoils them. */
export type Model = {
  language: LanguageCode
  shape: 'itu' | 'un'
  lines: Paragraph[]
  sections: ModelSection[]
}

export type Paragraph = {
  words: string[]
  kind: 'front' | 'heading' | 'unit'
  label: string | null
  noteAfter: number | null
  depth: number
}
export type ModelSection = {
  heading: string
  key: string
  kind: string
  addressees: number
  units: ModelUnit[]
}
export type ModelUnit = { label: string | null; text: string; children: ModelUnit[] }

type Draft = { words: string[]; children: Draft[] }

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii']

export const models: fc.Arbitrary<Model> = fc
  .record({
    language: fc.constantFrom(...languageCodes),
    shape: fc.constantFrom('itu' as const, 'un' as const),
  })
  .chain(({ language, shape }) => modelOf(language, shape))

function modelOf(language: LanguageCode, shape: Model['shape']): fc.Arbitrary<Model> {
  const stock = stocks[language]
  const text = sentence(stock)
  const leaf: fc.Arbitrary<Draft> = text.map((words) => ({ words, children: [] }))
  const inner: fc.Arbitrary<Draft> = fc.record({
    words: text,
    children: fc.array(leaf, { minLength: 2, maxLength: 4 }),
  })
  const unit = fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: inner },
    {
      weight: 1,
      arbitrary: fc.record({ words: text, children: fc.array(inner, { minLength: 2, maxLength: 3 }) }),
    },
  )
  const units = fc.array(unit, { minLength: 1, maxLength: 11 })
  return shape === 'itu'
    ? fc
        .record({
          preambles: fc.subarray(stock.preambles, { minLength: 1 }),
          operatives: fc.subarray(stock.operatives, { minLength: 1 }),
          bodies: fc.array(units, { minLength: 8, maxLength: 8 }),
        })
        .map(({ preambles, operatives, bodies }) => ituModel(language, stock, preambles, operatives, bodies))
    : fc
        .record({ preamble: fc.array(text, { minLength: 1, maxLength: 5 }), operative: units })
        .map(({ preamble, operative }) => unModel(language, stock, preamble, operative))
}

function sentence(stock: Stock): fc.Arbitrary<string[]> {
  const word = fc.constantFrom(...stock.words)
  const trap = fc.constantFrom(...stock.traps).map((phrase) => phrase.split(' '))
  return fc
    .tuple(
      fc.array(word, { minLength: 3, maxLength: 20 }),
      fc.option(trap, { nil: [], freq: 3 }),
      fc.array(word, { minLength: 2, maxLength: 9 }),
    )
    .map(([before, middle, after]) => [...before, ...middle, ...after])
}

function ituModel(
  language: LanguageCode,
  stock: Stock,
  preambles: Stock['preambles'],
  operatives: Stock['operatives'],
  bodies: Draft[][],
): Model {
  const lines = front(stock, stock.formula)
  const headings = [...preambles, ...operatives]
  const sections = headings.map((heading, index) => {
    const isOperative = index >= preambles.length
    lines.push({ words: heading.heading.split(' '), kind: 'heading', label: null, noteAfter: null, depth: 0 })
    const drafts = bodies[index % bodies.length] ?? []
    const isLast = index === headings.length - 1
    const single = drafts.length === 1 && drafts[0]?.children.length === 0
    const top = single
      ? () => null
      : isOperative
        ? (at: number) => `${at + 1}`
        : (at: number) => `${stock.letters[at]})`
    const below = isOperative
      ? [(at: number) => `${stock.letters[at]})`, () => '–']
      : [(at: number) => `${romans[at]})`, () => '–']
    const units = write(drafts, [top, ...below], stock, lines, 0, isLast ? stock.end.stop : stock.end.comma, [
      stock.opener,
    ])
    const kind = isOperative ? 'operative' : 'preamble'
    return {
      heading: heading.heading,
      key: heading.key,
      kind,
      addressees: 'addressees' in heading ? (heading.addressees as number) : 0,
      units,
    }
  })
  return { language, shape: 'itu', lines, sections }
}

function unModel(language: LanguageCode, stock: Stock, preamble: string[][], operative: Draft[]): Model {
  const lines = front(stock, stock.unFormula)
  const paragraphs = preamble.map((words, index) => {
    const all = [...(stock.participles[index % stock.participles.length] ?? '').split(' '), ...words]
    return writeOne(all, null, stock, lines, 0, stock.end.comma, [])
  })
  const levels = [
    (at: number) => `${at + 1}.`,
    (at: number) => `(${stock.letters[at]})`,
    (at: number) => (stock.letters[0] === 'a' ? `(${romans[at]})` : `'${at + 1}'`),
  ]
  const units = write(operative, levels, stock, lines, 0, stock.end.stop, stock.verbs)
  return {
    language,
    shape: 'un',
    lines,
    sections: [
      { heading: '', key: 'preamble', kind: 'preamble', addressees: 0, units: paragraphs },
      { heading: '', key: 'operative', kind: 'operative', addressees: 0, units },
    ],
  }
}

function front(stock: Stock, formula: string): Paragraph[] {
  const line = (text: string): Paragraph => ({
    words: text.split(' '),
    kind: 'front',
    label: null,
    noteAfter: null,
    depth: 0,
  })
  return [
    line(stock.number(87)),
    line(stock.words.slice(0, 6).join(stock.end.stop === '。' ? '' : ' ')),
    line(formula),
  ]
}

type Level = (at: number) => string | null

function write(
  drafts: Draft[],
  levels: Level[],
  stock: Stock,
  lines: Paragraph[],
  depth: number,
  last: string,
  starts: string[],
): ModelUnit[] {
  return drafts.map((draft, at) => {
    const isLast = at === drafts.length - 1
    const end = draft.children.length > 0 ? stock.end.colon : isLast ? last : stock.end.and
    const opener = depth === 0 ? (starts[at % starts.length] ?? '').split(' ') : []
    const unit = writeOne(
      [...opener, ...draft.words],
      levels[depth]?.(at) ?? null,
      stock,
      lines,
      depth,
      end,
      [],
    )
    unit.children = write(
      draft.children,
      levels,
      stock,
      lines,
      depth + 1,
      isLast ? last : stock.end.and,
      starts,
    )
    return unit
  })
}

function writeOne(
  words: string[],
  label: string | null,
  stock: Stock,
  lines: Paragraph[],
  depth: number,
  end: string,
  _starts: string[],
): ModelUnit {
  const space = stock.end.stop === '。' ? '' : ' '
  const ended = space === '' ? [...words.join('')] : [...words]
  ended[ended.length - 1] += end
  lines.push({ words: ended, kind: 'unit', label, noteAfter: null, depth })
  return { label, text: ended.join(space), children: [] }
}

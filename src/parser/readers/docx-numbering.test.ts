import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listed, paragraph, wordFile } from '../../../test/corpus/word-file.ts'
import { readSource } from '../read-source.ts'
import type { SourceText } from '../source.ts'

const printed = (source: SourceText) =>
  source.blocks.map((block) => (block.label === null ? block.text : `${block.label} ${block.text}`))

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const instance = (id: number, abstract: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`

test('numbers are counted as Word prints them: levels, restarts and text around them', async () => {
  const source = await readSource(
    wordFile({
      numbering:
        list(
          0,
          level(0, 'decimal', '%1'),
          level(1, 'lowerLetter', '%2)'),
          level(2, 'lowerRoman', '(%1.%3)'),
        ) + instance(1, 0),
      body:
        listed('one', 1) +
        listed('inner', 1, 1) +
        listed('inner again', 1, 1) +
        listed('deep', 1, 2) +
        listed('two', 1) +
        listed('starts again', 1, 1) +
        paragraph('plain') +
        listed('three', 1),
    }),
  )

  assert.deepEqual(printed(source), [
    '1 one',
    'a) inner',
    'b) inner again',
    '(1.i) deep',
    '2 two',
    'a) starts again',
    'plain',
    '3 three',
  ])
  assert.deepEqual(
    source.blocks.map((block) => block.level),
    [0, 1, 1, 2, 0, 1, null, 0],
  )
})

test('lists share the counters of their definition, and a start override begins again once', async () => {
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
  const other = `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1.')}</w:lvlOverride>`
  const source = await readSource(
    wordFile({
      numbering:
        list(0, level(0, 'decimal', '%1.')) +
        instance(1, 0) +
        instance(2, 0, restart) +
        instance(3, 0, other) +
        instance(4, 0),
      body:
        listed('a', 1) + listed('b', 1) + listed('c', 2) + listed('d', 2) + listed('e', 3) + listed('f', 4),
    }),
  )

  assert.deepEqual(printed(source), ['1. a', '2. b', '1. c', '2. d', 'III. e', '4. f'])
})

test('a level that was skipped counts as used, a level may restart later or never, and legal numbers are digits', async () => {
  const source = await readSource(
    wordFile({
      numbering:
        list(
          0,
          level(0, 'upperRoman', '%1'),
          level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
          level(2, 'lowerLetter', '%3)', '<w:lvlRestart w:val="0"/>'),
          level(3, 'decimal', '%4]', '<w:lvlRestart w:val="1"/>'),
        ) + instance(1, 0),
      body:
        listed('early', 1, 1) +
        listed('head', 1, 0) +
        listed('x', 1, 2) +
        listed('y', 1, 3) +
        listed('z', 1, 1) +
        listed('x', 1, 2) +
        listed('y', 1, 3) +
        listed('head', 1, 0) +
        listed('y', 1, 3),
    }),
  )

  assert.deepEqual(printed(source), [
    '1.1 early',
    'II head',
    'a) x',
    '1] y',
    '2.2 z',
    'b) x',
    '2] y',
    'III head',
    '1] y',
  ])
})

test('the formats of all six languages are printed', async () => {
  const formats = {
    russianLower: ['а', 'б', 'в'],
    arabicAlpha: ['أ', 'ب', 'ت'],
    arabicAbjad: ['أ', 'ب', 'ج'],
    hindiNumbers: ['١', '٢', '٣'],
    chineseCounting: ['一', '二', '三'],
    ideographDigital: ['一', '二', '三'],
    decimalEnclosedCircle: ['①', '②', '③'],
    decimalZero: ['01', '02', '03'],
    upperLetter: ['A', 'B', 'C'],
    bullet: ['%1', '%1', '%1'],
  }
  for (const [format, labels] of Object.entries(formats)) {
    const source = await readSource(
      wordFile({
        numbering: list(0, level(0, format, '%1')) + instance(1, 0),
        body: listed('x', 1) + listed('x', 1) + listed('x', 1),
      }),
    )
    assert.deepEqual(
      source.blocks.map((block) => block.label),
      labels,
      format,
    )
  }
})

test('a style brings its number, its role and its indent, also by inheritance; list 0 takes the number away', async () => {
  const source = await readSource(
    wordFile({
      numbering:
        list(
          0,
          level(0, 'decimal', '%1', '<w:pStyle w:val="Outer"/>'),
          level(1, 'lowerLetter', '%2)', '<w:pStyle w:val="Inner"/>'),
        ) + instance(7, 0),
      styles:
        '<w:style w:type="paragraph" w:styleId="Outer"><w:name w:val="Outer"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:ind w:left="240"/></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Inner"><w:name w:val="Inner"/><w:basedOn w:val="Outer"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Call"><w:name w:val="Call"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Restitle"><w:name w:val="Res_title"/></w:style>',
      body:
        paragraph('A name', '<w:pStyle w:val="Restitle"/>') +
        paragraph('resolves', '<w:pStyle w:val="Call"/>') +
        paragraph('first', '<w:pStyle w:val="Outer"/>') +
        paragraph('under it', '<w:pStyle w:val="Inner"/>') +
        paragraph('bare', '<w:pStyle w:val="Outer"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    }),
  )

  assert.deepEqual(printed(source), ['A name', 'resolves', '1 first', 'a) under it', 'bare'])
  assert.deepEqual(
    source.blocks.map((block) => block.role),
    ['title', 'heading', 'body', 'body', 'body'],
  )
  assert.deepEqual(
    source.blocks.map((block) => block.indent),
    [0, 0, 2, 2, 2],
  )
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { asJsonLd, asTurtle, iri, typed, words, type Graph } from './rdf.ts'

const graphOf = (text: string, address = 'https://a.test/x'): Graph => ({
  prefixes: { dct: 'http://purl.org/dc/terms/' },
  things: [
    { id: address, type: 'dct:Agent', says: { 'dct:title': [words(text, 'fr')], 'dct:relation': [] } },
  ],
})

describe('a graph', () => {
  test('is written as Turtle with short names, parts and types', () => {
    assert.equal(
      asTurtle({
        prefixes: { dct: 'http://purl.org/dc/terms/', xsd: 'http://www.w3.org/2001/XMLSchema#' },
        things: [
          {
            id: 'https://a.test/x#1',
            type: 'dct:Standard',
            says: {
              'dct:title': [words('Un', 'fr'), words('One')],
              'dct:source': [iri('https://a.test/<y> z')],
              'dct:temporal': [
                {
                  thing: {
                    id: null,
                    type: 'dct:PeriodOfTime',
                    says: { 'dct:date': [typed('2026-11-22', 'xsd:date')] },
                  },
                },
              ],
            },
          },
        ],
      }),
      `@prefix dct: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://a.test/x#1> a dct:Standard ;
  dct:title "Un"@fr, "One" ;
  dct:source <https://a.test/%3Cy%3E%20z> ;
  dct:temporal [
    a dct:PeriodOfTime ;
    dct:date "2026-11-22"^^xsd:date
  ] .
`,
    )
  })

  test('carries any text: it stands in one literal, which gives it back', () => {
    const literal = /dct:title ("(?:[^"\\\n\r]|\\[tbnrf"'\\]|\\u[0-9A-F]{4})*")@fr \.\n$/
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = literal.exec(asTurtle(graphOf(text)))?.[1]
        assert.ok(written !== undefined, JSON.stringify(text))
        const read = written
          .slice(1, -1)
          .replaceAll(/\\(?:u(.{4})|(.))/g, (_, code?: string, sign?: string) =>
            code === undefined
              ? ({ n: '\n', r: '\r', t: '\t' }[sign ?? ''] ?? sign ?? '')
              : String.fromCharCode(parseInt(code, 16)),
          )
        assert.equal(read, text.toWellFormed())
      }),
    )
  })

  test('breaks out of no address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = asTurtle(graphOf('x', `https://a.test/${text}`))
        // oxlint-disable-next-line no-control-regex -- what the grammar forbids must not stand there.
        assert.match(written, /\n<https:\/\/a\.test\/[^\u0000-\u0020<>"{}|^`\\]*> a dct:Agent/u)
      }),
    )
  })

  test('is the same as JSON-LD, with a context of its own', () => {
    assert.deepEqual(JSON.parse(asJsonLd(graphOf('Un'))), {
      '@context': { dct: 'http://purl.org/dc/terms/' },
      '@graph': [
        {
          '@id': 'https://a.test/x',
          '@type': 'dct:Agent',
          'dct:title': [{ '@value': 'Un', '@language': 'fr' }],
        },
      ],
    })
  })
})

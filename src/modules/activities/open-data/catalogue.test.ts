import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asJsonLd, asTurtle } from '#platform/export/rdf.ts'
import { languageCodes } from '#platform/languages.ts'
import { readCatalogues, translators } from '#platform/messages.ts'
import { messageFolders } from '../../../site.ts'
import { catalogue, type CatalogueParts } from './catalogue.ts'

type Node = Record<
  string,
  { '@id'?: string; '@value'?: string; '@language'?: string; '@type'?: string }[]
> & {
  '@id': string
  '@type': string
}

const parts: CatalogueParts = {
  publicUrl: 'https://actionline.test',
  words: translators(readCatalogues(messageFolders())),
  download: {
    day: '2026-11-21',
    build: 'b',
    madeAt: new Date('2026-11-21T00:10:00Z'),
    entries: 2,
    licences: { 'CC-BY-4.0': 1, 'CC0-1.0': 1 },
    seq: 1,
    files: [{ form: 'csv', sha256: 'ab'.repeat(32), size: 1234, rows: 2 }],
  },
  first: new Date('2026-11-01T10:00:00Z'),
  changed: new Date('2026-11-20T10:00:00Z'),
}

const nodes = (JSON.parse(asJsonLd(catalogue(parts))) as { '@graph': Node[] })['@graph']
const ofType = (type: string) => nodes.filter((node) => node['@type'] === type)

test('the catalogue has what DCAT-AP 3.0.1 asks of each class, in six languages', () => {
  const asked: Record<string, string[]> = {
    'dcat:Catalog': ['dct:title', 'dct:description', 'dct:publisher', 'dcat:dataset', 'dcat:service'],
    'dcat:Dataset': [
      'dct:title',
      'dct:description',
      'dct:publisher',
      'dct:spatial',
      'dct:temporal',
      'dct:accrualPeriodicity',
      'dcat:theme',
      'dcat:distribution',
    ],
    'dcat:Distribution': [
      'dcat:accessURL',
      'dcat:downloadURL',
      'dcat:byteSize',
      'spdx:checksum',
      'dct:license',
      'dct:format',
    ],
    'dcat:DataService': ['dct:title', 'dcat:endpointURL', 'dcat:servesDataset'],
    'foaf:Agent': ['foaf:name'],
  }
  for (const [type, properties] of Object.entries(asked)) {
    const [node] = ofType(type)
    assert.deepEqual(
      properties.filter((property) => !node?.[property]?.length),
      [],
      type,
    )
  }
  assert.equal(ofType('dcat:Dataset')[0]?.['dct:title']?.length, languageCodes.length)
  assert.ok(new Set(ofType('dcat:Catalog')[0]?.['dct:description']?.map((text) => text['@value'])).size === 6)
})

test('every thing of the catalogue that is named in it stands in it', () => {
  const known = new Set(nodes.map((node) => node['@id']))
  const named = nodes.flatMap((node) =>
    Object.values(node).flatMap((terms) =>
      Array.isArray(terms) ? terms.map((term) => term['@id'] ?? '') : [],
    ),
  )
  assert.deepEqual(
    named.filter((id) => id.startsWith('https://actionline.test/catalogue#') && !known.has(id)),
    [],
  )
})

test('a distribution tells its size and checksum, and where all licences stand when there are several', () => {
  const [csv] = ofType('dcat:Distribution')
  assert.deepEqual(csv?.['dcat:byteSize'], [{ '@value': '1234', '@type': 'xsd:nonNegativeInteger' }])
  assert.deepEqual(csv?.['dct:license'], [{ '@id': 'https://actionline.test/downloads' }])
  assert.match(
    asTurtle(catalogue(parts)),
    new RegExp(`spdx:checksumValue "${'ab'.repeat(32)}"\\^\\^xsd:hexBinary`),
  )
  const one = catalogue({ ...parts, download: { ...parts.download!, licences: { 'CC0-1.0': 2 } } })
  assert.match(asTurtle(one), /dct:license <https:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0\/>/)
})

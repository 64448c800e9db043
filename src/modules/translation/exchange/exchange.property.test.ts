import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { languageCodes } from '#platform/languages.ts'
import { ExchangeFault, type ExchangedSegment } from './report.ts'
import { readSegmentsCsv, segmentsCsv } from './segments-csv.ts'
import { readXliff } from './xliff-read.ts'
import { asXliff } from './xliff-write.ts'

// What a text of ours can hold: whole characters, no controls, no white space around, in six scripts and with signs of formats.
const letters = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((one) => one.replaceAll(/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, ''))
const spoken = fc.constantFrom(
  "'=1+1",
  '=SUM(A1)',
  '-5 %',
  '<b>&amp;</b> ]]> {name}',
  'تنظم الاجتماعات (2026)، "مرة"',
  '第5号决议；“执行”。',
  'п. 5; «да»',
  'l’« été »\u202f!',
)
const text = fc
  .oneof(letters, spoken)
  .map((one) => one.normalize('NFC').trim())
  .filter((one) => one !== '')

const segment = fc
  .record({
    field: fc.constantFrom('verb', 'deliverable'),
    segment: fc.integer({ min: 1, max: 9999 }),
    source: text,
    target: text,
    state: fc.constantFrom(
      'reviewed',
      'human',
      'machine',
      'outdated',
      'draft',
      'missing',
      'original' as const,
    ),
  })
  .map((one) => ({ ...one, target: one.state === 'missing' ? '' : one.target }))

const record = fc.record({
  id: fc.constantFrom('pp-140-dubai-2018/resolves/1#1', 'a', 'x/y z', 'é«»'),
  kind: fc.constantFrom('duty', 'evidence'),
  version: fc.option(fc.integer({ min: 0, max: 99_999 })),
  segments: fc.uniqueArray(segment, { selector: (one) => `${one.field} ${one.segment}`, maxLength: 6 }),
})

const exchanged = fc
  .record({
    from: fc.constantFrom(...languageCodes),
    to: fc.constantFrom(...languageCodes),
    records: fc.uniqueArray(record, { selector: (one) => `${one.kind}/${one.id}`, maxLength: 4 }),
  })
  .map(({ from, to, records }) => ({
    from,
    to,
    segments: records.flatMap(({ segments, ...one }) =>
      // A file of XLIFF holds the segments of a field together.
      segments
        .toSorted((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : 0))
        .map((own): ExchangedSegment => ({ ...one, from, to, ...own })),
    ),
  }))

const recordOf = () => ({ title: 'T <&>', address: 'https://x.test/', fieldName: (field: string) => field })
const bytes = (words: string) => new TextEncoder().encode(words)

describe('segments that go out and come back', () => {
  test('are the same as XLIFF', () => {
    fc.assert(
      fc.property(exchanged, ({ from, to, segments }) => {
        const back = readXliff(bytes(asXliff(segments, { from, to }, recordOf)))
        assert.deepEqual(
          back.map(({ hasCodes: _, ...one }) => one),
          segments,
        )
      }),
      { numRuns: 300 },
    )
  })

  test('are the same as a table', () => {
    fc.assert(
      fc.property(exchanged, ({ segments }) => {
        assert.deepEqual(readSegmentsCsv(bytes(segmentsCsv(segments))), segments)
      }),
      { numRuns: 300 },
    )
  })

  test('hold no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(exchanged, ({ segments }) => {
        assert.doesNotMatch(segmentsCsv(segments), /(?:^|,)"[=+\-@\t]/m)
      }),
    )
  })
})

const xliff = (inner: string, head = 'version="2.1" srcLang="en" trgLang="fr-FR"') =>
  `<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${head}>${inner}</xliff>`
const fault = (words: string | Uint8Array): string => {
  try {
    readXliff(typeof words === 'string' ? bytes(words) : words)
  } catch (error) {
    if (error instanceof ExchangeFault) return error.fault
    throw error
  }
  return 'none'
}

describe('a file of XLIFF', () => {
  test('from another program is read, whatever it adds', () => {
    const [one] = readXliff(
      bytes(
        xliff(
          `<file id="f1" original="duty/x#1" xmlns:m="urn:m" m:x="1"><m:data><m:source>no</m:source></m:data><unit id="verb">
          <segment id="s3" state="final"><source>keep</source><target>te<mrk id="m1">nir</mrk><![CDATA[ & co]]></target></segment>
          <ignorable><source> </source></ignorable></unit></file>`,
        ),
      ),
    )
    assert.deepEqual(one, {
      ...{ kind: 'duty', id: 'x#1', field: 'verb', segment: 3, from: 'en', to: 'fr', version: null },
      ...{ source: 'keep', target: 'tenir & co', state: 'reviewed', hasCodes: false },
    })
  })

  test('is refused with the fault named', () => {
    assert.equal(fault('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'), 'dtd')
    assert.equal(fault(xliff('&b;')), 'not-xml')
    assert.equal(fault('no xml'), 'not-xml')
    assert.equal(fault('<html/>'), 'not-xliff')
    assert.equal(fault(xliff('', 'version="1.2" srcLang="en" trgLang="fr"')), 'xliff-version')
    assert.equal(fault(xliff('', 'version="2.0" srcLang="en" trgLang="de"')), 'languages')
    assert.equal(fault(xliff('<a>'.repeat(60) + '</a>'.repeat(60))), 'too-deep')
    assert.equal(
      fault(
        xliff(
          '<file id="f" original="x"><unit id="u"><segment id="s1"><source>a</source></segment></unit></file>',
        ),
      ),
      'ids',
    )
    assert.equal(fault(new Uint8Array([0xff, 0xfe, 0x3c])), 'not-utf8')
    const many = '<segment id="s1"><source>a</source></segment>'.repeat(20_001)
    assert.equal(
      fault(xliff(`<file id="f" original="duty/x"><unit id="u">${many}</unit></file>`)),
      'too-many',
    )
  })
})

describe('a table of segments', () => {
  const faultOf = (words: string) => {
    try {
      readSegmentsCsv(bytes(words))
    } catch (error) {
      if (error instanceof ExchangeFault) return [error.fault, error.values]
      throw error
    }
    return []
  }
  const head = 'kind,id,field,segment,from,to,version,source,target,state'

  test('names what is wrong with it', () => {
    assert.deepEqual(faultOf('a,b\n1,2\n'), [
      'columns',
      { missing: 'kind, id, field, segment, from, to, version, source, target, state' },
    ])
    assert.deepEqual(faultOf(`${head}\nduty,x,verb,one,en,fr,1,a,b,human\n`), [
      'values',
      { line: 2, column: 'segment' },
    ])
    assert.deepEqual(faultOf(`${head}\nduty,x,verb,1,en,de,1,a,b,human\n`), [
      'values',
      { line: 2, column: 'to' },
    ])
    assert.deepEqual(faultOf(`${head}\n"unclosed`), ['not-csv', {}])
  })

  test('takes a text in an empty cell as a translation, without a state', () => {
    assert.equal(readSegmentsCsv(bytes(`${head}\nduty,x,verb,1,en,fr,,a,b,\n`))[0]?.state, 'human')
  })
})

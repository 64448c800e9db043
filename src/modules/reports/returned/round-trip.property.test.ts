import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { docxOf } from '#platform/documents/as-docx/docx-of.ts'
import { defaultDocumentLimits, startDocumentBudget } from '#platform/documents/limits.ts'
import { readPaper } from '#platform/documents/from-docx/read-paper.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { savedByOffice, withoutOffice } from '../../../../test/office-program.ts'
import { underOtherPrefix, withPart } from '../../../../test/office-files.ts'
import { partAnswered, reportOf } from '../../../../test/report-records.ts'
import { bytesOf } from '../../../../test/sheet-parts.ts'
import { words } from '../../../site.ts'
import { paperOf } from '../papers/paper.ts'
import { markRead } from '../papers/paper-mark.ts'
import { comparedSections } from './compared-sections.ts'

const translate = words()
const site = 'https://register.example.org'
const now = new Date('2026-11-22T10:00:00Z')

const readerIn = (language: LanguageCode) => ({
  ...{ t: translate[language], language, now, settings: { publicUrl: site } },
})

const parts = [
  partAnswered('entries', 'figure'),
  partAnswered('lines', 'table'),
  partAnswered('names', 'list'),
]
/** Of no text: it stands at the end of its section by itself. */
const unspoken = partAnswered('unspoken', 'table')
const cited = [
  {
    address: '/activities/abc',
    name: { text: 'An activity, of 2026', language: 'en' as const },
    ...{ number: 1, stood: null, isPublic: true },
  },
]

const report = (texts: readonly (string | null)[], language: LanguageCode = 'en') =>
  reportOf(
    texts.map((text, place) => ({
      ...{ code: `section-${place + 1}`, text, cited },
      parts: place === 0 ? [...parts, unspoken] : [],
    })),
    language,
  )

type Report = ReturnType<typeof report>

const paperFile = (whole: Report, language: LanguageCode = 'en') =>
  bytesOf(docxOf(paperOf(readerIn(language), whole)))

async function back(whole: Report, file: Uint8Array, language: LanguageCode = 'en') {
  const { mark, blocks } = await readPaper(file, startDocumentBudget(defaultDocumentLimits))
  const names = whole.sections.map(({ code, name }, place) => ({
    code,
    names: [name.text],
    place: place + 1,
  }))
  return comparedSections(readerIn(language), { report: whole, names, made: markRead(mark), blocks })
}

const pieces = fc.constantFrom(
  ...[
    'word',
    ' ',
    '  ',
    '.',
    '**strong**',
    '*emphasis*',
    '**a****b**',
    '*a***b**',
    '{{entries}}',
    '{{lines}}',
  ],
  ...['{{nothing}}', '[[/activities/abc]]', '[[/ar/activities/x-y]]', '[[https://example.org/?a=1&b=2]]'],
  ...['[[Doc-12]]', `[own](${site}/en/activities/x)`, `[part](${site}/fr/reports/r1/parts/entries)`],
  ...[
    '[words](https://example.org)',
    '[two words](https://example.org/a_b#c)',
    '[bad](https://%)',
    '*',
    '**',
  ],
  ...[
    '{{',
    '[[',
    '](',
    '<w:p>',
    '&amp;',
    '"',
    'عربي',
    '中文。',
    'é',
    '𝄞',
    '\uD800',
    '\u202E',
    '\u00AD',
    '\u00A0',
  ],
  ...['\u2011', '\t', '\u0007', '\uFFFE', '#', '- ', '1.', '–'],
)
const lines = fc
  .tuple(fc.constantFrom('', '', '', '## ', '- ', '• ', '1. ', '22) '), fc.array(pieces, { maxLength: 8 }))
  .map(([sign, inside]) => sign + inside.join(''))
const alone = fc.constantFrom('{{lines}}', '{{names}}', '{{entries}}', '{{nothing}}')
const texts = fc
  .array(fc.tuple(fc.oneof({ weight: 4, arbitrary: lines }, alone), fc.constantFrom('\n', '\n\n')), {
    maxLength: 10,
  })
  .map((all) => all.flat().join(''))

describe('a paper that nobody has edited', () => {
  test('comes back without a difference, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, async (one, other) => {
        const whole = report([one, other, null])
        const sections = await back(whole, await paperFile(whole))
        for (const { standing, lines: compared } of sections)
          assert.equal(standing, 'same', JSON.stringify(compared.filter(({ segments }) => segments)))
      }),
      {
        numRuns: 60,
        examples: [
          ['', '中文。\n[[/activities/abc]]\n'],
          ['**中文** [[Doc-12]]', ''],
        ],
      },
    )
  })

  test('comes back from another program without a difference', { skip: withoutOffice }, async () => {
    for (const language of ['en', 'ar'] as const) {
      const whole = report([everything, null], language)
      const file = await savedByOffice(await paperFile(whole, language), 'docx')
      const [first] = await back(whole, file, language)
      assert.equal(first?.standing, 'same', JSON.stringify(first?.lines.filter(({ segments }) => segments)))
    }
  })

  test('comes back under other prefixes, and without marks by its headings', async () => {
    const whole = report([everything, 'Second.'])
    const file = await underOtherPrefix(await paperFile(whole))
    assert.deepEqual(standings(await back(whole, file)), ['same', 'same'])
    const bare = await withPart(file, 'word/document.xml', (xml) =>
      xml.replaceAll(/<ns0:bookmark(?:Start|End) [^>]*>/g, ''),
    )
    assert.deepEqual(standings(await back(whole, bare)), ['same', 'same'])
  })
})

const standings = (sections: readonly { standing: string }[]) => sections.map(({ standing }) => standing)

const everything = [
  'In **2026** there were {{entries}} entries, *new ones* among them [[/activities/abc]].',
  '{{lines}}',
  '## Access\nIt is [in the plan](https://example.org/plan?a=1&b=2) of 2026. عربي 中文',
  '- one **strong**\n- two {{entries}}',
  '1. first [[https://example.org/source]]\n2. second [[Doc-12]]',
  '{{names}}\n\nAn end.',
].join('\n\n')

describe('a paper that somebody has edited', () => {
  const edited = async (text: string, change: (xml: string) => string) => {
    const whole = report([text, 'Second.'])
    const file = await withPart(await paperFile(whole), 'word/document.xml', change)
    const sections = await back(whole, file)
    assert.equal(sections[1]?.standing, 'same')
    return sections[0] ?? assert.fail()
  }
  const run = (text: string, look = '') =>
    `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

  test('is read with its tracked changes accepted, and only what was changed is', async () => {
    const section = await edited('One old claim [[/activities/abc]].\n\n{{lines}}\n\n1. a\n2) b', (xml) =>
      xml.replace(
        /<w:r>(?:(?!<\/w:r>).)*One old claim<\/w:t><\/w:r>/s,
        `${run('One ')}<w:del w:id="900"><w:r><w:delText>old </w:delText></w:r></w:del><w:ins w:id="901">${run('new ', '<w:b/>')}</w:ins>${run('claim')}`,
      ),
    )
    assert.equal(section.text, 'One **new** claim [[/activities/abc]].\n\n{{lines}}\n\n1. a\n2. b')
    const changed = section.lines.filter(({ segments }) => segments !== null)
    assert.deepEqual(
      changed.map(({ segments }) => segments?.filter(({ kind }) => kind !== 'same').map(({ text }) => text)),
      [['old', '**new**']],
    )
  })

  test('gives paragraphs, headings and lists of its own, and drops what was taken out', async () => {
    const p = (style: string, inside: string) =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inside}</w:p>`
    const gone = '<w:p><w:pPr><w:rPr><w:del w:id="7"/></w:rPr></w:pPr>'
    const section = await edited('Keep.\n\nDrop.\n\n- a', (xml) =>
      xml
        .replace(/<w:p><w:pPr><w:pStyle w:val="Numbered"\/>(?:(?!<w:p>).)*Drop\..*?<\/w:p>/s, () =>
          [
            p('Heading2', run('A head')),
            p(
              'Numbered',
              `${run('It is ')}${run('bold', '<w:bCs/>')}${run(' and ')}${run('slanted', '<w:i/>')}`,
            ),
            p('ListNumber', run('first')),
            p('ListNumber', run('second')),
            `${gone}${run('joined ')}</w:p>${p('Plain', run('here {{entries}}'))}`,
            '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>own table</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
          ].join(''),
        )
        .replace('<w:body>', '<w:body><w:p><w:r><w:t>Before all.</w:t></w:r></w:p>'),
    )
    assert.equal(
      section.text,
      'Keep.\n\n## A head\n\nIt is **bold** and *slanted*\n\n1. first\n2. second\n\njoined here {{entries}}\n\n- a',
    )
    assert.equal(section.hasOthers, true)
  })

  test('turns links and footnotes into what the site knows', async () => {
    const section = await edited(
      `Of [this](https://example.org/x) and {{entries}} [[/activities/abc]].`,
      (xml) => xml.replace('Of ', 'About '),
    )
    assert.equal(section.text, 'About [this](https://example.org/x) and {{entries}} [[/activities/abc]].')
  })

  test('cannot be taken where its text was changed on the site since, nor where a section is too long', async () => {
    const whole = report(['As it was.', 'Second.'])
    const file = await withPart(await paperFile(whole), 'word/document.xml', (xml) =>
      xml.replace('As it was.', 'As I want it.').replace('Second.', 'x'.repeat(200_001)),
    )
    const now = report(['As somebody else wants it.', 'Second.'])
    assert.deepEqual(standings(await back(now, file)), ['overtaken', 'too-long'])
    const gone = await withPart(file, 'word/document.xml', (xml) =>
      xml.replaceAll(/<w:p><w:pPr><w:pStyle w:val="Heading1"\/>.*?<\/w:p>/gs, ''),
    )
    assert.deepEqual(standings(await back(now, gone)), ['missing', 'missing'])
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Bounds } from './bounds.ts'
import { readXml, type XmlVisitor } from './xml-read.ts'
import { scanXml } from './xml-scan.ts'

const bounds: Bounds = {
  limits: {
    expandedBytes: 1_000_000,
    expansionRatio: 200,
    archiveEntries: 3,
    xmlDepth: 6,
    xmlPieceBytes: 10_000,
    xmlTreeBytes: 50_000,
  },
  checkTime: () => undefined,
  refusal: (fault) => new Error(fault),
}

async function* inChunks(text: string, length: number) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

/** What a visitor hears, with texts joined: where they are parted is nobody's business. */
async function heard(read: typeof readXml, xml: string, length: number): Promise<string[]> {
  const events: string[] = []
  const visitor: XmlVisitor = {
    open: (name, attributes) =>
      events.push(
        `<${name} ${JSON.stringify(Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1)))}`,
      ),
    close: (name) => events.push(`>${name}`),
    text(text) {
      const last = events.at(-1)
      if (last?.startsWith('"')) events[events.length - 1] = last + text
      else if (text !== '') events.push(`"${text}`)
    },
  }
  await read(inChunks(xml, length), visitor, bounds)
  return events
}

const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const texts = fc.stringMatching(/^(?:[a-zé文 ]|&lt;|&amp;|&#x41;|&#10;|&quot;|>|\r\n|'){0,8}$/)
const attributes = fc
  .uniqueArray(fc.tuple(fc.constantFrom('r', 's', 't', 'x:id'), texts), { selector: ([name]) => name })
  .map((pairs) => pairs.map(([name, value]) => ` ${name} = "${value}"`).join('\n'))
const tree: fc.Memo<string> = fc.memo((depth) =>
  fc
    .tuple(
      fc.constantFrom('c', 'x:c', 'is'),
      attributes,
      fc.array(depth > 1 ? fc.oneof(tree(depth - 1), texts) : texts, { maxLength: 4 }),
      fc.constantFrom('', '<!-- > -->', '<![CDATA[<a>&]]>', '<?x y?>'),
    )
    .map(([name, attributes, children, extra]) =>
      children.length === 0 && extra === ''
        ? `<${name}${attributes}/>`
        : `<${name}${attributes} >${extra}${children.join('')}</${name} >`,
    ),
)

test('the quick reader hears of sheets what the strict one hears, however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(tree(4), fc.integer({ min: 1, max: 40 }), async (inside, length) => {
      const xml = `<?xml version="1.0"?><x:root xmlns:x="${sheet}" xmlns="other">${inside}<c xmlns="${sheet}"><d/></c></x:root>`
      assert.deepEqual(await heard(scanXml, xml, length), await heard(readXml, xml, length))
    }),
  )
})

test('what is not XML is refused, and what is too deep or too long', async () => {
  const damaged = [
    ...['', 'text', '<a>', '<a></b>', '</a>', '<a/><a/>', '<a/>text', '<a b/>', '<a b="1" b="2"/>'],
    ...['<a b=1/>', '<a ="1"/>', '<a>&x;</a>', '<a>& </a>', '<a>&#0;</a>', '<a>&#xD800;</a>', '<1/>'],
    ...['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<!DOCTYPE a SYSTEM "x"><a/>', '<a/ >', '< a/>'],
  ]
  for (const xml of damaged)
    for (const length of [1, 100]) await assert.rejects(heard(scanXml, xml, length), /damaged/, xml)
  const long = 'x'.repeat(11_000)
  for (const xml of ['<a>'.repeat(7), `<a>${long}`, `<a b="${long}`, `<a><!--${long}`, `<a><![CDATA[${long}`])
    await assert.rejects(heard(scanXml, xml, 1000), /expands-too-far/, xml.slice(0, 20))
  const names = ['__proto__', 'constructor']
  await heard(scanXml, `<a ${names.map((name) => `${name}="1"`).join(' ')}/>`, 100)
})

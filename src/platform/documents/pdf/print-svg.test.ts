import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paperOf, paragraph } from '../../../../test/printed-papers.ts'
import { pdfOf } from './pdf.ts'
import { NotDrawable, printedSvg } from './print-svg.ts'

const svg = (inside: string, attributes = 'width="40" height="20"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`

describe('a picture on paper', () => {
  test('keeps shapes and words, and nothing that runs, refers or is drawn by rules from elsewhere', () => {
    const hostile = svg(
      '<script>alert(1)</script><image href="file:///etc/passwd"/><use href="#a"/><foreignObject><p>x</p></foreignObject>' +
        '<style>@import url(http://a.example)</style><animate attributeName="x"/><!-- note -->' +
        '<a href="javascript:x"><rect width="3" onclick="x" style="fill:url(http://a.example)" fill="url(#a)"/></a>' +
        '<text x="1" font-family="Arial">a \u202eb &lt;i&gt;</text><title>unseen</title>',
    )
    assert.deepEqual(printedSvg(hostile), {
      svg: svg('<g><rect width="3"/></g><text x="1" text-anchor="start">a b &lt;i&gt;</text>'),
      ...{ width: 40, height: 20 },
    })
  })

  test('begins its words on the right where its language does, except numbers', () => {
    const { svg: drawn } = printedSvg(
      svg(
        '<text>نص</text><text text-anchor="end">نص</text><text text-anchor="middle">نص</text>' +
          '<text direction="ltr">1–2</text><text>\u20661–2\u2069</text>',
        'direction="rtl" viewBox="0 0 40 20"',
      ),
    )
    assert.deepEqual(drawn.match(/<text.*?<\/text>/g), [
      '<text text-anchor="end">\u2067نص\u2069</text>',
      '<text text-anchor="start">\u2067نص\u2069</text>',
      '<text text-anchor="middle">\u2067نص\u2069</text>',
      '<text text-anchor="start">1–2</text>',
      '<text text-anchor="end">1–2</text>',
    ])
  })

  test('is refused when it cannot be read, has no size, or is nested without end', async () => {
    const nested = (depth: number) => svg('<g>'.repeat(depth) + '</g>'.repeat(depth))
    assert.equal(printedSvg(nested(50)).width, 40)
    for (const one of ['', 'x', '<svg', svg('', ''), svg('', 'width="0" height="1"'), nested(200), '<html/>'])
      assert.throws(() => printedSvg(one), NotDrawable, one.slice(0, 80))
    assert.throws(() => printedSvg(`<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<text>&a;</text>')}`), NotDrawable)

    const picture = {
      block: 'picture',
      anchor: 'p',
      caption: 'c',
      description: 'd',
      svg: nested(20_000),
    } as const
    assert.deepEqual(await pdfOf(paperOf('en', picture)), { fault: 'damaged' })
    assert.equal('bytes' in (await pdfOf(paperOf('en', paragraph('next')))), true)
  })
})

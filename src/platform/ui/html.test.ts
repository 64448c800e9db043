import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { html, inOnePiece, raw, when } from './html.ts'

describe('a template', () => {
  test('escapes text wherever it stands, and leaves markup as it is', () => {
    const marks = `<b title="a" class='b'>&`
    assert.equal(
      String(html`<p title="${marks}">${marks} ${[marks, html`<i>${marks}</i>`]} ${raw('<br>')}</p>`),
      '<p title="&lt;b title=&quot;a&quot; class=&#39;b&#39;&gt;&amp;">&lt;b title=&quot;a&quot; class=&#39;b&#39;&gt;&amp; ' +
        '&lt;b title=&quot;a&quot; class=&#39;b&#39;&gt;&amp;<i>&lt;b title=&quot;a&quot; class=&#39;b&#39;&gt;&amp;</i> <br></p>',
    )
  })

  test('writes lists one after the other, numbers as they are, and nothing for what is not there', () => {
    assert.equal(String(html`${['a', [1, ['b']], [], 0]}`), 'a1b0')
    assert.equal(String(html`(${null}${undefined}${true}${false}${when(0, () => html`c`)})`), '()')
  })

  test('says the same in one piece', () => {
    const markup = html`<p>${['عربي', '中文', '😀', 'é']}</p>`
    assert.equal(String(inOnePiece(markup)), String(markup))
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodedAs } from '../../../test/corpus/encode.ts'
import { readSource } from '../read-source.ts'
import type { SourceText } from '../source.ts'
import { Unreadable } from '../source.ts'

const read = (html: string) => readSource(new TextEncoder().encode(html))
const printed = (source: SourceText) =>
  source.blocks.map((block) => (block.label === null ? block.text : `${block.label} ${block.text}`))

test('paragraphs are whole, white space is one space, entities and soft hyphens are resolved', async () => {
  const source = await read(
    '<!doctype html><html lang="fr"><body><h1>Un titre</h1><p>  Deux\n  mots&nbsp;et co&shy;op&eacute;ration </p><div>trois<div>quatre</div>cinq</div>',
  )

  assert.deepEqual(printed(source), ['Un titre', 'Deux mots\u00a0et coopération', 'trois', 'quatre', 'cinq'])
  assert.deepEqual(
    source.blocks.map(({ role, whole }) => [role, whole]),
    [
      ['title', true],
      ['body', true],
      ['body', true],
      ['body', true],
      ['body', true],
    ],
  )
  assert.equal(source.declaredLanguage, 'fr')
})

test('a forced line break ends a line and not a paragraph', async () => {
  const source = await read('<p>one</p><p>two<br>three<br><br>four<br></p><p>five</p>')

  assert.deepEqual(
    source.blocks.map(({ at, text, whole, blankBefore }) => [at, text, whole, blankBefore]),
    [
      ['paragraph 1', 'one', true, 0],
      ['paragraph 2, line 1', 'two', false, 1],
      ['paragraph 2, line 2', 'three', false, 0],
      ['paragraph 2, line 4', 'four', false, 1],
      ['paragraph 3', 'five', true, 1],
    ],
  )
})

test('lists print their labels as a browser does', async () => {
  const source = await read(
    '<ol type="a" start="3"><li>c<li value="9">i<ol type=i><li>deep<li>er</ol><li>j</ol>' +
      '<ol reversed><li>two<li>one</ol><ul><li>dot<ul><li>ring</ul></ul>' +
      '<ol style="list-style-type: upper-roman"><li>I</ol><ol style="list-style: cjk-ideographic"><li>x</ol><ol style="list-style:none"><li>bare</ol>',
  )

  assert.deepEqual(printed(source), [
    'c. c',
    'i. i',
    'i. deep',
    'ii. er',
    'j. j',
    '2. two',
    '1. one',
    '• dot',
    '◦ ring',
    'I. I',
    '一、 x',
    'bare',
  ])
  assert.deepEqual(
    source.blocks.slice(0, 5).map((block) => block.level),
    [0, 0, 1, 1, 0],
  )
})

test('italics at the start are counted, also those of a style sheet', async () => {
  const source = await read(
    '<style>.verb { font-style: italic }</style><p><em>Recalling</em> its past</p><p><span class="verb">Noting also</span>, that</p><p style="font-style:italic">all <span style="font-style:normal">but this</span></p>',
  )

  assert.deepEqual(
    source.blocks.map((block) => block.italicLead),
    [9, 11, 3],
  )
})

test('footnotes are found by their links, however the page writes them', async () => {
  const ways = {
    Word: '<p>text<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> on</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p><p>Its end.</p></div>',
    list: '<p>text<sup id="r1"><a href="#n1">1</a></sup> on</p><ol><li id="n1">The note. <a href="#r1">↩</a><p>Its end.</p></li></ol>',
    raised: '<p>text<sup>1</sup> on</p><hr><p><sup>1</sup> The note.<br>Its end.</p>',
    lines:
      '<p>text<a href="#n1"><sup>1</sup></a> on</p><p>before<br><a name="n1"></a>1 The note.<br>Its end.</p>',
  }
  for (const [way, html] of Object.entries(ways)) {
    const source = await read(html)
    assert.deepEqual(source.notes, [{ mark: '1', text: 'The note.\nIts end.', at: 'footnote 1' }], way)
    assert.equal(source.blocks[0]?.text, 'text on', way)
    assert.deepEqual(source.blocks[0]?.marks, [{ mark: '1', offset: 4 }], way)
    assert.equal(source.blocks.length, way === 'lines' ? 2 : 1, way)
  }
})

test('a link that only looks like a mark, an exponent and an ordinal stay in the text', async () => {
  const source = await read(
    '<p>see <a href="#part">2</a> for 5 km<sup>2</sup> on the 1<sup>er</sup></p><h2 id="part">Part two</h2><p>text</p>',
  )

  assert.deepEqual(printed(source), ['see 2 for 5 km² on the 1er', 'Part two', 'text'])
  assert.deepEqual(
    source.blocks.flatMap((block) => block.marks),
    [],
  )
})

test('a table keeps its cells; one that lays out the page or numbers the text is undone', async () => {
  const long = 'Requests that everybody read a sentence which is longer than forty letters;'
  const source = await read(
    `<table><tr><td>The body of the page</td></tr><tr><td><p>start</p>` +
      `<table><tr><td>1.</td><td>${long}</td></tr><tr><td>2.</td><td>${long}</td></tr></table>` +
      '<table border><tr><th>Year<th>Sum<tr><td>2020<td>5</table></td></tr></table>',
  )

  assert.deepEqual(
    source.blocks.map(({ role, text }) => `${role} ${text}`),
    [
      'body The body of the page',
      'body start',
      `body 1. ${long}`,
      `body 2. ${long}`,
      'table Year',
      'table Sum',
      'table 2020',
      'table 5',
    ],
  )
})

test('what is no part of the text is set aside with a reason', async () => {
  const source = await read(
    '<html><head><title>Site</title><script>run()</script></head><body><header>Logo</header><nav>Menu</nav><main><header><h1>Title</h1></header><p>kept <del>cut</del><ins>new</ins></p><p hidden>unseen</p></main><aside>See also</aside><footer>Imprint</footer>',
  )

  assert.deepEqual(printed(source), ['Title', 'kept new'])
  assert.deepEqual(
    source.setAside.map(({ reason, text }) => [reason, text]),
    [
      ['other', 'Site'],
      ['not-text', 'run()'],
      ['running-head', 'Logo'],
      ['other', 'Menu'],
      ['deleted-text', 'cut'],
      ['other', 'unseen'],
      ['other', 'See also'],
      ['running-head', 'Imprint'],
    ],
  )
  assert.deepEqual(source.warnings, [{ code: 'tracked-changes', at: 'paragraph 1' }])
})

test('a part that holds most of the text is the text, whatever it is called', async () => {
  const source = await read(
    '<p>short</p><aside><p>All the provisions of the resolution stand in here.</p></aside>',
  )

  assert.deepEqual(printed(source), ['short', 'All the provisions of the resolution stand in here.'])
})

test('preformatted text keeps its lines and columns', async () => {
  const source = await read('<pre>\nRESOLUTION\n\n   a) that\n\tb</pre>')

  assert.deepEqual(
    source.blocks.map(({ text, indent, blankBefore, whole }) => [text, indent, blankBefore, whole]),
    [
      ['RESOLUTION', 0, 0, false],
      ['a) that', 3, 1, false],
      ['b', 8, 0, false],
    ],
  )
})

test('the encoding is that of the mark, of the bytes, or of the page’s own word', async () => {
  const page = (charset: string) => `<html><meta charset="${charset}"><p>Решение о мостах</p></html>`
  for (const [charset, encoding] of [
    ['windows-1251', 'windows-1251'],
    ['koi8-r', 'koi8-r'],
    ['windows-1251', 'utf-8'],
    ['no-such-thing', 'windows-1251'],
    ['utf-8', 'utf-16le'],
  ] as const) {
    const source = await readSource(encodedAs(page(charset), encoding))
    assert.deepEqual(printed(source), ['Решение о мостах'], `${charset} in ${encoding}`)
  }
})

test('a declared language is not believed of a text in another script', async () => {
  assert.equal((await read('<html lang="en"><p>Решение о мостах принято</p>')).declaredLanguage, null)
  assert.equal((await read('<html lang="en-GB"><p>A decision</p>')).declaredLanguage, 'en')
  assert.equal((await read('<html lang="de"><p>Ein Beschluss</p>')).declaredLanguage, null)
})

test('markup that nests or unfolds without end is answered', async () => {
  const deep = await read(`${'<div>'.repeat(100_000)}<p>resolves</p>`)
  assert.deepEqual(printed(deep), ['resolves'])

  const fonts = Array.from({ length: 3_000 }, (_, index) => `<font color="${index}">`).join('')
  await assert.rejects(read(`<p>${fonts}</p>${'<p>x</p>'.repeat(3_000)}`), (error) => {
    assert.ok(error instanceof Unreadable)
    return error.code === 'expands-too-far'
  })
})

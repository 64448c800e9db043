import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocumentProxy, extractText } from 'unpdf'
import { savedByOffice, withoutOffice } from '../../../../test/office-program.ts'
import { samplePaper } from '../../../../test/sample-paper.ts'
import { bytesOf } from '../../../../test/sheet-parts.ts'
import { docxOf } from './docx-of.ts'

test('LibreOffice opens a paper, and prints all that stands in it', { skip: withoutOffice }, async () => {
  const paper = samplePaper('ru')
  const pdf = await getDocumentProxy(new Uint8Array(await savedByOffice(await bytesOf(docxOf(paper)), 'pdf')))
  const { text: pages } = await extractText(pdf)
  const text = pages.join(' ').replaceAll(/\s+/g, ' ')
  const count = (words: string) => text.split(words).length - 1
  assert.ok(pages.length > 3)
  for (const [place, page] of pages.entries())
    assert.ok(
      page.includes(`${place + 1} / ${pages.length}`) && page.includes('C26/35-E'),
      `page ${place + 1}`,
    )
  // As an entry of the contents, and above its section.
  for (const section of [1, 2, 3])
    assert.ok(count(` ${section}. Что было сделано`) >= 2, `section ${section}`)
  for (let number = 1; number < 10; number += 1) assert.ok(text.includes(`${number}. `), `${number}.`)
  for (const note of [1, 2, 3, 4]) assert.equal(count(`https://example.org/ru/activities/a${note}`), 1)
  // The head of the long table stands on each of its pages.
  const head = Array.from({ length: 17 }, (_, place) => place + 1).join(' ')
  assert.ok(count(head) > 1, String(count(head)))
})

import assert from 'node:assert/strict'
import test from 'node:test'
import type { BackBlock, BackSpan } from '#platform/documents/from-docx/paper-back.ts'
import { bookmarkOf } from '#platform/documents/as-docx/text.ts'
import { sectionsBack } from './sections-back.ts'

const mark = '[traduction automatique non vérifiée]'

test('what papers print behind paragraphs that no person has checked does not come back as their text', () => {
  const text = (words: string, look: 'plain' | 'emphasis' = 'plain'): BackSpan => ({
    span: 'text',
    text: words,
    look,
  })
  const block = (kind: BackBlock['kind'], spans: BackSpan[], bookmarks: string[] = []): BackBlock => ({
    ...{ kind, spans, bookmarks, part: null, level: 1 },
  })
  const blocks = [
    block('heading', [text('1. Lampes')], [bookmarkOf('lamps')]),
    block('paragraph', [text('Une lampe.'), text(` ${mark}`, 'emphasis')]),
    block('line', [text('Deux '), text(`lampes ${mark} `, 'emphasis')]),
    block('paragraph', [text(`${mark} est une marque.`)]),
  ]
  const known = {
    ...{ sections: [{ code: 'lamps', names: ['Lampes'], place: 1 }], parts: [], cited: [] },
    unchecked: [mark],
  }
  const around = { site: 'https://actionline.test', report: 'x', written: () => undefined }
  assert.deepEqual(
    sectionsBack(blocks, known, around)
      .get('lamps')
      ?.lines.map(({ shown }) => shown),
    ['Une lampe.', '- Deux *lampes*', `${mark} est une marque.`],
  )
})

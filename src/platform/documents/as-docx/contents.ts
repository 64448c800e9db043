import { element, type Xml } from '../../export/xml.ts'
import { bookmarkOf, field, fieldMark, paragraph, properties, runs } from './text.ts'
import type { Writing } from './writing.ts'

/** The contents, which programs make anew when they open the file; until then the headings stand there without pages. */
export function contentsXml({ paper, language }: Writing): Xml[] {
  const headings = paper.blocks.filter((block) => block.block === 'heading' && block.level <= deepest)
  if (headings.length === 0) return []
  const entries = headings.map((block, place) => {
    if (block.block !== 'heading') return element('w:p', {})
    const entry = element(
      'w:hyperlink',
      { 'w:anchor': bookmarkOf(block.anchor), 'w:history': '1' },
      ...runs(block.text, block.language ?? language),
      element('w:r', {}, properties(language), element('w:tab', {})),
      ...field(`PAGEREF ${bookmarkOf(block.anchor)} \\h`, runs('–', language), language),
    )
    return paragraph(
      { style: `TOC${block.level}`, language: block.language ?? language },
      ...(place === 0 ? beginning(language) : []),
      entry,
      ...(place === headings.length - 1 ? [fieldMark('end', language)] : []),
    )
  })
  return [
    element(
      'w:sdt',
      {},
      element(
        'w:sdtPr',
        {},
        element(
          'w:docPartObj',
          {},
          element('w:docPartGallery', { 'w:val': 'Table of Contents' }),
          element('w:docPartUnique', {}),
        ),
      ),
      element(
        'w:sdtContent',
        {},
        paragraph({ style: 'ContentsName', language }, ...runs(paper.words.contents, language)),
        ...entries,
      ),
    ),
  ]
}

const deepest = 2

const beginning = (language: Writing['language']): Xml[] => [
  fieldMark('begin', language),
  element(
    'w:r',
    {},
    properties(language),
    element('w:instrText', { 'xml:space': 'preserve' }, ` TOC \\o "1-${deepest}" \\h \\z \\u `),
  ),
  fieldMark('separate', language),
]

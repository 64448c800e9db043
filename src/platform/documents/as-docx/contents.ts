import { element, type Xml } from '../../export/xml.ts'
import { bookmarkOf, fieldMark, isTurned, paragraph, properties, runs } from './text.ts'
import type { Writing } from './writing.ts'

/**
 * The contents, as links. Which page each stands on only the program knows that lays the pages out: it adds that when somebody has
 * the contents made anew, and until then there is no column of pages to be filled.
 */
export function contentsXml({ paper, language }: Writing): Xml[] {
  const headings = paper.blocks.filter((block) => block.block === 'heading').filter(isListed)
  if (headings.length === 0) return []
  const entries = headings.map(({ anchor, level, text, ...heading }, place) => {
    const own = heading.language ?? language
    return paragraph(
      { style: `TOC${level}`, language: own, isTurned: isTurned(own, language) },
      ...(place === 0 ? beginning(language) : []),
      element('w:hyperlink', { 'w:anchor': bookmarkOf(anchor), 'w:history': '1' }, ...runs(text, own)),
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
const isListed = ({ level }: { level: number }): boolean => level <= deepest

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

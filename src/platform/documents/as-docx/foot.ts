import { element, xmlDocument } from '../../export/xml.ts'
import { wordNamespace } from '../docx-text.ts'
import { field, paragraph, properties, runs } from './text.ts'
import type { Writing } from './writing.ts'

const longest = 90

/** The foot of every page: which document, and which of its pages. */
export function footXml({ paper, language }: Writing): string {
  const number = (code: string) => field(code, runs('1', language), language)
  const page = paper.words.page
    .split(/(\{number\}|\{of\})/)
    .flatMap((piece) =>
      piece === '{number}' ? number('PAGE') : piece === '{of}' ? number('NUMPAGES') : runs(piece, language),
    )
  const name = paper.head.number ?? cut(paper.title)
  return xmlDocument(
    element(
      'w:ftr',
      { 'xmlns:w': wordNamespace },
      paragraph(
        { style: 'Footer', language },
        ...runs(name, language),
        element('w:r', {}, properties(language), element('w:tab', {})),
        ...page,
      ),
    ),
  )
}

const cut = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}…`)

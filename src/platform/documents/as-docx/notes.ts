import { element, type Xml } from '../../export/xml.ts'
import { wordNamespace } from '../docx-text.ts'
import { office } from '../docx-package.ts'
import { paragraph, properties, runs, spansXml } from './text.ts'
import type { Links, Writing } from './writing.ts'

/** The footnotes, after the two lines that programs want to find before them. */
export function* notesXml(writing: Writing, links: Links): Generator<string> {
  const { paper, language } = writing
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<w:footnotes xmlns:w="${wordNamespace}" xmlns:r="${office}">`
  yield line('-1', 'separator').xml
  yield line('0', 'continuationSeparator').xml
  for (const [place, { spans }] of paper.notes.entries())
    yield element(
      'w:footnote',
      { 'w:id': String(place + 1) },
      paragraph(
        { style: 'FootnoteText', language },
        element('w:r', {}, properties(language, 'FootnoteReference'), element('w:footnoteRef', {})),
        ...runs(' ', language),
        ...spansXml({ ...writing, links }, spans),
      ),
    ).xml
  yield '</w:footnotes>'
}

const line = (id: string, kind: 'separator' | 'continuationSeparator'): Xml =>
  element(
    'w:footnote',
    { 'w:type': kind, 'w:id': id },
    element('w:p', {}, element('w:r', {}, element(`w:${kind}`, {}))),
  )

import { element, xmlDocument, type Xml } from '../../export/xml.ts'
import { writeZip, type Part } from '../../packages/zip-write.ts'
import {
  contentTypes,
  coreProperties,
  office,
  relationships,
  rootRelationships,
  settingsXml,
} from '../docx-package.ts'
import { wordNamespace } from '../docx-text.ts'
import type { Paper, PaperBlock } from '../paper.ts'
import { printable } from '../printable.ts'
import { blocksXml } from './blocks.ts'
import { contentsXml } from './contents.ts'
import { cropped } from './cropped.ts'
import { footXml } from './foot.ts'
import { headXml } from './head.ts'
import { markName } from './mark.ts'
import { notesXml } from './notes.ts'
import { sectionXml } from './page.ts'
import { pictureFiles, pictureNamespaces, pictureRelationships } from './pictures.ts'
import { paperStyles } from './styles.ts'
import { pngsOf } from './pngs.ts'
import { linksOf, startWriting, type Writing } from './writing.ts'

/** A paper as a DOCX file that people go on working with. The same paper makes the same bytes. */
export const docxOf = (paper: Paper): AsyncGenerator<Uint8Array> => writeZip(partsOf(paper))

async function* partsOf(given: Paper): AsyncGenerator<Part> {
  const paper = { ...given, blocks: given.blocks.map(withoutEmptyRoom) }
  const writing = startWriting(paper)
  const pngs = await pngsOf(paper.blocks.flatMap((block) => (block.block === 'picture' ? [block.svg] : [])))
  yield { name: '[Content_Types].xml', content: [types(paper)] }
  yield { name: '_rels/.rels', content: [rootRelationships(paper.mark === undefined ? [] : [markTarget])] }
  yield { name: 'docProps/core.xml', content: [coreProperties(properties(paper))] }
  if (paper.mark !== undefined) yield { name: markTarget.target, content: [markXml(paper.mark)] }
  yield { name: 'word/styles.xml', content: [paperStyles(paper.language)] }
  yield { name: 'word/settings.xml', content: [settings] }
  yield { name: 'word/footer1.xml', content: [footXml(writing)] }
  // From here on the order matters: what the text leads to, counts and shows is known once it is written.
  yield { name: 'word/document.xml', content: documentXml(writing) }
  yield { name: 'word/numbering.xml', content: [writing.numbering.xml()] }
  const ofNotes = linksOf('note')
  yield { name: 'word/footnotes.xml', content: notesXml(writing, ofNotes) }
  yield { name: 'word/_rels/footnotes.xml.rels', content: [relationships(ofNotes.all())] }
  yield* pictureParts(writing, pngs)
  const all = [...ownParts, ...pictureRelationships(writing.pictures.length), ...writing.links.all()]
  yield { name: 'word/_rels/document.xml.rels', content: [relationships(all)] }
}

const withoutEmptyRoom = (block: PaperBlock): PaperBlock =>
  block.block === 'picture' ? { ...block, svg: cropped(block.svg) } : block

const ownParts = [
  ...['styles', 'settings', 'numbering', 'footnotes'].map((name) => ({
    ...{ id: name, type: `${office}/${name}`, target: `${name}.xml` },
  })),
  { id: 'footer', type: `${office}/footer`, target: 'footer1.xml' },
]

const types = ({ mark, blocks }: Paper): string =>
  contentTypes(
    {
      ...{ styles: 'styles', settings: 'settings', numbering: 'numbering' },
      ...{ footnotes: 'footnotes', footer1: 'footer' },
    },
    blocks.some(({ block }) => block === 'picture') ? { png: 'image/png', svg: 'image/svg+xml' } : {},
    mark === undefined
      ? {}
      : { '/docProps/custom.xml': 'application/vnd.openxmlformats-officedocument.custom-properties+xml' },
  )

const properties = ({ title, language, head, at }: Paper) => ({
  ...{ title: printable(title), language, at },
  from: head.from === null ? null : printable(head.from),
})

const markTarget = { target: 'docProps/custom.xml', type: `${office}/custom-properties` }

const markXml = (mark: string): string =>
  xmlDocument(
    element(
      'Properties',
      {
        xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
        'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
      },
      element(
        'property',
        { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: '2', name: markName },
        element('vt:lpwstr', {}, mark),
      ),
    ),
  )

/** Nothing is to be counted when the file is opened: Word would first ask whether it may, as if there were a danger. */
const settings = settingsXml(
  element('w:footnotePr', {}, ...['-1', '0'].map((id): Xml => element('w:footnote', { 'w:id': id }))),
)

function* documentXml(writing: Writing): Generator<string> {
  const namespaces = { 'xmlns:w': wordNamespace, 'xmlns:r': office, ...pictureNamespaces }
  const declared = Object.entries(namespaces).map(([name, uri]) => ` ${name}="${uri}"`)
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<w:document${declared.join('')}><w:body>`
  for (const { xml } of [...headXml(writing), ...contentsXml(writing)]) yield xml
  yield* blocksXml(writing)
  yield `${sectionXml(writing.language, 'footer').xml}</w:body></w:document>`
}

function* pictureParts({ pictures }: Writing, pngs: readonly Uint8Array[]): Generator<Part> {
  for (const [place, { svg }] of pictures.entries()) {
    const files = pictureFiles(place)
    yield { name: `word/${files.svg.name}`, content: [svg] }
    yield { name: `word/${files.png.name}`, content: [pngs[place] ?? ''] }
  }
}

import { writeZip, type Part } from '../packages/zip-write.ts'
import type { DocumentOut } from './document.ts'
import { bodyXml } from './docx-body.ts'
import {
  contentTypes,
  coreProperties,
  office,
  relationships,
  rootRelationships,
  settingsXml,
} from './docx-package.ts'
import { stylesXml } from './docx-styles.ts'

/** A document as a DOCX file, as its blocks come. The same blocks make the same bytes. */
export const writeDocx = (document: DocumentOut): AsyncGenerator<Uint8Array> => writeZip(partsOf(document))

function* partsOf(document: DocumentOut): Generator<Part> {
  yield { name: '[Content_Types].xml', content: [contentTypes({ styles: 'styles', settings: 'settings' })] }
  yield { name: '_rels/.rels', content: [rootRelationships()] }
  yield { name: 'docProps/core.xml', content: [coreProperties(document)] }
  const own = ['styles', 'settings'].map((name, place) => ({
    ...{ id: `rId${place + 1}`, target: `${name}.xml` },
    type: `${office}/${name}`,
  }))
  yield { name: 'word/_rels/document.xml.rels', content: [relationships(own)] }
  yield { name: 'word/styles.xml', content: [stylesXml(document.language)] }
  yield { name: 'word/settings.xml', content: [settingsXml()] }
  yield { name: 'word/document.xml', content: bodyXml(document) }
}

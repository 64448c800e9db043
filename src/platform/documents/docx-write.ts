import { element, xmlDocument } from '../export/xml.ts'
import { languages } from '../languages.ts'
import { writeZip, type Part } from '../packages/zip-write.ts'
import type { DocumentOut } from './document.ts'
import { bodyXml } from './docx-body.ts'
import { stylesXml } from './docx-styles.ts'
import { wordNamespace } from './docx-text.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A document as a DOCX file, as its blocks come. The same blocks make the same bytes. */
export const writeDocx = (document: DocumentOut): AsyncGenerator<Uint8Array> => writeZip(partsOf(document))

function* partsOf(document: DocumentOut): Generator<Part> {
  yield { name: '[Content_Types].xml', content: [contentTypes] }
  yield {
    name: '_rels/.rels',
    content: [
      relationships({
        'word/document.xml': `${office}/officeDocument`,
        'docProps/core.xml': `${packages}/relationships/metadata/core-properties`,
      }),
    ],
  }
  yield { name: 'docProps/core.xml', content: [properties(document)] }
  yield {
    name: 'word/_rels/document.xml.rels',
    content: [relationships({ 'styles.xml': `${office}/styles`, 'settings.xml': `${office}/settings` })],
  }
  yield { name: 'word/styles.xml', content: [stylesXml(document.language)] }
  yield { name: 'word/settings.xml', content: [settings] }
  yield { name: 'word/document.xml', content: bodyXml(document) }
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

const override = (part: string, type: string) => element('Override', { PartName: part, ContentType: type })

const contentTypes = xmlDocument(
  element(
    'Types',
    { xmlns: `${packages}/content-types` },
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    override('/word/document.xml', `${docxType}.main+xml`),
    override('/word/styles.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml'),
    override(
      '/word/settings.xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml',
    ),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  ),
)

const relationships = (targets: Record<string, string>): string =>
  xmlDocument(
    element(
      'Relationships',
      { xmlns: `${packages}/relationships` },
      ...Object.entries(targets).map(([Target, Type], place) =>
        element('Relationship', { Id: `rId${place + 1}`, Type, Target }),
      ),
    ),
  )

const properties = ({ title, language }: DocumentOut): string =>
  xmlDocument(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${packages}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element('dc:title', {}, title),
      element('dc:language', {}, languages[language].tag),
    ),
  )

/** Says that the file is of today's Word, which would otherwise open it as one of an older version. */
const settings = xmlDocument(
  element(
    'w:settings',
    { 'xmlns:w': wordNamespace },
    element(
      'w:compat',
      {},
      element('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': '15',
      }),
    ),
  ),
)

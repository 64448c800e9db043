import { element, xmlDocument, type Xml } from '../export/xml.ts'
import { languages, type LanguageCode } from '../languages.ts'
import { wordNamespace } from './docx-text.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

export type Relationship = { id: string; type: string; target: string; isExternal?: boolean }

/** What the file itself points to: its main part and what it tells of itself. */
export const rootRelationships = (others: readonly Omit<Relationship, 'id'>[] = []): string =>
  relationships(
    [
      { target: 'word/document.xml', type: `${office}/officeDocument` },
      { target: 'docProps/core.xml', type: `${packages}/relationships/metadata/core-properties` },
      ...others,
    ].map((one, place) => ({ ...one, id: `rId${place + 1}` })),
  )

export const relationships = (all: readonly Relationship[]): string =>
  xmlDocument(
    element(
      'Relationships',
      { xmlns: `${packages}/relationships` },
      ...all.map(({ id, type, target, isExternal }) =>
        element('Relationship', {
          ...{ Id: id, Type: type, Target: target },
          TargetMode: isExternal ? 'External' : null,
        }),
      ),
    ),
  )

/** Of the parts by their names below 'word/', without the ending; of further files by their endings. */
export const contentTypes = (
  parts: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
  others: Readonly<Record<string, string>> = {},
): string =>
  xmlDocument(
    element(
      'Types',
      { xmlns: `${packages}/content-types` },
      ...Object.entries({
        rels: 'application/vnd.openxmlformats-package.relationships+xml',
        ...files,
      }).map(([Extension, ContentType]) => element('Default', { Extension, ContentType })),
      override('/word/document.xml', `${docxType}.main+xml`),
      ...Object.entries(parts).map(([part, kind]) =>
        override(
          `/word/${part}.xml`,
          `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`,
        ),
      ),
      override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      ...Object.entries(others).map(([name, type]) => override(name, type)),
    ),
  )

const override = (part: string, type: string) => element('Override', { PartName: part, ContentType: type })

export type Properties = { title: string; language: LanguageCode; from?: string | null; at?: string }

export const coreProperties = ({ title, language, from, at }: Properties): string =>
  xmlDocument(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${packages}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        ...(at === undefined
          ? {}
          : {
              'xmlns:dcterms': 'http://purl.org/dc/terms/',
              'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
            }),
      },
      element('dc:title', {}, title),
      ...(from === undefined || from === null ? [] : [element('dc:creator', {}, from)]),
      element('dc:language', {}, languages[language].tag),
      ...(at === undefined ? [] : [moment('created', at), moment('modified', at)]),
    ),
  )

const moment = (name: string, at: string): Xml =>
  element(
    `dcterms:${name}`,
    { 'xsi:type': 'dcterms:W3CDTF' },
    new Date(at).toISOString().replace(/\.\d+/, ''),
  )

/** Says that the file is of today's Word, which would otherwise open it as one of an older version. */
export const settingsXml = (...before: Xml[]): string =>
  xmlDocument(
    element(
      'w:settings',
      { 'xmlns:w': wordNamespace },
      ...before,
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

import { element, xmlDocument, type Xml } from '#platform/export/xml.ts'
import { proseFields } from '../content.ts'
import { activityNamespace } from './oai-formats.ts'

/** The XML Schema of the whole record: each of these elements may stand once or many times, in this order. */
export const activitySchema = (): string =>
  xmlDocument(
    element(
      'xs:schema',
      {
        'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
        'xmlns:a': activityNamespace,
        targetNamespace: activityNamespace,
        elementFormDefault: 'qualified',
      },
      element('xs:import', {
        namespace: 'http://www.w3.org/XML/1998/namespace',
        schemaLocation: 'http://www.w3.org/2001/xml.xsd',
      }),
      element('xs:element', { name: 'activity' }, activityType),
      wordsType,
      organizationType,
    ),
  )

const single = [
  'address',
  'licence',
  'licenceAddress',
  'firstPublished',
  'changed',
  'confirmed',
  ...proseFields,
] as const

const attribute = (name: string, use: 'required' | 'optional' = 'optional'): Xml =>
  element('xs:attribute', { name, type: 'xs:string', use })

const language: Xml = element('xs:attribute', { ref: 'xml:lang' })

const some = (name: string, type: string, most = '1'): Xml =>
  element('xs:element', { name, type, minOccurs: '0', maxOccurs: most })

const activityType = element(
  'xs:complexType',
  {},
  element(
    'xs:sequence',
    {},
    ...single.map((name) => some(name, 'xs:string')),
    some('translatedTitle', 'a:words', 'unbounded'),
    some('organization', 'a:organization'),
    ...['type', 'website', 'reach'].map((name) => some(name, 'xs:string')),
    ...['country', 'region'].map((name) => some(name, 'xs:string', 'unbounded')),
    ...['status', 'start', 'end'].map((name) => some(name, 'xs:string')),
    ...['actionLine', 'sdg', 'gdc', 'beneficiary', 'genevaTarget'].map((name) =>
      some(name, 'a:words', 'unbounded'),
    ),
    ...['budget', 'picture'].map((name) => some(name, 'a:words')),
    some('attachment', 'a:words', 'unbounded'),
  ),
  attribute('id', 'required'),
  attribute('revision', 'required'),
  attribute('state', 'required'),
  attribute('example'),
  language,
)

/** A text with what must be known of it. */
const wordsType = element(
  'xs:complexType',
  { name: 'words' },
  element(
    'xs:simpleContent',
    {},
    element(
      'xs:extension',
      { base: 'xs:string' },
      ...['code', 'themes', 'state', 'currency', 'address', 'type'].map((name) => attribute(name)),
      language,
    ),
  ),
)

const organizationType = element(
  'xs:complexType',
  { name: 'organization' },
  element('xs:sequence', {}, some('name', 'a:words', 'unbounded'), some('acronym', 'xs:string')),
  attribute('id', 'required'),
  attribute('type'),
  attribute('country'),
)

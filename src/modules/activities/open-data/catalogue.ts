import { iri, typed, words, type Graph, type Term, type Thing } from '#platform/export/rdf.ts'
import { languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Licence } from '../activity.ts'
import { licenceAddresses } from '../published/activity-shape.ts'
import type { Words } from './dictionary.ts'
import { fileAddress, fileName, latestName, type Download, type DownloadFile, type Form } from './download.ts'

export type CatalogueParts = {
  publicUrl: string
  words: Words
  /** The files of the last day; null before any were made. */
  download: Download | null
  /** When anything first became public, and when anything last changed. */
  first: Date | null
  changed: Date
}

const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
}

const authority = 'http://publications.europa.eu/resource/authority'

/** The register as data portals describe data: DCAT 3 after the profile DCAT-AP 3.0.1. */
export function catalogue(parts: CatalogueParts): Graph {
  const { publicUrl, download } = parts
  const at = (path: string) => `${publicUrl}${path}`
  return {
    prefixes,
    things: [
      {
        id: at('/catalogue#catalogue'),
        type: 'dcat:Catalog',
        says: {
          'dct:title': inAll(parts, 'activities.open.title'),
          'dct:description': inAll(parts, 'activities.open.lead'),
          'dct:publisher': [iri(at('/catalogue#publisher'))],
          'dct:language': languageUris,
          'dct:modified': [moment(parts.changed)],
          'foaf:homepage': [iri(at('/downloads'))],
          'dcat:dataset': [iri(at('/catalogue#activities'))],
          'dcat:service': [iri(at('/catalogue#api')), iri(at('/catalogue#oai'))],
        },
      },
      publisher(parts),
      dataset(parts),
      ...(download?.files ?? []).map((file) => distribution(parts, download?.day ?? '', file)),
      service(parts, 'api', at('/api'), at('/api/openapi.json')),
      service(parts, 'oai', at('/oai'), at('/oai?verb=Identify')),
    ],
  }
}

const publisher = (parts: CatalogueParts): Thing => ({
  id: `${parts.publicUrl}/catalogue#publisher`,
  type: 'foaf:Agent',
  says: { 'foaf:name': inAll(parts, 'activities.open.publisher') },
})

function dataset(parts: CatalogueParts): Thing {
  const { publicUrl, download, first, changed } = parts
  return {
    id: `${publicUrl}/catalogue#activities`,
    type: 'dcat:Dataset',
    says: {
      'dct:title': inAll(parts, 'activities.title'),
      'dct:description': inAll(parts, 'activities.lead'),
      'dct:identifier': [words(`${publicUrl}/activities`)],
      'dct:publisher': [iri(`${publicUrl}/catalogue#publisher`)],
      'dct:language': languageUris,
      // The Earth.
      'dct:spatial': [iri('https://sws.geonames.org/6295630/')],
      'dct:accrualPeriodicity': [iri(`${authority}/frequency/DAILY`)],
      'dct:accessRights': [iri(`${authority}/access-right/PUBLIC`)],
      'dct:modified': [moment(changed)],
      'dct:temporal': first === null ? [] : [{ thing: since(first) }],
      'dcat:theme': ['INTR', 'TECH', 'SOCI'].map((theme) => iri(`${authority}/data-theme/${theme}`)),
      'dcat:keyword': ['WSIS', 'SDG', 'ICT'].map((word) => words(word, 'en')),
      'dcat:landingPage': [iri(`${publicUrl}/activities`)],
      'dcat:version': download === null ? [] : [words(download.day)],
      'dcat:distribution': (download?.files ?? []).map(({ form }) => iri(distributionId(parts, form))),
    },
  }
}

const since = (first: Date): Thing => ({
  id: null,
  type: 'dct:PeriodOfTime',
  says: { 'dcat:startDate': [typed(first.toISOString().slice(0, 10), 'xsd:date')] },
})

const distributionId = ({ publicUrl }: CatalogueParts, form: Form): string => `${publicUrl}/catalogue#${form}`

function distribution(parts: CatalogueParts, day: string, { form, size, sha256 }: DownloadFile): Thing {
  const { publicUrl, download, words: inLanguages } = parts
  return {
    id: distributionId(parts, form),
    type: 'dcat:Distribution',
    says: {
      'dct:title': inAll(parts, `activities.open.form.${form}`),
      'dcat:accessURL': [iri(fileAddress(publicUrl, latestName(form)))],
      'dcat:downloadURL': [iri(fileAddress(publicUrl, fileName(day, form)))],
      'dcat:mediaType': mediaTypes[form] === null ? [] : [iri(`${iana}/${mediaTypes[form]}`)],
      'dct:format': [iri(`${authority}/file-type/${fileTypes[form]}`)],
      'dcat:byteSize': [typed(String(size), 'xsd:nonNegativeInteger')],
      'dct:issued': download === null ? [] : [moment(download.madeAt)],
      'dct:license': [iri(licenceOf(parts))],
      'dct:rights': languageCodes.map((code): Term => ({ thing: rights(inLanguages, code) })),
      'spdx:checksum': [
        {
          thing: {
            id: null,
            type: 'spdx:Checksum',
            says: {
              'spdx:algorithm': [iri('http://spdx.org/rdf/terms#checksumAlgorithm_sha256')],
              'spdx:checksumValue': [typed(sha256, 'xsd:hexBinary')],
            },
          },
        },
      ],
    },
  }
}

const iana = 'https://www.iana.org/assignments/media-types'

/** Null where the type is not registered. */
const mediaTypes: Record<Form, string | null> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: null,
  zip: 'application/zip',
}

const fileTypes: Record<Form, string> = { csv: 'CSV', xlsx: 'XLSX', jsonl: 'JSON', zip: 'ZIP' }

/** Where entries have several licences, the page that tells them. */
function licenceOf({ publicUrl, download }: CatalogueParts): string {
  const [only, ...others] = Object.keys(download?.licences ?? {}) as Licence[]
  const address = only === undefined || others.length > 0 ? null : licenceAddresses[only]
  return address ?? `${publicUrl}/downloads`
}

const rights = (inLanguages: Words, code: LanguageCode): Thing => ({
  id: null,
  type: 'dct:RightsStatement',
  says: { 'rdfs:label': [words(inLanguages[code]('activities.open.licence'), languages[code].tag)] },
})

const service = (parts: CatalogueParts, name: 'api' | 'oai', page: string, description: string): Thing => ({
  id: `${parts.publicUrl}/catalogue#${name}`,
  type: 'dcat:DataService',
  says: {
    'dct:title': [words(name === 'api' ? 'API (OpenAPI 3.1)' : 'OAI-PMH 2.0', 'en')],
    'dcat:endpointURL': [iri(name === 'api' ? parts.publicUrl : page)],
    'dcat:endpointDescription': [iri(description)],
    'dcat:servesDataset': [iri(`${parts.publicUrl}/catalogue#activities`)],
    'dct:publisher': [iri(`${parts.publicUrl}/catalogue#publisher`)],
  },
})

const inAll = ({ words: inLanguages }: CatalogueParts, key: MessageKey): Term[] =>
  languageCodes.map((code) => words(inLanguages[code](key), languages[code].tag))

const languageUris: Term[] = languageCodes.map((code) =>
  iri(`${authority}/language/${languages[code].iso6392.toUpperCase()}`),
)

const moment = (at: Date): Term => typed(at.toISOString(), 'xsd:dateTime')

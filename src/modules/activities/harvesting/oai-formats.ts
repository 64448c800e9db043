import { element, type Xml } from '#platform/export/xml.ts'
import { inLanguage, languages } from '#platform/languages.ts'
import { proseFields, type Tag } from '../content.ts'
import type { OpenEntry } from '../open-data/open-entry.ts'

export type OaiFormat = {
  prefix: string
  schema: string
  namespace: string
  write: (entry: OpenEntry) => Xml
}

/** The forms in which a record can be had: Dublin Core, which everybody reads, and all of it. */
export const formatsAt = (publicUrl: string): readonly OaiFormat[] => [
  {
    prefix: 'oai_dc',
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    write: dublinCore,
  },
  {
    prefix: 'activity',
    schema: `${publicUrl}/oai/activity.xsd`,
    namespace: activityNamespace,
    write: wholeRecord,
  },
]

export const activityNamespace = 'urn:x-actionline:activity:1'

const instance = 'http://www.w3.org/2001/XMLSchema-instance'

function dublinCore(entry: OpenEntry): Xml {
  const { language, organization } = entry
  const dc = (name: string, text: string | null, lang?: string) =>
    text === null || text === '' ? [] : [element(`dc:${name}`, { 'xml:lang': lang }, text)]
  const tag = languages[language].tag
  return element(
    'oai_dc:dc',
    {
      'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:xsi': instance,
      'xsi:schemaLocation':
        'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    },
    ...dc('title', entry.title, tag),
    ...entry.titles.flatMap((one) => dc('title', one.title, languages[one.language].tag)),
    ...dc('creator', organization && (inLanguage(organization.name, language)?.text ?? organization.id)),
    ...entry.actionLines.flatMap(({ code }) => dc('subject', `WSIS ${code}`)),
    ...entry.sdgs.flatMap(({ code }) => dc('subject', `SDG ${code}`)),
    ...entry.gdc.flatMap(({ code }) => dc('subject', `GDC ${code}`)),
    ...dc('description', entry.summary, tag),
    ...dc('date', entry.changed.slice(0, 10)),
    ...dc('type', 'Event'),
    ...dc('type', entry.type),
    ...dc('identifier', entry.address),
    ...dc('source', entry.website),
    ...dc('language', languages[language].iso6392),
    ...entry.countries.flatMap((country) => dc('coverage', country)),
    ...entry.regions.flatMap((region) => dc('coverage', region)),
    ...dc('rights', entry.licence),
    ...dc('rights', entry.licenceAddress),
    ...(entry.example ? dc('description', 'Example: this activity is invented.', 'en') : []),
  )
}

/** All that an entry says, element by element; `activity-schema.ts` describes it. */
function wholeRecord(entry: OpenEntry): Xml {
  const { organization } = entry
  const text = (name: string, value: string | number | null) =>
    value === null || value === '' ? [] : [element(name, {}, String(value))]
  const tags = (name: string, all: readonly Tag[]) => all.map(({ code, why }) => element(name, { code }, why))
  return element(
    'activity',
    {
      xmlns: activityNamespace,
      id: entry.id,
      revision: String(entry.revision),
      state: entry.state,
      'xml:lang': languages[entry.language].tag,
      example: entry.example ? 'true' : null,
    },
    ...text('address', entry.address),
    ...text('licence', entry.licence),
    ...text('licenceAddress', entry.licenceAddress),
    ...text('firstPublished', entry.firstPublished),
    ...text('changed', entry.changed),
    ...text('confirmed', entry.confirmed),
    ...proseFields.flatMap((field) => text(field, entry[field])),
    ...entry.titles.map(({ language, title, state }) =>
      element('translatedTitle', { 'xml:lang': languages[language].tag, state }, title),
    ),
    ...(organization === null
      ? []
      : [
          element(
            'organization',
            { id: organization.id, type: organization.type, country: organization.country },
            ...Object.entries(organization.name).map(([language, name]) =>
              element('name', { 'xml:lang': language }, name),
            ),
            ...text('acronym', organization.acronym),
          ),
        ]),
    ...text('type', entry.type),
    ...text('website', entry.website),
    ...text('reach', entry.reach),
    ...entry.countries.flatMap((country) => text('country', country)),
    ...entry.regions.flatMap((region) => text('region', region)),
    ...text('status', entry.status),
    ...text('start', entry.start),
    ...text('end', entry.end),
    ...entry.actionLines.map(({ code, why, themes }) =>
      element('actionLine', { code, themes: themes.join(' ') || null }, why),
    ),
    ...tags('sdg', entry.sdgs),
    ...tags('gdc', entry.gdc),
    ...tags('beneficiary', entry.beneficiaries),
    ...entry.genevaTargets.map((code) => element('genevaTarget', { code })),
    ...(entry.budget === null
      ? []
      : [element('budget', { currency: entry.budget.currency }, String(entry.budget.amount))]),
    ...(entry.picture === null
      ? []
      : [element('picture', { address: entry.picture.address }, entry.picture.alt)]),
    ...entry.attachments.map(({ address, type, name }) => element('attachment', { address, type }, name)),
  )
}

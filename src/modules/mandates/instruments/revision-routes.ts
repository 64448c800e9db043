import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import { holdingsAbout } from '#platform/web/holdings.ts'
import type { RecordResource, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { revisionAsAkomaNtoso } from './akoma-ntoso.ts'
import { asBibTeX, asRis } from './citing.ts'
import { lookOf } from '../duties/look.ts'
import { provisionPage } from '../pages/provision-page.ts'
import { revisionPage } from '../pages/revision-page.ts'
import { revisionAsText } from './plain-text.ts'
import { provisionPageRecord, provisionPageShape, type ProvisionPageRecord } from './provision-page-shape.ts'
import { dueDates, provisionAddresses, provisionByAddress, revisionById } from '../queries.ts'
import { readerOf } from '../reader.ts'
import { citedOf, citedProvision } from './revision-citing.ts'
import { revisionRecord, revisionShape, type RevisionRecord } from './revision-shape.ts'
import { sectionHeads } from './section-queries.ts'

const nothing = z.strictObject({})

/** The revisions and their provisions. */
export function revisionRoutes(site: Site): void {
  site.record({
    path: '/revisions/:revision',
    name: 'revision',
    summary: 'One revision with its provisions, duties and citations.',
    query: nothing,
    read: readRevision,
    shape: revisionShape,
    page: revisionPage,
    forms: revisionForms,
  })
  site.record({
    path: '/revisions/:revision/:address{.+}',
    name: 'provision',
    summary: 'One provision of a revision with its duties and due dates.',
    query: nothing,
    read: (visit, parameters) => readProvision(site, visit, parameters),
    shape: provisionPageShape,
    page: provisionPage,
    forms: provisionForms,
  })
  site.addresses(({ db }) => provisionAddresses(db))
}

type Forms<Shape> = RecordResource<typeof nothing, Shape>['forms']

const revisionForms: Forms<RevisionRecord> = {
  '.akn.xml': {
    type: 'application/akn+xml',
    write: (visit, revision) => {
      needsProvisions(revision)
      return revisionAsAkomaNtoso(revision, citedOf(visit, revision).address)
    },
  },
  '.txt': {
    type: 'text/plain',
    write: (visit, revision) => {
      needsProvisions(revision)
      return revisionAsText(visit.t, revision, citedOf(visit, revision).address)
    },
  },
  '.ris': {
    type: 'application/x-research-info-systems',
    write: (visit, revision) => asRis(citedOf(visit, revision)),
  },
  '.bib': { type: 'application/x-bibtex', write: (visit, revision) => asBibTeX(citedOf(visit, revision)) },
}

const provisionForms: Forms<ProvisionPageRecord> = {
  '.ris': {
    type: 'application/x-research-info-systems',
    write: (visit, page) => asRis(citedProvision(visit, page)),
  },
  '.bib': { type: 'application/x-bibtex', write: (visit, page) => asBibTeX(citedProvision(visit, page)) },
}

/** A link of a chain has a name and no content: there is no such form of it. */
function needsProvisions({ sections }: RevisionRecord) {
  if (sections.length === 0) throw notFound()
}

async function readRevision(visit: Visit, { revision: id = '' }: Record<string, string>) {
  const revision = await revisionById(visit.db, id, lookOf(visit))
  if (revision === null) return null
  const citing = [...new Set(revision.citedBy.map((one) => one.revision.id))]
  const [reader, heads] = await Promise.all([readerOf(visit), sectionHeads(visit.db, citing)])
  return revisionRecord(reader, heads, revision)
}

async function readProvision(
  site: Site,
  visit: Visit,
  { revision: id = '', address = '' }: Record<string, string>,
) {
  const page = await provisionByAddress(visit.db, id, address, lookOf(visit))
  if (page === null) return null
  const revisions = [id, ...page.elsewhere.map(({ revision }) => revision.id)]
  const [reader, heads, occurrences] = await Promise.all([
    readerOf(visit),
    sectionHeads(visit.db, [...new Set(revisions)]),
    dueDates(visit.db, { revision: id, address }, lookOf(visit), { limit: 200 }),
  ])
  const held = await holdingsAbout(site, visit, { kind: 'provision', id: `${id}/${address}` })
  return provisionPageRecord(reader, heads, page, { occurrences: occurrences.rows, held })
}

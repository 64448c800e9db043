import type { Db } from '#platform/database/tables.ts'
import { element, type Xml } from '#platform/export/xml.ts'
import { UnreadableCursor } from '#platform/web/listing.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { earliestChange, oaiRecord, oaiRecords, type OaiRecord } from './oai-answer-queries.ts'
import { formatsAt, type OaiFormat } from './oai-formats.ts'
import { OaiFault, readDates, type OaiRequest, type Verb } from './oai-request.ts'
import { setsOf, specsOf } from './oai-sets.ts'
import { readToken, writeToken, type OaiToken } from './oai-token.ts'

export type Repository = {
  db: Db
  publicUrl: string
  codes: ActivityCodes
  key: Uint8Array
  name: string
  /** Whom harvesters may write to. */
  mail: string
}

const recordsEach = 100

/** What a verb answers, without the envelope. */
export const oaiAnswer = (repository: Repository, { verb, arguments: given }: OaiRequest): Promise<Xml[]> =>
  answers[verb](repository, given)

type Answer = (repository: Repository, given: Record<string, string>) => Promise<Xml[]>

const answers: Record<Verb, Answer> = {
  Identify: identify,
  ListMetadataFormats: listFormats,
  ListSets: listSets,
  GetRecord: getRecord,
  ListIdentifiers: (repository, given) => list(repository, 'ListIdentifiers', given),
  ListRecords: (repository, given) => list(repository, 'ListRecords', given),
}

async function identify({ db, publicUrl, name, mail }: Repository): Promise<Xml[]> {
  const earliest = (await earliestChange(db)) ?? new Date(0)
  return [
    element('repositoryName', {}, name),
    element('baseURL', {}, `${publicUrl}/oai`),
    element('protocolVersion', {}, '2.0'),
    element('adminEmail', {}, mail),
    element('earliestDatestamp', {}, datestamp(earliest)),
    element('deletedRecord', {}, 'persistent'),
    element('granularity', {}, 'YYYY-MM-DDThh:mm:ssZ'),
  ]
}

async function listFormats(
  { db, publicUrl }: Repository,
  { identifier }: Record<string, string>,
): Promise<Xml[]> {
  if (identifier !== undefined) await known(db, publicUrl, identifier)
  return formatsAt(publicUrl).map(({ prefix, schema, namespace }) =>
    element(
      'metadataFormat',
      {},
      element('metadataPrefix', {}, prefix),
      element('schema', {}, schema),
      element('metadataNamespace', {}, namespace),
    ),
  )
}

async function listSets({ codes }: Repository, { resumptionToken }: Record<string, string>): Promise<Xml[]> {
  // All sets are told at once, so no token of ours leads here.
  if (resumptionToken !== undefined)
    throw new OaiFault('badResumptionToken', 'The list of sets has one part only.')
  return setsOf(codes).map(({ spec, name }) =>
    element('set', {}, element('setSpec', {}, spec), element('setName', {}, name)),
  )
}

async function getRecord(repository: Repository, given: Record<string, string>): Promise<Xml[]> {
  const format = formatOf(repository, given['metadataPrefix'] ?? '')
  const found = await known(repository.db, repository.publicUrl, given['identifier'] ?? '')
  return [recordXml(repository, format, found)]
}

async function list(
  repository: Repository,
  verb: OaiToken['verb'],
  given: Record<string, string>,
): Promise<Xml[]> {
  const { db, publicUrl, codes, key } = repository
  const token = given['resumptionToken'] === undefined ? null : readToken(key, verb, given['resumptionToken'])
  const { metadataPrefix, set, from, until } = listArguments(token ?? given)
  const format = formatOf(repository, metadataPrefix)
  const dates = readDates({ ...(from && { from }), ...(until && { until }) })
  const after = token && { line: token.line, id: token.id }
  const found = await readable(
    oaiRecords(db, publicUrl, codes, { set, ...dates, after, limit: recordsEach + 1 }),
  )
  if (found.length === 0 && token === null)
    throw new OaiFault('noRecordsMatch', 'No record fits these arguments.')
  const some = found.slice(0, recordsEach)
  const last = found.length > recordsEach ? some.at(-1)?.change : undefined
  const next =
    last && writeToken(key, { verb, metadataPrefix, set, from, until, line: last.line, id: last.id })
  return [
    ...some.map((one) =>
      verb === 'ListRecords' ? recordXml(repository, format, one) : headerXml(repository, one),
    ),
    // 3.5: the last part of a list in several parts has an empty token.
    ...(next !== undefined || token !== null ? [element('resumptionToken', {}, next ?? '')] : []),
  ]
}

const listArguments = (given: Partial<Record<string, string>>) => ({
  metadataPrefix: given['metadataPrefix'] ?? '',
  set: given['set'],
  from: given['from'],
  until: given['until'],
})

/** A token of ours whose line is gone, as when the register was made anew. */
async function readable<Found>(found: Promise<Found>): Promise<Found> {
  try {
    return await found
  } catch (error) {
    if (error instanceof UnreadableCursor)
      throw new OaiFault(
        'badResumptionToken',
        'The register no longer has the place where the token goes on.',
      )
    throw error
  }
}

function formatOf({ publicUrl }: Repository, prefix: string): OaiFormat {
  const format = formatsAt(publicUrl).find((one) => one.prefix === prefix)
  if (format === undefined)
    throw new OaiFault('cannotDisseminateFormat', 'Records are to be had as oai_dc and as activity.')
  return format
}

async function known(db: Db, publicUrl: string, identifier: string): Promise<OaiRecord> {
  const id = identifier.startsWith(identifierOf(publicUrl, ''))
    ? identifier.slice(identifierOf(publicUrl, '').length)
    : ''
  const found = /^[0-9a-z]{10}$/.test(id) ? await oaiRecord(db, publicUrl, id) : null
  if (found === null) throw new OaiFault('idDoesNotExist', 'There is no record with this identifier.')
  return found
}

/** http://www.openarchives.org/OAI/2.0/guidelines-oai-identifier.htm */
const identifierOf = (publicUrl: string, id: string): string => `oai:${new URL(publicUrl).hostname}:${id}`

const recordXml = (repository: Repository, format: OaiFormat, one: OaiRecord): Xml =>
  element(
    'record',
    {},
    headerXml(repository, one),
    ...(one.entry === null ? [] : [element('metadata', {}, format.write(one.entry))]),
  )

const headerXml = ({ publicUrl, codes }: Repository, { change, entry }: OaiRecord): Xml =>
  element(
    'header',
    { status: entry === null ? 'deleted' : null },
    element('identifier', {}, identifierOf(publicUrl, change.id)),
    element('datestamp', {}, datestamp(change.at)),
    ...(entry === null ? [] : specsOf(entry, codes).map((spec) => element('setSpec', {}, spec))),
  )

const datestamp = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`

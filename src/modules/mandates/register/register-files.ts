import fs from 'node:fs'
import path from 'node:path'
import { readBodies, type BodyEntry } from '#modules/accounts/index.ts'
import { readReferenceFiles, referenceFileNames, type ReferenceFiles } from '#modules/frameworks/index.ts'
import { languageCodes, type LanguageCode, type Translated } from '#platform/languages.ts'
import { sha256, sha256OfBytes } from '#platform/sha256.ts'
import type { Cadence } from '../duties/duty.ts'
import type { AgeRule } from '../evidence/ages.ts'

export type FamilyEntry = {
  id: string
  body: string
  number: string
  revisions: { place: string; year: number; status: 'adopted' | 'revised'; verified: boolean }[]
  confidence: 'high' | 'medium' | 'low'
  note: string | null
}

export type InstrumentEntry = {
  id: string
  family: string | null
  kind: string
  body: string
  number: string | null
  revision: string | null
  place: string | null
  year: number | null
  citation_forms: string[]
  note: string | null
}

export type DutyEntry = {
  id: string
  obligation: boolean
  addressees: string[]
  recipients: string[]
  via: string[]
  cadence: { value: Cadence | null; basis: 'explicit' | 'implied' }
  deadline: { occasion: string | null; date: string | null } | null
  modality: string | null
}

export type ProvisionEntry = {
  address: string
  section: string
  parent: string | null
  label: string | null
  kind: 'preamble' | 'operative'
  chapeau: boolean
  actionLines: string[]
  sdg: boolean
  sdgOnlyInName: boolean
  cites: { instrument: string; asWritten: string | null; explicit: boolean; paragraphs: string[] }[]
  refersTo: { address: string; asWritten: string; doubtful: boolean }[]
  duties?: DutyEntry[]
}

export type RevisionEntry = {
  revision: string
  sections: { key: string; act: string; kind: 'preamble' | 'operative'; addressees: string[] }[]
  provisions: ProvisionEntry[]
  footnotes: { mark: string; address: string }[]
}

export type OccasionEntry = {
  id: string
  body: string
  place: string
  starts: string
  ends: string
  verified: boolean
}

export type Conferences = {
  meetings: Record<string, number[]>
  places: Record<string, Translated>
  names: Record<string, Translated>
  numbers: Record<string, Translated>
}

export type RegisterTexts = {
  provisions: Record<string, string>
  duties: Record<string, { verb: string | null; deliverable: string | null; deadline: string | null }>
  instruments: Record<string, { name: string; title: string | null }>
  occasions: Record<string, string>
}

/** How fast evidence ages, and why. */
export type AgeEntry = AgeRule & { why: Translated; source: string | null }

/** Everything that is shipped with the platform and loaded at the first start. */
export type RegisterFiles = {
  reference: ReferenceFiles
  bodies: BodyEntry[]
  families: FamilyEntry[]
  instruments: InstrumentEntry[]
  revisions: RevisionEntry[]
  occasions: OccasionEntry[]
  conferences: Conferences
  texts: Record<LanguageCode, RegisterTexts>
  evidenceAges: AgeEntry[]
}

/** The folder that holds `register/` and `reference/`: the project itself. */
export const projectFolder = path.join(import.meta.dirname, '../../../..')

const agesFile = 'evidence-ages.json'
const revisionFile = /^[a-z0-9-]+-\d{4}\.json$/

/** One checksum over all files of the register, so that a start can tell in a moment that nothing changed. */
export function registerChecksum(folder: string): string {
  const files = [
    ...[...referenceFileNames, agesFile].map((name) => path.join('reference', name)),
    ...fs
      .readdirSync(path.join(folder, 'register'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => path.join('register', name)),
    ...languageCodes.map((code) => path.join('register/texts', `${code}.json`)),
  ]
  return sha256(files.sort().map((name) => [name, sha256OfBytes(fs.readFileSync(path.join(folder, name)))]))
}

/** How conferences, places and revisions are named: the part of the register that imports need too. */
export const readConferences = (folder: string): Conferences =>
  JSON.parse(fs.readFileSync(path.join(folder, 'register/conferences.json'), 'utf8')) as Conferences

export function readRegister(folder: string): RegisterFiles {
  const register = path.join(folder, 'register')
  const json = (name: string): unknown => JSON.parse(fs.readFileSync(path.join(register, name), 'utf8'))
  const { families, instruments } = json('instruments.json') as Pick<
    RegisterFiles,
    'families' | 'instruments'
  >
  const texts = languageCodes.map((code) => [code, json(`texts/${code}.json`) as RegisterTexts])
  return {
    reference: readReferenceFiles(path.join(folder, 'reference'), path.join(register, 'texts')),
    bodies: readBodies(path.join(folder, 'reference')),
    families,
    instruments,
    revisions: fs
      .readdirSync(register)
      .filter((name) => revisionFile.test(name))
      .sort()
      .map((name) => json(name) as RevisionEntry),
    occasions: (json('occasions.json') as { occasions: OccasionEntry[] }).occasions,
    conferences: readConferences(folder),
    texts: Object.fromEntries(texts) as RegisterFiles['texts'],
    evidenceAges: readAges(folder),
  }
}

function readAges(folder: string): AgeEntry[] {
  const file = path.join(folder, 'reference', agesFile)
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { ages: AgeEntry[] }).ages
}

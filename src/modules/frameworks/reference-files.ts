import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { languageCodes, type LanguageCode, type Translated } from '#platform/languages.ts'

export type ActionLineEntry = {
  id: string
  parent: string | null
  sort: number
  name: Translated
  short: Translated
  current: { lead: string[]; co: string[]; confidence: string }
  umbrella: boolean
}
type SdgEntry = { number: number; color: string; title: Translated }
type TargetEntry = { code: string; goal: number; title_en: string; kind: string }
type ObjectiveEntry = { number: number; title: Translated; action_lines: string[] }
type GroupEntry = { framework: string; code: string; source?: string; status: string; label: Translated }
export type BodyName = { id: string; name: Translated; name_status: string }
type StakeholderEntry = { id: string; name: Translated }
/** What activities are described with; a theme belongs to an action line. */
export type ActivityCodes = {
  types: StakeholderEntry[]
  themes: (StakeholderEntry & { line: string })[]
  beneficiaries: StakeholderEntry[]
  geneva_targets: StakeholderEntry[]
}
export type CountryRow = Record<string, string>

/** What the files of `reference/`, and the labels of the register's texts, say about the code trees. */
export type ReferenceFiles = {
  actionLines: ActionLineEntry[]
  actionLineStatus: Translated
  sdgs: SdgEntry[]
  targets: TargetEntry[]
  objectives: ObjectiveEntry[]
  objectiveStatus: Translated
  groups: GroupEntry[]
  countryNames: Record<string, Translated>
  commissions: BodyName[]
  stakeholders: StakeholderEntry[]
  activityCodes: ActivityCodes
  countries: CountryRow[]
  /** Written by this platform, per language: titles of targets, descriptions of action lines. */
  texts: Record<LanguageCode, { sdgTargets: Record<string, string>; actionLines: Record<string, string> }>
}

export const referenceFileNames = [
  'action-lines.json',
  'sdgs.json',
  'sdg-targets.json',
  'gdc-objectives.json',
  'country-groups.json',
  'countries.csv',
  'bodies.json',
  'stakeholder-types.json',
  'activity-codes.json',
]

export function readReferenceFiles(folder: string, textsFolder: string): ReferenceFiles {
  const json = (name: string): unknown => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))
  const lines = json('action-lines.json') as { action_lines: ActionLineEntry[]; name_status: Translated }
  const objectives = json('gdc-objectives.json') as { objectives: ObjectiveEntry[]; title_status: Translated }
  const groups = json('country-groups.json') as { groups: GroupEntry[]; names: Record<string, Translated> }
  const bodies = (json('bodies.json') as { bodies: (BodyName & { kind: string })[] }).bodies
  return {
    actionLines: lines.action_lines,
    actionLineStatus: lines.name_status,
    sdgs: (json('sdgs.json') as { goals: SdgEntry[] }).goals,
    targets: (json('sdg-targets.json') as { targets: TargetEntry[] }).targets,
    objectives: objectives.objectives,
    objectiveStatus: objectives.title_status,
    groups: groups.groups,
    countryNames: groups.names,
    stakeholders: (json('stakeholder-types.json') as { types: StakeholderEntry[] }).types,
    activityCodes: json('activity-codes.json') as ActivityCodes,
    commissions: bodies.filter(({ kind }) => kind === 'regional commission'),
    countries: parse<CountryRow>(fs.readFileSync(path.join(folder, 'countries.csv')), {
      columns: true,
      bom: true,
    }),
    texts: readTexts(textsFolder),
  }
}

function readTexts(folder: string): ReferenceFiles['texts'] {
  const read = (code: LanguageCode) => [
    code,
    JSON.parse(fs.readFileSync(path.join(folder, `${code}.json`), 'utf8')),
  ]
  return Object.fromEntries(languageCodes.map(read)) as ReferenceFiles['texts']
}

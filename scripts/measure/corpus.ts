import { readdirSync, readFileSync } from 'node:fs'
import { isLanguageCode } from '../../src/parser/language-code.ts'
import type { LanguageCode } from '../../src/parser/language-code.ts'
import { parseResolution } from '../../src/parser/parse-resolution.ts'
import type { Duty, Resolution, Unit } from '../../src/parser/resolution.ts'
import { Score } from './score.ts'
import type { Count } from './score.ts'

const folder = new URL('../../test/corpus/', import.meta.url)

const corpusFloors: Record<string, number> = {
  units: 1,
  labels: 1,
  kinds: 1,
  addressees: 1,
  'action lines': 1,
  'sdg flag': 1,
  citations: 1,
  'internal references': 1,
  'explicit cadence': 0.95,
  deadline: 0.95,
  recipient: 0.95,
  verb: 0.95,
}

export type CorpusCounts = { language: LanguageCode; cases: number; counts: Count[] }

/** Invented resolutions with what their author meant; a field that an expectation leaves out is not counted. */
export async function measureCorpus(): Promise<CorpusCounts[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.expected.json'))
  const scores = new Map<LanguageCode, { score: Score; cases: number }>()
  for (const name of names.toSorted()) {
    const stem = name.replace(/\.expected\.json$/, '')
    const expected = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Expected
    const file = readdirSync(folder).find((other) => other.startsWith(`${stem}.`) && other !== name)
    if (file === undefined) continue
    const language = isLanguageCode(expected.language ?? '') ? (expected.language as LanguageCode) : 'en'
    const known = scores.get(language) ?? { score: new Score(), cases: 0 }
    scores.set(language, { score: known.score, cases: known.cases + 1 })
    const resolution = await parsed(file)
    compareCase(known.score, stem, expected, resolution)
  }
  return [...scores].map(([language, { score, cases }]) => ({
    language,
    cases,
    counts: score.counts(corpusFloors),
  }))
}

async function parsed(file: string): Promise<Resolution | null> {
  try {
    return await parseResolution(readFileSync(new URL(file, folder)), { name: file })
  } catch {
    // A case that cannot be read lacks everything; the comparison says so field by field.
    return null
  }
}

type ExpectedUnit = { label?: string | null; path?: string; text?: string; children?: ExpectedUnit[] }
type ExpectedDuty = Partial<Omit<Duty, 'cites' | 'cadence'>> & {
  path: string
  cadence?: { value: string | null; basis: string }
  cites?: { instrument: string | null }[]
}
type Expected = {
  language?: string
  sections?: {
    heading?: string
    kind?: string
    addressees?: string[]
    key?: string
    units?: ExpectedUnit[]
  }[]
  duties?: ExpectedDuty[]
}

function compareCase(score: Score, stem: string, expected: Expected, read: Resolution | null): void {
  for (const [index, section] of (expected.sections ?? []).entries()) {
    const got = read?.sections[index]
    const where = `${stem} ${section.heading ?? section.key ?? index}`
    if (section.kind !== undefined)
      score.compare('kinds', where, [section.kind], got === undefined ? [] : [got.kind])
    if (section.addressees !== undefined)
      score.compare(
        'addressees',
        where,
        section.addressees.map(plainName),
        (got?.addressees ?? []).map(plainName),
      )
    if (section.units !== undefined) compareUnits(score, where, section.units, got?.units ?? [])
  }
  for (const duty of expected.duties ?? [])
    compareDuty(score, stem, duty, read?.duties.filter((one) => one.path === duty.path) ?? [])
}

function compareUnits(score: Score, where: string, expected: ExpectedUnit[], read: Unit[]): void {
  score.compare(
    'units',
    where,
    expected.map((_, index) => String(index)),
    read.map((_, index) => String(index)),
  )
  for (const [index, unit] of expected.entries()) {
    const got = read[index]
    if (got === undefined) continue
    if (unit.label !== undefined)
      score.compare('labels', where, [visible(String(unit.label))], [visible(String(got.label))])
    compareUnits(score, `${where} ${unit.label ?? index}`, unit.children ?? [], got.children)
  }
}

const visible = (text: string): string =>
  text.replaceAll(/[\u00ad\u0640\u200b-\u200f\u2066-\u2069\s().]/g, '')

/** Several duties may share a path: the one that agrees best is the one that is meant. */
function compareDuty(score: Score, stem: string, expected: ExpectedDuty, given: Duty[]): void {
  const where = `${stem} ${expected.path}`
  const fields = fieldsOf(expected)
  const best = given.toSorted((a, b) => agreement(fields, b) - agreement(fields, a))[0]
  for (const { field, wanted, got } of fields)
    score.compare(field, where, wanted, best === undefined ? [] : got(best))
}

type Field = { field: string; wanted: string[]; got: (duty: Duty) => string[] }

const agreement = (fields: Field[], duty: Duty): number =>
  fields.filter(({ wanted, got }) => {
    const given = got(duty)
    return wanted.length === given.length && wanted.every((one) => given.includes(one))
  }).length

function fieldsOf(expected: ExpectedDuty): Field[] {
  const fields: Field[] = []
  const add = (field: string, wanted: string[], got: (duty: Duty) => string[]): void =>
    void fields.push({ field, wanted, got })
  const names = (field: string, wanted: string[] | undefined, got: (duty: Duty) => string[]): void => {
    if (wanted !== undefined) add(field, wanted.map(plainName), (duty) => got(duty).map(plainName))
  }
  names('addressees', expected.addressees, (duty) => duty.addressees)
  names('recipient', expected.recipients, (duty) => duty.recipients)
  names('via', expected.via, (duty) => duty.via)
  const { verb } = expected
  // A verb with its noun ('take measures') meets the bare verb.
  if (typeof verb === 'string')
    add('verb', [verb], (duty) =>
      duty.verbs.some((one) => one === verb || one.startsWith(`${verb} `)) ? [verb] : duty.verbs.slice(0, 1),
    )
  if (expected.cadence?.basis === 'explicit')
    add('explicit cadence', [String(expected.cadence.value)], (duty) =>
      duty.cadence.basis === 'explicit' ? [String(duty.cadence.value)] : [],
    )
  if (expected.cadence?.basis === 'implied')
    add('explicit cadence', [], (duty) =>
      duty.cadence.basis === 'explicit' ? [String(duty.cadence.value)] : [],
    )
  if (expected.deadline !== undefined)
    add('deadline', listed(expected.deadline), (duty) => listed(duty.deadline))
  if (expected.deadlineYear !== undefined)
    add('deadline', listed(expected.deadlineYear), (duty) => listed(duty.deadlineYear))
  const lines = expected.actionLines
  const fine = lines?.some((line) => line.includes('.')) ?? false
  if (lines !== undefined)
    add('action lines', lines, (duty) => duty.actionLines.filter((line) => fine || !line.includes('.')))
  if (expected.sdg !== undefined)
    add('sdg flag', expected.sdg ? ['named'] : [], (duty) => (duty.sdg ? ['named'] : []))
  if (expected.cites !== undefined)
    add(
      'citations',
      expected.cites.map((one) => String(one.instrument)),
      (duty) => duty.cites.map((one) => String(one.instrument)),
    )
  if (expected.refersTo !== undefined) add('internal references', expected.refersTo, (duty) => duty.refersTo)
  return fields
}

const listed = (value: string | number | null): string[] => (value === null ? [] : [String(value)])

/** Articles and case of the first letter do not make another name. */
const plainName = (name: string): string =>
  name
    .trim()
    .replace(/^(?:(?:the|le|la|les|el|los|las)\s+|l['’]\s*)/iu, '')
    .replaceAll('’', "'")
    .toLowerCase()

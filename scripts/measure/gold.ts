import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { citesOf } from '../../src/parser/duties/cites-of.ts'
import { fromHeading } from '../../src/parser/duties/addressees.ts'
import { houseOf } from '../../src/parser/duties/house-of.ts'
import { marksOf } from '../../src/parser/duties/marks.ts'
import { readDutiesWithDoubts } from '../../src/parser/duties/read-duties.ts'
import { referencesOf } from '../../src/parser/duties/references.ts'
import { readUnits } from '../../src/parser/grammar/read-units.ts'
import type { Draft } from '../../src/parser/grammar/read-units.ts'
import { readSource } from '../../src/parser/read-source.ts'
import type { Duty, Section, Unit } from '../../src/parser/resolution.ts'
import { Score } from './score.ts'
import type { Count } from './score.ts'

/** The papers with two resolutions annotated by hand stand beside the project; they are no part of it. */
const shared = new URL('../../../shared/', import.meta.url)
export const hasGold = (): boolean => existsSync(new URL('reference/provisions-140.json', shared))

const goldFloors: Record<string, number> = {
  units: 1,
  labels: 1,
  hashes: 1,
  kinds: 1,
  addressees: 1,
  citations: 1,
  'paragraphs cited': 1,
  'internal references': 1,
  'action lines': 1,
  'sdg flag': 1,
  'explicit cadence': 0.95,
  deadline: 0.95,
  recipient: 0.95,
  verb: 0.95,
}

export async function measureGold(number: '140' | '75'): Promise<Count[]> {
  const gold = JSON.parse(
    readFileSync(new URL(`reference/provisions-${number}.json`, shared), 'utf8'),
  ) as Gold
  const draft = readUnits(await readSource(readFileSync(new URL(`seeds/${gold.document.seed_file}`, shared))))
  const score = new Score()
  const pairs = pairUnits(gold, draft, score)
  const { duties } = readDutiesWithDoubts(draft)
  const cites = citesOf(draft)
  const house = houseOf(draft)
  const idOf = new Map(pairs.map((pair) => [pair.unit.path, pair.gold.id]))
  for (const { gold: people, unit, section } of pairs) {
    const own = duties.filter((duty) => duty.path === unit.path)
    compareMarks(score, people, unit, draft)
    compareCitations(score, people, cites.get(unit.path) ?? [])
    compareReferences(score, people, unit, draft, idOf)
    if (section.kind !== 'operative' || (people.is_chapeau && !people.chapeau_self_standing)) continue
    const headed = fromHeading(section.addressees, draft.language, house).ids
    compareDuties(score, people, own, headed)
  }
  return score.counts(goldFloors)
}

type GoldDuty = {
  verb: string
  actors: string[]
  to: string[]
  via: string[]
  periodicity: string
  deadline: string | null
}
type GoldUnit = {
  id: string
  section_id: string
  label: string | null
  kind: 'preambular' | 'operative'
  addressees: string[]
  verbs: string[]
  deliverable: string | null
  recipients: string[]
  via: string[]
  periodicity: string | null
  periodicity_basis: string | null
  deadline: string | null
  deadline_year: number | null
  duties: GoldDuty[]
  action_lines: string[]
  mentions_sdg_or_2030: boolean
  sdg_only_in_a_name: boolean
  instruments: { id: string; as_cited: string | null; explicit: boolean }[]
  paragraph_refs: { instrument: string; as_cited: string }[]
  cross_refs: { target: string }[]
  text_sha256: string
  is_chapeau: boolean
  chapeau_self_standing: boolean
}
type Gold = {
  document: { id: string; seed_file: string }
  sections: { id: string; heading: string; kind: string }[]
  units: GoldUnit[]
}
type Pair = { gold: GoldUnit; unit: Unit; section: Section }

function pairUnits(gold: Gold, draft: Draft, score: Score): Pair[] {
  const pairs: Pair[] = []
  for (const [index, section] of gold.sections.entries()) {
    const people = gold.units.filter((unit) => unit.section_id === section.id)
    const read = draft.sections[index]
    const units = read?.units.flatMap(withChildren) ?? []
    score.compare(
      'units',
      section.id,
      people.map((_, at) => String(at)),
      units.map((_, at) => String(at)),
    )
    for (const [at, one] of people.entries()) {
      const unit = units[at]
      if (unit === undefined || read === undefined) continue
      score.compare('labels', one.id, [String(one.label)], [String(unit.label)])
      score.compare('hashes', one.id, [one.text_sha256], [sha(unit.text)])
      score.compare('kinds', one.id, [one.kind], [read.kind === 'preamble' ? 'preambular' : read.kind])
      pairs.push({ gold: one, unit, section: read })
    }
  }
  return pairs
}

const withChildren = (unit: Unit): Unit[] => [unit, ...unit.children.flatMap(withChildren)]
const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

function compareMarks(score: Score, people: GoldUnit, unit: Unit, draft: Draft): void {
  const marks = marksOf(unit.text, draft.language)
  score.compare('action lines', people.id, people.action_lines, marks.actionLines)
  const flag = (sdg: boolean, name: boolean): string[] => (sdg ? [name ? 'only in a name' : 'named'] : [])
  score.compare(
    'sdg flag',
    people.id,
    flag(people.mentions_sdg_or_2030, people.sdg_only_in_a_name),
    flag(marks.sdg, marks.sdgOnlyInName),
  )
}

function compareCitations(score: Score, people: GoldUnit, cites: Duty['cites']): void {
  const explicit = people.instruments.filter((one) => one.explicit)
  const given = cites.filter((one) => one.explicit)
  score.compare(
    'citations',
    people.id,
    explicit.map((one) => one.id),
    given.map((one) => String(one.instrument)),
  )
  score.compare(
    'citations as written',
    people.id,
    explicit.map((one) => String(one.as_cited)),
    given.map((one) => one.asWritten),
  )
  score.compare(
    'citations by description',
    people.id,
    people.instruments.filter((one) => !one.explicit).map((one) => one.id),
    cites.filter((one) => !one.explicit).map((one) => String(one.instrument)),
  )
  const paragraph = (instrument: string | null, printed: string): string =>
    `${instrument} ${printed.replace(/ of that resolution$/, '')}`
  score.compare(
    'paragraphs cited',
    people.id,
    people.paragraph_refs.map((one) => paragraph(one.instrument, one.as_cited)),
    cites.flatMap((one) => (one.paragraphs ?? []).map((printed) => paragraph(one.instrument, printed))),
  )
}

/** A text that points at itself as a whole has the document as its target in the reference. */
function compareReferences(
  score: Score,
  people: GoldUnit,
  unit: Unit,
  draft: Draft,
  idOf: Map<string, string>,
): void {
  const references = referencesOf(unit, draft)
  const document = people.id.split(':')[0] ?? ''
  const targets = references.paths.map((path) => idOf.get(path) ?? path)
  if (references.itself) targets.push(document)
  score.compare(
    'internal references',
    people.id,
    people.cross_refs.map((one) => one.target),
    targets,
  )
}

function compareDuties(score: Score, people: GoldUnit, duties: Duty[], headed: string[]): void {
  const { id } = people
  const addressees = duties.length === 0 ? headed : duties.flatMap((duty) => duty.addresseeIds ?? [])
  score.compare(
    'addressees',
    id,
    people.addressees,
    addressees,
    people.duties.flatMap((duty) => duty.actors),
  )
  score.compare(
    'recipient',
    id,
    people.recipients,
    duties.flatMap((duty) => duty.recipientIds ?? []),
  )
  score.compare(
    'via',
    id,
    people.via,
    duties.flatMap((duty) => duty.viaIds ?? []),
  )
  const allowedVerbs = people.duties.map((duty) => duty.verb)
  score.compare(
    'verb',
    id,
    people.verbs,
    duties.flatMap((duty) => duty.verbs),
    allowedVerbs,
  )
  const isExplicit = people.periodicity_basis === 'explicit'
  const periods = isExplicit ? people.duties.map((duty) => duty.periodicity.replace(/ \(.*/, '')) : []
  const explicit = duties
    .filter((duty) => duty.cadence.basis === 'explicit')
    .map((duty) => String(duty.cadence.value))
  score.compare('explicit cadence', id, isExplicit ? [String(people.periodicity)] : [], explicit, periods)
  const due = people.deadline === null ? [] : [`due ${people.deadline_year ?? 'undated'}`]
  const also = people.duties.some((duty) => duty.deadline !== null) ? ['due undated'] : []
  score.compare(
    'deadline',
    id,
    due,
    duties.filter((duty) => duty.deadline !== null).map((duty) => `due ${duty.deadlineYear ?? 'undated'}`),
    also,
  )
  score.compare(
    'deliverable (named at all)',
    id,
    people.deliverable === null ? [] : ['yes'],
    duties.some((duty) => duty.deliverable !== null) ? ['yes'] : [],
  )
  if (people.deliverable !== null) {
    const named = wordsOf(duties.map((duty) => duty.deliverable ?? '').join(' '))
    score.compare(
      'deliverable (half of its words)',
      id,
      ['yes'],
      shares(wordsOf(people.deliverable), named) ? ['yes'] : [],
    )
  }
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}|c\d+/gu) ?? []
const shares = (wanted: string[], given: string[]): boolean => {
  const found = wanted.filter((word) => given.some((other) => other.slice(0, 5) === word.slice(0, 5)))
  return found.length * 2 >= wanted.length
}

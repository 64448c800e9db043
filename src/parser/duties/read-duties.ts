import type { Draft } from '../grammar/read-units.ts'
import { directiveActs, organizationOf, ownNames, statementVerbs, thanks } from '../names/act-words.ts'
import { plain } from '../names/fold.ts'
import type { Plain } from '../names/fold.ts'
import { findMentions } from '../names/mentions.ts'
import type { House } from '../names/mentions.ts'
import type { Citation, Duty, DutyForce, Section, Unit } from '../resolution.ts'
import type { Warning } from '../source.ts'
import { fromHeading, namedIn, nobody, subjectNamed } from './addressees.ts'
import type { Named } from './addressees.ts'
import { citesOf } from './cites-of.ts'
import type { Clause } from './clauses/clause.ts'
import { readClause } from './clauses/read-clause.ts'
import { dutiesOfClause } from './duties-of-clause.ts'
import type { Above } from './duties-of-clause.ts'
import { houseOf } from './house-of.ts'
import { isListOfNouns, opensList } from './list-shape.ts'
import { marksOf } from './marks.ts'
import { referencesOf } from './references.ts'
import { doubtOf } from './reference-doubt.ts'
import { actsOfParagraph } from './un-paragraph.ts'

/** Who must do what, for whom, through whom, how often and by when: from the operative provisions of a text. */
export function readDutiesWithDoubts(draft: Draft): { duties: Duty[]; warnings: Warning[] } {
  const reading: Reading = { draft, house: houseOf(draft), cites: citesOf(draft), duties: [], warnings: [] }
  for (const section of draft.sections) {
    if (section.kind !== 'operative') continue
    const start = aboveOf(section, reading)
    for (const unit of section.units) readUnit(unit, start, reading)
  }
  return { duties: reading.duties, warnings: reading.warnings }
}

type Reading = {
  draft: Draft
  house: House
  cites: Map<string, Citation[]>
  duties: Duty[]
  warnings: Warning[]
}

const forces: Record<string, DutyForce> = {
  resolves: 'decides',
  decides: 'decides',
  agrees: 'decides',
  endorses: 'decides',
  authorizes: 'instructs',
  instructs: 'instructs',
  urges: 'instructs',
  requests: 'requests',
  invites: 'invites',
  encourages: 'invites',
  'calls-upon': 'invites',
  recommends: 'invites',
  expresses: 'courtesy',
}

const plainAct = (act: string | null): string => (act ?? '').replace(/-(?:further|also)$/, '')

function aboveOf(section: Section, { draft, house }: Reading): Above {
  const act = plainAct(section.act)
  const named =
    section.addressees.length > 0 ? fromHeading(section.addressees, draft.language, house) : nobody
  return {
    act,
    force: forces[act] ?? 'statement',
    addressees: named,
    groups: [],
    roles: null,
    periodic: null,
    text: '',
    list: null,
  }
}

function readUnit(unit: Unit, above: Above, reading: Reading): void {
  // Headings between the paragraphs of the United Nations have no act: the paragraph brings its own.
  if (above.act === '' && above.list === null) readParagraph(unit, above, reading)
  else readClauseOf(unit, above, plain(unit.text), reading)
}

function readParagraph(unit: Unit, above: Above, reading: Reading): void {
  const { language } = reading.draft
  const acts = actsOfParagraph(unit.text, language, reading.house)
  if (acts.length === 0)
    return readClauseOf(unit, { ...above, act: 'resolves', force: 'decides' }, plain(unit.text), reading)
  for (const [index, act] of acts.entries()) {
    const force = forces[act.act] ?? 'statement'
    const mentions = findMentions(act.rest, language, reading.house)
    const addressees = act.addressee === null ? nobody : namedIn(act.rest, act.addressee, mentions, language)
    const own: Above = { ...above, act: act.act, force, addressees }
    const last = index === acts.length - 1
    const shown = last ? unit : { ...unit, children: [] }
    if (act.directive || /^(?:resolves|decides|agrees)$/.test(act.act))
      readClauseOf(shown, own, act.clause, reading)
    else addStatement(shown, own, act.printedVerb, reading)
  }
}

/** 'Reaffirms …', 'Expresses its appreciation …': nobody has to do anything. */
function addStatement(unit: Unit, above: Above, printedVerb: string, reading: Reading): void {
  const text = plain(unit.text)
  const { language } = reading.draft
  const isThanks = above.act === 'expresses' && thanks[language].words.test(text.text)
  const verb = isThanks
    ? thanks[language].verb
    : (statementVerbs[language]?.[above.act] ?? baseOfAct(printedVerb, language))
  const clause: Clause = {
    form: 'infinitive',
    subject: null,
    groups: [
      {
        start: 0,
        end: isThanks ? 0 : printedVerb.length,
        until: text.text.length,
        verbs: [verb],
        kind: 'own',
        subject: null,
        continuing: false,
      },
    ],
  }
  const force: DutyForce = isThanks ? 'courtesy' : above.force
  push(unit, { ...above, force, addressees: nobody }, text, clause, reading)
}

/** 'Reaffirms' -> 'reaffirm', 'Takes note of' -> 'take note'. Other languages give the verb as printed. */
function baseOfAct(printed: string, language: string): string {
  const words = printed
    .trim()
    .toLowerCase()
    .replace(/^(?:also|further|again|strongly|once again)\s+/u, '')
    .split(/\s+/)
  if (language !== 'en') return words.slice(0, 2).join(' ')
  const first = (words[0] ?? '')
    .replace(/sses$/, 'ss')
    .replace(/ies$/, 'y')
    .replace(/(?<!s)s$/, '')
  return /^(?:note|part)$/.test(words[1] ?? '') ? `${first} ${words[1]}` : first
}

function readClauseOf(unit: Unit, above: Above, text: Plain, reading: Reading): void {
  const { language } = reading.draft
  if (
    above.force === 'courtesy' ||
    (above.force === 'statement' && above.list === null && !directiveActs.has(above.act))
  ) {
    return addStatement(unit, above, above.act, reading)
  }
  const mentions = findMentions(text, language, reading.house)
  const afterTo = above.list !== null && above.list !== 'own'
  const clause = readClause({ text, mentions, afterTo }, language)
  const named = addresseesOf(clause, above, text, reading)
  const here: Above = { ...above, addressees: named }
  const isList = unit.children.length > 0
  const nouns = isList && isListOfNouns(unit, reading.draft, reading.house)
  const opensOnly = isList && opensList(clause, text, nouns)
  if (!opensOnly) push(unit, here, text, clause, reading)
  if (!isList) return
  const below = belowOf(unit, here, clause, text, reading, nouns)
  for (const child of unit.children) readUnit(child, below, reading)
}

function belowOf(
  unit: Unit,
  above: Above,
  clause: Clause,
  text: Plain,
  reading: Reading,
  nouns: boolean,
): Above {
  const groups = clause.groups.length > 0 ? clause.groups : above.groups
  const own = dutiesOfClause({ unit, above, text, clause, ...context(reading), marks: null })
  const first = own[0]
  return {
    ...above,
    groups,
    roles:
      first === undefined
        ? above.roles
        : {
            recipients: first.recipients,
            recipientIds: first.recipientIds ?? [],
            via: first.via,
            viaIds: first.viaIds ?? [],
          },
    periodic: first !== undefined && isPeriodic(first.cadence) ? first.cadence : above.periodic,
    text: `${above.text} ${unit.text}`,
    list: nouns ? 'nouns' : clause.groups.length === 0 ? 'to' : 'own',
  }
}

/** 'annually' above a list holds for its items; 'continue' and one date do not. */
const isPeriodic = ({ value, basis }: Duty['cadence']): boolean =>
  basis === 'explicit' && value !== 'ongoing' && value !== 'once'

const context = ({ draft, house, cites }: Reading) => ({ draft, house, cites })

function push(unit: Unit, above: Above, text: Plain, clause: Clause, reading: Reading): void {
  const { draft } = reading
  const marks = marksOf(`${unit.text} ${unit.closing}`, draft.language, above.text)
  const references = referencesOf(unit, draft)
  const made = dutiesOfClause({ unit, above, text, clause, ...context(reading), marks })
  for (const duty of made)
    reading.duties.push({
      ...duty,
      refersTo: references.paths,
      ...(references.itself ? { refersToItself: true } : {}),
    })
  for (const printed of references.missing) {
    reading.warnings.push({
      code: 'reference-without-target',
      values: { reference: printed, path: unit.path },
      at: unit.at,
    })
  }
  const doubt = doubtOf(unit, references.paths, draft)
  if (doubt !== null)
    reading.warnings.push({ code: 'reference-doubtful', values: { path: unit.path, ...doubt }, at: unit.at })
  if (made.some((duty) => duty.addressees.length > 0) && !above.addressees.sure) {
    reading.warnings.push({ code: 'addressee-doubtful', values: { path: unit.path }, at: unit.at })
  }
}

/** From the heading; else the subject of the sentence; else whoever the text speaks for, which is doubtful. */
function addresseesOf(clause: Clause, above: Above, text: Plain, reading: Reading): Named {
  const { language } = reading.draft
  if (above.addressees.printed.length > 0) return above.addressees
  const mentions = findMentions(text, language, reading.house)
  if (clause.subject !== null) return subjectNamed(text, clause.subject, mentions, language)
  if (clause.form === 'subject' || clause.form === 'noun') return above.addressees
  const owner = mentions.find(
    (one) =>
      one.start >= (clause.groups[0]?.end ?? 0) &&
      /^'s? /.test(text.text.slice(one.end)) &&
      one.start - (clause.groups[0]?.end ?? 0) < 12,
  )
  if (owner !== undefined && clause.form === 'infinitive')
    return { printed: [owner.printed], ids: owner.ids, sure: false }
  return ownerOfText(reading)
}

function ownerOfText({ draft, house }: Reading): Named {
  const organization = organizationOf[house.adopter ?? '']
  if (organization !== undefined) {
    return { printed: [ownNames[draft.language][organization] ?? 'ITU'], ids: [organization], sure: false }
  }
  if (draft.body === null) return nobody
  const ids = house.adopter === null ? [] : fromHeading([draft.body], draft.language, house).ids
  return { printed: [draft.body.replace(/,$/, '')], ids, sure: true }
}

import type { Draft } from '../grammar/read-units.ts'
import type { LanguageCode } from '../language-code.ts'
import { thanks } from '../names/act-words.ts'
import type { Plain } from '../names/fold.ts'
import { findMentions } from '../names/mentions.ts'
import type { House, Mention } from '../names/mentions.ts'
import { roleWords } from '../names/role-words.ts'
import type { Citation, Duty, DutyForce, Unit } from '../resolution.ts'
import { namedIn, nobody, registered } from './addressees.ts'
import type { Named } from './addressees.ts'
import type { Clause, VerbGroup } from './clauses/clause.ts'
import { clockIn } from './clocks.ts'
import type { Clock } from './clocks.ts'
import { deliverableIn, delivers, handsOn } from './deliverable.ts'
import type { Marks } from './marks.ts'
import { withNegation } from './negation.ts'
import { rolesIn } from './roles.ts'
import { splitClocks } from './split-clocks.ts'

/** What a unit takes over from its heading, its paragraph's verb and the provisions that it hangs from. */
export type Above = {
  act: string
  force: DutyForce
  addressees: Named
  groups: VerbGroup[]
  roles: { recipients: string[]; recipientIds: string[]; via: string[]; viaIds: string[] } | null
  periodic: Duty['cadence'] | null
  text: string
  /** How the list above opens: 'to' (acts follow), 'nouns' (its verb speaks for them), 'own' (an act of its own). */
  list: 'to' | 'nouns' | 'own' | null
}

export type Source = {
  unit: Unit
  above: Above
  text: Plain
  clause: Clause
  draft: Draft
  house: House
  cites: Map<string, Citation[]>
  marks: Marks | null
}

/** One duty for each act that has a clock or an addressee of its own. */
export function dutiesOfClause(source: Source): Duty[] {
  const { clause, above, text, draft, house } = source
  const mentions = findMentions(text, draft.language, house)
  const inherited = clause.groups.length === 0
  const unread = clause.groups.length === 0 && above.groups.length === 0
  const groups = unread
    ? [wholeUnit(text)]
    : inherited
      ? spread(above.groups, text)
      : splitClocks(
          withoutRepeats(mergedDelegations(clause.groups, draft.language)),
          text.text,
          draft.language,
        )
  const made: Duty[] = []
  for (const [index, group] of groups.entries()) {
    const from = index === 0 ? 0 : group.start
    made.push(dutyOf({ source, group, from, mentions, before: made.at(-1), inherited }))
  }
  return made
}

/** A provision whose verb is not known is still a duty; it says so by having none. */
const wholeUnit = (text: Plain): VerbGroup => ({
  start: 0,
  end: 0,
  until: text.text.length,
  verbs: [],
  kind: 'own',
  subject: null,
  continuing: false,
})

/** The verbs above a list of things, laid over one of the things. */
const spread = (groups: VerbGroup[], text: Plain): VerbGroup[] =>
  groups.length === 0
    ? []
    : [
        {
          ...(groups[0] as VerbGroup),
          verbs: groups.flatMap((group) => group.verbs),
          start: 0,
          end: 0,
          until: text.text.length,
          kind: 'own',
          subject: null,
        },
      ]

const reports =
  /^(?:report|submit|present|provide|prepare|publish|transmit|faire rapport|rendre compte|soumettre|présenter|fournir|представ|доложить|докладывать|informar|presentar)/u

/** 'to invite UNGIS to align …' is one act; 'to invite the secretariat to report …' gives the secretariat a duty of its own. */
function mergedDelegations(groups: VerbGroup[], language: LanguageCode): VerbGroup[] {
  const kept: VerbGroup[] = []
  for (const group of groups) {
    const last = kept.at(-1)
    const own =
      group.kind !== 'delegated' ||
      group.verbs.some((verb) => reports.test(verb)) ||
      delivers(group, language)
    const keep =
      own &&
      !(
        group.kind === 'delegated' &&
        group.verbs.every((verb) => /^(?:make contributions|contribute|make)/.test(verb))
      )
    if (keep) kept.push(group)
    else if (last !== undefined) {
      last.until = group.until
      if (last.kind === 'own' && last.subject === null) last.subject = group.subject
    }
  }
  return kept
}

/** 'coordinate forums and …, as well as continuing to coordinate and support …': the act is told once. */
function withoutRepeats(groups: VerbGroup[]): VerbGroup[] {
  const told = new Set<string>()
  return groups.map((group) => {
    const fresh = group.kind === 'own' ? group.verbs.filter((verb) => !told.has(verb)) : group.verbs
    if (group.kind === 'own') for (const verb of group.verbs) told.add(verb)
    return fresh.length === 0 ? group : { ...group, verbs: fresh }
  })
}

const anaphora: Record<LanguageCode, RegExp> = {
  en: /^\s*(?:(?:this|that|the|these|those) (?:same )?(?:reports?|summar\p{L}+|information|results?|inventor\p{L}+)\b|it\b|them\b|the same\b)/iu,
  fr: /^\s*(?:(?:ce|cet|cette|le|la|ces|les) (?:rapports?|informations?|resultats?)\b)/iu,
  es: /^\s*(?:(?:este|esta|dicho|dicha|el|la|estos|dichos) (?:informes?|informacion|resultados?)\b)/iu,
  ru: /^\s*(?:(?:этот|эту|данный|указанный|эти) (?:отчет|доклад|информаци)\p{L}*|его|ее|их)(?!\p{L})/iu,
  zh: /^(?:该|这一|上述|此)(?:报告|信息|总结)/u,
  ar: /^\s*(?:هذا التقرير|التقرير|هذه المعلومات)/u,
}

type Part = {
  source: Source
  group: VerbGroup
  /** Where the words of this part begin: adverbs may stand before the verb. */
  from: number
  mentions: Mention[]
  before: Duty | undefined
  inherited: boolean
}

function dutyOf(part: Part): Duty {
  const { source, group, mentions, inherited } = part
  const { unit, above, text, draft, marks } = source
  const { language } = draft
  const verbs = withNegation(text.text, group, language)
  const roles = rolesIn(text, part.from, group, mentions, language)
  const isDelegated = group.kind === 'delegated' && group.subject !== null
  const actors = isDelegated ? askedIn(part) : above.addressees
  const clock = clockOf(part)
  const receivers = receiversOf(part, roles.recipients)
  const handed = above.roles !== null && inherited ? above.roles : null
  const deliverable = inherited ? null : deliverableOf(part, roles.recipients)
  return {
    path: unit.path,
    addressees: actors.printed,
    verb: mainVerb(verbs),
    verbs,
    deliverable,
    recipients: receivers.printed,
    via: [...new Set([...roles.via.map((one) => one.printed), ...(handed?.via ?? [])])],
    cadence: clock.cadence,
    deadline: clock.deadline?.printed ?? null,
    deadlineYear: clock.deadline?.year ?? null,
    actionLines: marks?.actionLines ?? [],
    sdg: marks?.sdg ?? false,
    sdgOnlyInName: marks?.sdgOnlyInName ?? false,
    cites: source.cites.get(unit.path) ?? [],
    refersTo: [],
    confidence: confidenceOf(source, group, actors, inherited),
    addresseeIds: actors.ids,
    recipientIds: receivers.ids,
    viaIds: registered([...roles.via.flatMap((one) => one.ids), ...(handed?.viaIds ?? [])]),
    force: above.force,
  }
}

/** Its own thing, or the one just made: 'prepare a report and submit it', ', to be presented to'. */
function deliverableOf({ source, group, mentions, before }: Part, recipients: Mention[]): string | null {
  const { language } = source.draft
  const own = deliverableIn(source.text, group, language, mentions, recipients)
  const rest = source.text.text.slice(group.end, group.until)
  return own ?? (handsOn(group, language, rest) ? (before?.deliverable ?? null) : null)
}

/** Who is invited to do it, in 'to invite the secretariat to report'. */
function askedIn({ source, group, mentions }: Part): Named {
  return group.subject === null
    ? nobody
    : namedIn(source.text, group.subject, mentions, source.draft.language)
}

function clockOf({ source, group, from, mentions, before }: Part): Clock {
  const { above, text, draft, house } = source
  const { language } = draft
  if (above.force === 'courtesy') return { cadence: { value: 'once', basis: 'implied' }, deadline: null }
  if (above.force === 'statement') return { cadence: { value: null, basis: 'implied' }, deadline: null }
  const place = { text, from, until: group.until, mentions, language, house, year: draft.year }
  const clock = clockIn(place, group, delivers(group, language))
  if (clock.cadence.basis === 'explicit') return clock
  const resumes =
    group.kind === 'passive' || anaphora[language].test(text.text.slice(group.end, group.end + 60))
  const same = resumes && before?.cadence.basis === 'explicit' && before.cadence.value !== 'ongoing'
  const cadence = same ? before.cadence : (above.periodic ?? once(group, clock.cadence))
  return { ...clock, cadence }
}

function receiversOf(part: Part, named: Mention[]): { printed: string[]; ids: string[] } {
  const { source, group, from, mentions, inherited } = part
  const { above, text, draft, house } = source
  const { language } = draft
  const stretch = text.text.slice(from, group.until)
  const itself = house.organization === 'un' && roleWords[language].toItself.test(stretch)
  const all = [
    { printed: named.map((one) => one.printed), ids: named.flatMap((one) => one.ids) },
    group.kind === 'own' ? askedIn(part) : nobody,
    itself ? itselfIn(draft, house) : nobody,
    above.force === 'courtesy' ? thankedIn(text, mentions, language) : nobody,
    inherited && above.roles !== null
      ? { printed: above.roles.recipients, ids: above.roles.recipientIds }
      : nobody,
  ]
  return {
    printed: [...new Set(all.flatMap((one) => one.printed))],
    ids: registered(all.flatMap((one) => one.ids)),
  }
}

function itselfIn(draft: Draft, house: House): { printed: string[]; ids: string[] } {
  return {
    printed: draft.body === null ? [] : [draft.body.replace(/,$/, '')],
    ids: house.adopter === null ? [] : [house.adopter],
  }
}

/** In 'its gratitude to the Governments of …' those thanked are whoever is named first. */
function thankedIn(
  text: Plain,
  mentions: Mention[],
  language: LanguageCode,
): { printed: string[]; ids: string[] } {
  if (!thanks[language].words.test(text.text)) return nobody
  const first = mentions[0]
  return first === undefined ? nobody : { printed: [first.printed], ids: first.ids }
}

/** 'prepare and submit' is a duty to submit. */
const making =
  /^(?:prepare|develop|draft|draw up|compile|elaborate|produce|préparer|élaborer|établir|elaborar|preparar|подготовить|разработать|составить|编制|编写|起草|إعداد)$/u

function mainVerb(verbs: string[]): string | null {
  const first = verbs[0]
  if (first === undefined) return null
  return verbs.length > 1 && making.test(first) ? (verbs.find((verb) => reports.test(verb)) ?? first) : first
}

/** Acts that are done once by their nature. */
const singleActs =
  /^(?:bring|rename|transmit|convey|forward|adopt|abrogate|repeal|approve|endorse|porter|transmettre|transmitir|remitir|señalar|довести|доводить|передать|направить|提请|转交|转呈|转达|إحاطة|إحالة|لفت|establish|set up|appoint|elect|convene|include|inclure|inscrire|incluir|inscribir|включить|列入|纳入|إدراج)$/u

const once = (group: VerbGroup, cadence: Duty['cadence']): Duty['cadence'] =>
  group.verbs.some((verb) => singleActs.test(verb)) ? { value: 'once', basis: 'implied' } : cadence

function confidenceOf({ unit, clause }: Source, group: VerbGroup, actors: Named, inherited: boolean): number {
  let confidence = Math.min(unit.confidence, 0.95)
  if (inherited) confidence -= 0.1
  if (group.verbs.length === 0) confidence -= 0.4
  if (!actors.sure) confidence -= 0.3
  if (actors.printed.length === 0) confidence -= 0.1
  if (group.kind !== 'own') confidence -= 0.15
  if (clause.form === 'impersonal') confidence -= 0.1
  return Math.max(0.1, Math.round(confidence * 100) / 100)
}

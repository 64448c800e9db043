import type { LanguageCode } from '../language-code.ts'
import { deliverableWords } from '../names/deliverable-words.ts'
import type { DeliverableWords } from '../names/deliverable-words.ts'
import type { Plain } from '../names/fold.ts'
import type { Mention } from '../names/mentions.ts'
import type { VerbGroup } from './clauses/clause.ts'

const lengthLimit = 240
// What joins the thing to the next act is no part of it.
const dangling =
  /(?:,?\s+(?:and|or|to|to the|back|before|for|with|as|in|on|at|by|of|from|et|ou|de|d'|à|à la|aux?|y|e|que|a|al|lo|la|a los|a las|a la|la próxima|la prochaine|и|в|на|а также|و|وأن|إلى|向|给))+\s*$|[\s,;]+$/u

/** Does one of the verbs hand something over or make it? */
export function delivers(group: VerbGroup, language: LanguageCode): boolean {
  return group.verbs.some((verb) => deliverableWords[language].verbs.test(unaccented(verb)))
}

/** Does it hand on what was made just before, without naming it again? */
export function handsOn(group: VerbGroup, language: LanguageCode, rest: string): boolean {
  const { handsOn: verbs } = deliverableWords[language]
  return (
    group.kind === 'passive' ||
    pronoun[language].test(rest) ||
    group.verbs.some((verb) => verbs.test(unaccented(verb)))
  )
}

/** 'update it every two years'; where the language puts the pronoun before the verb or on it, nothing tells. */
const pronoun: Record<LanguageCode, RegExp> = {
  en: /^ (?:it|them|the same)(?![\p{L}-])/u,
  fr: /(?!)/u,
  es: /(?!)/u,
  ru: /^ (?:его|ее|их)(?= [,;.]|[,;.]|$| (?:каждые|раз|ежегодно|регулярно|до|не|на|в|через))/u,
  zh: /^(?:其|之)(?=[,;。]|$)/u,
  ar: /(?!)/u,
}

/** What is to be handed over, as printed: 'a comprehensive report detailing the activities'. */
export function deliverableIn(
  text: Plain,
  group: VerbGroup,
  language: LanguageCode,
  mentions: Mention[],
  recipients: Mention[],
): string | null {
  const words = deliverableWords[language]
  if (!delivers(group, language)) return null
  const stretch = text.text.slice(group.end, group.until)
  const contained = words.contained.find(([verb]) =>
    group.verbs.some((one) => verb.test(unaccented(one))),
  )?.[1]
  // 'to report … on the basis of the report of X': the thing is in the verb unless it follows at once.
  const found = objectIn(stretch, group, words, mentions)
  const far = found !== null && contained !== undefined && found.start > 3
  const starts = recipients.map((one) => one.start)
  if (found !== null && !far) {
    const length = lengthOf(stretch.slice(found.start), found.end - found.start, words)
    const start = group.end + found.start
    // Whoever gets it is named after it: 'a report to the Council'.
    const handed = starts.find((at) => at >= group.end + found.end) ?? Number.POSITIVE_INFINITY
    const printed = cleaned(text.printed(start, Math.min(start + length, handed)))
    if (printed !== '') return printed
  }
  if (contained === undefined) return null
  const about = stretch.slice(
    0,
    (starts.find(
      (at) =>
        subjectAt(stretch, contained) < at - group.end && / to $/.test(stretch.slice(0, at - group.end)),
    ) ?? group.until) - group.end,
  )
  return language === 'en' ? `${contained}${subjectOf(about, contained, words)}` : contained
}

type Span = { start: number; end: number }

/** The thing is the object: between it and the verb stands nothing but whom, when and how. */
function objectIn(
  stretch: string,
  group: VerbGroup,
  words: DeliverableWords,
  mentions: Mention[],
): Span | null {
  const local = mentions.map((one) => ({ start: one.start - group.end, end: one.end - group.end }))
  for (const match of withoutNames(stretch, local).matchAll(words.noun)) {
    const span = { start: match.index, end: match.index + match[0].length }
    // 'the WSIS Stocktaking database' is somebody's name, not a thing to be handed over.
    if (local.some((one) => one.start < span.end && one.end >= span.end && one.end - one.start > 3)) continue
    if (isBetween(stretch.slice(0, span.start), local, words, group)) return span
  }
  return null
}

/** A name of several words is not searched for things: 'the Bureau of development the information'. */
const withoutNames = (stretch: string, names: Span[]): string =>
  names
    .filter((one) => one.start >= 0 && stretch.slice(one.start, one.end).includes(' '))
    .reduce(
      (text, one) => text.slice(0, one.start) + '*'.repeat(one.end - one.start) + text.slice(one.end),
      stretch,
    )

function isBetween(between: string, mentions: Span[], words: DeliverableWords, group: VerbGroup): boolean {
  // In Arabic the particle is written on the thing.
  const trimmed = between.replace(/(?<=\s)ب$/u, '').trimEnd()
  const lead = trimmed.trimStart()
  if (/^[,\s]*$/.test(lead)) return true
  if (/^(?:им|ему|ей|их|اليها|اليه|اليهم)$/u.test(lead)) return true
  if (group.verbs.includes('ensure')) return lead === 'that'
  const at = between.length - between.trimStart().length
  const startsAtName = mentions.some((one) => one.start >= 0 && one.start <= at + 1 && one.end > at)
  const opens = lead.startsWith(',') || startsAtName || words.opens.test(lead)
  const bare = trimmed.replace(/\)$|\([^)]*\)$/u, '').trimEnd()
  const endsAtName = mentions.some((one) => one.end > 0 && Math.abs(one.end - bare.length) <= 1)
  return (
    opens && (trimmed.endsWith(',') || endsAtName || words.closes.test(trimmed) || isAdverbOnly(lead, words))
  )
}

const isAdverbOnly = (lead: string, words: DeliverableWords): boolean =>
  !/\s/.test(lead) && words.opens.test(lead) && lead.length > 6

/** Up to the end of what says which thing it is. */
function lengthOf(stretch: string, head: number, words: DeliverableWords): number {
  const rest = stretch.slice(head)
  const tail = words.tail.exec(rest)?.[0] ?? ''
  const cut = words.end.exec(tail)
  return Math.min(head + (cut === null ? tail.length : cut.index), lengthLimit)
}

const openerOf = (contained: string): RegExp =>
  contained === 'input' ? / (?:in)?to (?=\p{L})/u : / on (?!an? |(?:the )?basis)/u

const subjectAt = (stretch: string, contained: string): number =>
  openerOf(contained).exec(stretch)?.index ?? Number.POSITIVE_INFINITY

/** 'report … on the progress made', 'provide input to …': what the thing in the verb is about. */
function subjectOf(stretch: string, contained: string, words: DeliverableWords): string {
  const at = openerOf(contained).exec(stretch)
  if (at === null || /[;:.]/.test(stretch.slice(0, at.index))) return ''
  const rest = stretch.slice(at.index)
  const tail = /^[^,;.:]*(?:,(?= C\d)[^,;.:]*)*/u.exec(rest)?.[0] ?? ''
  const searched = contained === 'input' ? tail.slice(at[0].length) : tail
  const cut = words.end.exec(searched)
  const length = cut === null ? tail.length : cut.index + tail.length - searched.length
  return ` ${cleaned(tail.slice(0, Math.min(length, lengthLimit)).trim())}`.trimEnd()
}

function cleaned(printed: string): string {
  let text = printed.trim()
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(dangling, '')
  }
  return text
}

const unaccented = (verb: string): string =>
  /\p{Script=Latin}/u.test(verb) ? verb.normalize('NFD').replaceAll(/\p{M}/gu, '') : verb

import { fromGerund, fromParticiple } from '../../names/verbs/english.ts'
import type { Clause, Stretch } from './clause.ts'
import { gerundPhraseAt, isBaseVerb, skipAdverbs, verbPhraseAt } from './english-verb.ts'
import type { Token, VerbPhrase } from './english-verb.ts'

/** Where the first verb stands, and whose act it is. */
export type Entry = {
  form: Clause['form']
  at: number
  phrase: VerbPhrase
  subject: Stretch | null
  passive: boolean
}

const modal = /^(?:should|shall|must|will|may|can|would|ought|needs?|is|are)$/

export function entryOf(tokens: Token[], afterTo: boolean): Entry | null {
  const first = skipAdverbs(tokens, 0)
  const word = (tokens[first]?.word ?? '').toLowerCase()
  if (word === 'that' || word === 'whether') return subjectEntry(tokens, first + 1)
  if (word === 'to') return infinitiveEntry(tokens, first + 1)
  const gerund = gerundPhraseAt(lower(tokens, first), word === 'by' || word === 'of' ? first + 1 : first)
  if (gerund !== null && !afterTo) {
    const opened = openedWithAdjunct(tokens, first)
    return (
      opened ?? {
        form: 'gerund',
        at: word === 'by' || word === 'of' ? first + 1 : first,
        phrase: gerund,
        subject: null,
        passive: false,
      }
    )
  }
  if (afterTo || isBaseVerb(lower(tokens, first), first)) {
    const phrase = verbPhraseAt(lower(tokens, first), first)
    const opened = openedWithAdjunct(tokens, first)
    if (opened !== null && !isBaseVerb(lower(tokens, first), first)) return opened
    if (phrase !== null && isBaseVerb(lower(tokens, first), first)) {
      return { form: 'infinitive', at: first, phrase, subject: null, passive: false }
    }
  }
  const opened = openedWithAdjunct(tokens, first)
  // Below 'requests that:' stands 'The benefits be shared'.
  return (
    opened ??
    (afterTo && /^(?:the|all|each|any|its|every)$/i.test(tokens[first]?.word ?? '')
      ? subjectEntry(tokens, first)
      : null)
  )
}

/** UN sub-items begin with a capital: 'To keep …', 'Establish …'. */
const lower = (tokens: Token[], at: number): Token[] =>
  tokens.map((token, index) => (index === at ? { ...token, word: token.word.toLowerCase() } : token))

function infinitiveEntry(tokens: Token[], at: number): Entry | null {
  const phrase = verbPhraseAt(tokens, at)
  if (phrase !== null) return { form: 'infinitive', at, phrase, subject: null, passive: false }
  return openedWithAdjunct(tokens, at)
}

/** 'in implementing …, to pay special attention': what goes before the comma only says when or how. */
function openedWithAdjunct(tokens: Token[], from: number): Entry | null {
  const first = (tokens[from]?.word ?? '').toLowerCase()
  if (!adjunctOpener.test(first) && fromGerund(first) === null) return null
  for (let at = from + 1; at < tokens.length - 1; at += 1) {
    if (tokens[at]?.word !== 'to' || !/^[,:]$/.test(tokens[at - 1]?.word ?? '')) continue
    const verb = skipAdverbs(tokens, at + 1)
    if (!isBaseVerb(tokens, verb)) continue
    const phrase = verbPhraseAt(tokens, verb)
    if (phrase !== null) return { form: 'infinitive', at: at + 1, phrase, subject: null, passive: false }
  }
  return null
}

const adjunctOpener =
  /^(?:in|within|when|as|on|upon|for|with|by|through|having|without|during|after|before|where|if|at|under|subject|pending|based|following|given|to|while|pursuant)$/

export function subjectEntry(tokens: Token[], from: number): Entry | null {
  const impersonal = impersonalEntry(tokens, from)
  if (impersonal !== null) return impersonal
  const limit = Math.min(tokens.length, from + 45)
  for (let at = from; at < limit; at += 1) {
    const word = tokens[at]?.word ?? ''
    if (word === ';') break
    if (!modal.test(word)) continue
    const start =
      word === 'is' || word === 'are' || /^needs?$|^ought$/.test(word)
        ? toAfter(tokens, at)
        : behindAside(tokens, at + 1)
    if (start === null) continue
    return subjectWith(tokens, from, at, start)
  }
  return subjunctiveEntry(tokens, from, limit)
}

/** 'the Commission shall, at its sessions, review' */
function behindAside(tokens: Token[], at: number): number {
  if (tokens[at]?.word !== ',') return at
  const close = tokens.findIndex((token, index) => index > at && index < at + 20 && token.word === ',')
  return close < 0 ? at : close + 1
}

const toAfter = (tokens: Token[], at: number): number | null =>
  tokens[at + 1]?.word === 'to' ? at + 2 : null

function subjectWith(tokens: Token[], from: number, end: number, verbAt: number): Entry | null {
  const phrase = verbPhraseAt(tokens, verbAt)
  if (phrase === null) return null
  const verb = tokens[skipAdverbs(tokens, verbAt)]?.word
  const passive = verb === 'be' && fromParticiple(tokens[phrase.next - 1]?.word ?? '') !== null
  return { form: 'subject', at: verbAt, phrase, subject: stretch(tokens, from, end), passive }
}

/** 'that there is a need to …', 'that it is necessary to …' */
function impersonalEntry(tokens: Token[], from: number): Entry | null {
  const words = tokens.slice(from, from + 12).map((token) => token.word)
  if (!/^(?:there|it)$/.test(words[0] ?? '')) return null
  const to = words.indexOf('to')
  if (to < 0) return null
  const phrase = verbPhraseAt(tokens, from + to + 1)
  if (phrase === null) return null
  const named = words.indexOf('for')
  const subject = named > 0 && named < to ? stretch(tokens, from + named + 1, from + to) : null
  return {
    form: subject === null ? 'impersonal' : 'subject',
    at: from + to + 1,
    phrase,
    subject,
    passive: false,
  }
}

/** 'that ITU-D participate in …', 'that catalogues be offered in …' */
function subjunctiveEntry(tokens: Token[], from: number, limit: number): Entry | null {
  for (let at = from + 1; at < limit; at += 1) {
    const word = tokens[at]?.word
    if (
      word === 'be' ||
      (isBaseVerb(tokens, at) && !/^(?:the|a|an|of|and|to|in|for)$/.test(tokens[at - 1]?.word ?? ''))
    ) {
      return subjectWith(tokens, from, at, at)
    }
  }
  return null
}

/** The subject without what is set off by commas behind it: 'that ITU, together with UNESCO, should'. */
function stretch(tokens: Token[], from: number, end: number): Stretch | null {
  // 'that, by 2025, the group shall' and 'that, in order to …, ITU should': the subject stands behind the last comma.
  const opener = (tokens[from]?.word ?? '').toLowerCase()
  const comma = tokens.findLastIndex((token, index) => index > from && index < end - 1 && token.word === ',')
  if ((opener === ',' || adjunctOpener.test(opener)) && comma > from) return stretch(tokens, comma + 1, end)
  const first = tokens[from]
  const last = tokens[end - 1]
  if (first === undefined || last === undefined || end <= from) return null
  return { start: first.start, end: last.end }
}

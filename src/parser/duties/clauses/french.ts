import {
  fromFrenchFinite,
  fromFrenchGerund,
  fromFrenchParticiple,
  isFrenchInfinitive,
} from '../../names/verbs/french.ts'
import type { Clause, VerbGroup } from './clause.ts'
import { closed, noClause } from './clause.ts'
import type { ClauseSource, Word } from './words.ts'
import { wordsOf } from './words.ts'

const clitic =
  /^(?:lui|leur|le|la|les|l'|y|en|se|s'|ne|n'|pas|\p{L}+ment|egalement|aussi|notamment|mieux|davantage)$/u
const modal =
  /^(?:doit|doivent|devrait|devraient|devra|devront|doive|doivent|peut|peuvent|pourrait|pourraient)$/u
const asks = /^(?:inviter|prier|demander|encourager|charger|exhorter|engager|autoriser)$/u
const purposeBefore =
  /(?:afin|vue|maniere|facon|but|visant|permettant|destinees?|destines?|objectif|souci|charges?|chargees?|necessaires?|propres?|mesure|moyens?|possibilite|besoin|necessite|capacite|effort|efforts|contribution|tendant|consistant|pour|sans|fin|fins|mandat|role|tache|soin|propose|proposent|faire|permettre|aider)$/u

/** Reads 'de continuer à …', 'que l'UIT doit …', 'en publiant …' and plain nouns. */
export function readFrenchClause({ text }: ClauseSource): Clause {
  const words = wordsOf(text.text).map((word) => ({ ...word, word: word.word.toLowerCase() }))
  const first = words[0]?.word ?? ''
  const printedVerb = (word: Word): string => text.printed(word.start, word.end).toLowerCase()
  if (first === 'que' || first === "qu'") return subjectClause(words, printedVerb, text.text.length)
  if (first === 'en' && (words[1]?.word ?? '').endsWith('ant'))
    return gerundClause(words, 1, printedVerb, text.text.length)
  const opens = /^(?:de|d'|a)$/.test(first) || isFrenchInfinitive(first) || clitic.test(first)
  const at = words.findIndex(
    (word, index) => isFrenchInfinitive(word.word) && (index < 6 || startsAfterAside(words, index)),
  )
  if (at < 0 || (!opens && !startsAfterAside(words, at))) return noClause
  const groups = collect(words, at, printedVerb)
  return { form: 'infinitive', subject: null, groups: closed(groups, text.text.length) }
}

/** 'dans le cadre de son mandat, de fournir' */
const startsAfterAside = (words: Word[], at: number): boolean => {
  const lead = leadOf(words, at)
  return (
    /^(?:de|d'|a)$/.test(words[lead]?.word ?? '') &&
    words[lead - 1]?.word === ',' &&
    /^(?:en|dans|lors|pour|compte|sous|avec|conformement|s'|par|a|avant|d'|chaque|tous|sur|apres)$/.test(
      words[0]?.word ?? '',
    )
  )
}

function leadOf(words: Word[], at: number): number {
  let lead = at - 1
  while (clitic.test(words[lead]?.word ?? '')) lead -= 1
  return lead
}

type Printed = (word: Word) => string

function collect(words: Word[], first: number, printedVerb: Printed): VerbGroup[] {
  const groups: VerbGroup[] = [groupAt(words, first, printedVerb)]
  let purpose = false
  let from = first
  for (let at = first + 1; at < words.length; at += 1) {
    const word = words[at]
    if (word === undefined || !isFrenchInfinitive(word.word)) continue
    const last = groups.at(-1)
    if (last === undefined) break
    const lead = leadOf(words, at)
    const preposition = /^(?:de|d'|a)$/.test(words[lead]?.word ?? '')
    const before = words[preposition ? lead - 1 : lead]?.word ?? ''
    const comma = before === ',' || before === ';' || words[(preposition ? lead - 1 : lead) - 1]?.word === ','
    const joined = /^(?:et|ou|,|;|puis|que)$/.test(before)
    if (adjacentContinue(words, from, at, last)) {
      Object.assign(last, {
        verbs: [verbAt(words, at, printedVerb)],
        end: endOf(words, at),
        continuing: true,
      })
    } else if (joined && lead - 1 <= from + 1 && !preposition && at - from <= 4) {
      last.verbs.push(verbAt(words, at, printedVerb))
      last.end = endOf(words, at)
    } else if (joined && (!purpose || comma) && (preposition || followedByObject(words, at))) {
      groups.push(groupAt(words, at, printedVerb, last.continuing && !preposition))
      purpose = false
    } else {
      const delegated = preposition && asks.test(plainVerb(last)) && !purpose && last.kind === 'own'
      if (delegated) {
        groups.push({
          ...groupAt(words, at, printedVerb),
          kind: 'delegated',
          subject: { start: last.end + 1, end: words[lead - 1]?.end ?? last.end + 1 },
        })
      } else if (!joined) purpose = true
      if (!delegated && purposeBefore.test(before)) purpose = true
    }
    from = at
  }
  return groups
}

const plainVerb = (group: VerbGroup): string =>
  (group.verbs.at(-1) ?? '').normalize('NFD').replaceAll(/\p{M}/gu, '')

const adjacentContinue = (words: Word[], from: number, at: number, last: VerbGroup): boolean =>
  /^(?:continuer|poursuivre)$/.test(words[from]?.word ?? '') &&
  at - from <= 4 &&
  last.end >= (words[from]?.end ?? 0) &&
  leadOf(words, at) - from <= 1

/** Without 'de' before it, a second infinitive must have an object behind it, else it may be anything. */
const followedByObject = (words: Word[], at: number): boolean =>
  /^(?:le|la|les|l'|des|du|de|d'|un|une|au|aux|a|en|sur|par|leurs?|ses|son|sa|cette|ce|ces|toute?s?|tous|tout|avec|y|chaque|dans|compte|rapport|activement|regulierement|\p{L}+ment|,)$/u.test(
    words[at + 1]?.word ?? '',
  )

function groupAt(words: Word[], at: number, printedVerb: Printed, continuing = false): VerbGroup {
  const lead = leadOf(words, at)
  const start = words[Math.max(0, lead + 1)]?.start ?? 0
  const verb = verbAt(words, at, printedVerb)
  const goesOn = continuing || /^(?:continuer|poursuivre)$/.test(words[at]?.word ?? '')
  return {
    start,
    end: endOf(words, at),
    until: 0,
    verbs: [verb],
    kind: 'own',
    subject: null,
    continuing: goesOn,
  }
}

/** 'faire rapport', 'rendre compte', 'tenir compte', 'mettre en œuvre' are one verb each. */
const compounds: [RegExp, RegExp, number][] = [
  [/^faire$/, /^rapport$/, 1],
  [/^(?:rendre|tenir)$/, /^compte$/, 1],
  [/^prendre$/, /^(?:note|acte|part)$/, 1],
]

function verbAt(words: Word[], at: number, printedVerb: Printed): string {
  const word = words[at]
  const next = words[at + 1]
  if (word === undefined) return ''
  if (next === undefined) return printedVerb(word)
  if (compounds.some(([verb, noun]) => verb.test(word.word) && noun.test(next.word)))
    return `${printedVerb(word)} ${next.word}`
  if (word.word === 'mettre' && /^(?:en|a|au)$/.test(next.word)) {
    const noun = words[at + 2]
    return noun === undefined ? 'mettre' : `mettre ${printedVerb(next)} ${printedVerb(noun)}`
  }
  if (word.word === 'prendre' && next.word === 'en') return `prendre en ${words[at + 2]?.word ?? ''}`
  return printedVerb(word)
}

const endOf = (words: Word[], at: number): number => words[at]?.end ?? 0

function subjectClause(words: Word[], printedVerb: Printed, length: number): Clause {
  const limit = Math.min(words.length, 40)
  const impersonal = /^(?:il)$/.test(words[1]?.word ?? '')
  for (let at = 1; at < limit; at += 1) {
    const word = words[at]?.word ?? ''
    if (word === ';') break
    const subject = at > 1 ? { start: words[1]?.start ?? 0, end: words[at - 1]?.end ?? 0 } : null
    const verb = verbBehind(words, at, impersonal)
    if (verb !== null) {
      const groups =
        verb.passive === null ? collect(words, verb.at, printedVerb) : [fixed(words, at, verb.passive)]
      return {
        form: impersonal ? 'impersonal' : 'subject',
        subject: verb.passive !== null ? agentOf(words, verb.at) : impersonal ? null : subject,
        groups: closed(groups, length),
      }
    }
    const base = finite(words[at], words[at - 1])
    if (base !== null) {
      const rest = words.slice(at + 1).findIndex((later) => isFrenchInfinitive(later.word))
      const goesOn = /^(?:continuer|poursuivre)$/.test(base)
      if (goesOn && rest >= 0 && rest <= 2) {
        const groups = collect(words, at + 1 + rest, printedVerb).map((group) => ({
          ...group,
          continuing: true,
        }))
        return { form: 'subject', subject, groups: closed(groups, length) }
      }
      return {
        form: 'subject',
        subject,
        groups: closed([{ ...fixed(words, at, base), continuing: goesOn }], length),
      }
    }
  }
  return noClause
}

/** 'sera tenu à jour par le secrétariat': whoever stands behind 'par' must do it. */
function agentOf(words: Word[], from: number): Clause['subject'] {
  const by = words.findIndex((word, index) => index > from + 1 && word.word === 'par')
  const close = words.findIndex(
    (word, index) =>
      index > by + 1 && /^(?:[,;.]|jusqu'|avant|dans|en|a|au|d'ici|pour|avec|lors)$/.test(word.word),
  )
  const next = words[by + 1]
  if (by < 0 || next === undefined || !/^(?:le|la|les|l'|chaque)$/.test(next.word)) return null
  return { start: next.start, end: (close < 0 ? words.at(-1) : words[close - 1])?.end ?? next.end }
}

const fixed = (words: Word[], at: number, verb: string): VerbGroup => ({
  start: words[at]?.start ?? 0,
  end: words[at]?.end ?? 0,
  until: 0,
  verbs: [verb],
  kind: 'own',
  subject: null,
  continuing: false,
})

/** 'doit poursuivre', 'devrait être publié', 'seront publiés', 'convient de'. */
function verbBehind(
  words: Word[],
  at: number,
  impersonal: boolean,
): { at: number; passive: string | null } | null {
  const word = words[at]?.word ?? ''
  if (modal.test(word) || (impersonal && /^(?:de|d')$/.test(word))) {
    const next = words.findIndex((later, index) => index > at && isFrenchInfinitive(later.word))
    if (next < 0 || next - at > 6) return null
    const participle = words[next]?.word === 'etre' ? (words[next + 1]?.word ?? '') : null
    return { at: next, passive: participle === null ? null : fromFrenchParticiple(participle) }
  }
  if (/^(?:sera|seront|soit|soient|est|sont)$/.test(word)) {
    const participle = words
      .slice(at + 1, at + 4)
      .find((later) => fromFrenchParticiple(later.word) !== null)?.word
    if (participle !== undefined) return { at, passive: fromFrenchParticiple(participle) }
  }
  return null
}

/** An article before the word makes it a noun: 'la marque', 'le contribue'. */
function finite(word: Word | undefined, before: Word | undefined): string | null {
  if (/^(?:l'|le|la|les|de|d'|du|des|un|une|et|a)$/.test(before?.word ?? '')) return null
  return fromFrenchFinite(word?.word ?? '')
}

function gerundClause(words: Word[], at: number, printedVerb: Printed, length: number): Clause {
  const groups: VerbGroup[] = []
  for (let index = at; index < words.length; index += 1) {
    const word = words[index]
    const first = index === at
    if (word === undefined || !/^\p{L}{3,}ant$/u.test(word.word)) continue
    if (
      !first &&
      !(words[index - 1]?.word === 'en' && /^(?:et|,)$/.test(words[index - 2]?.word ?? '')) &&
      words[index - 1]?.word !== 'et'
    )
      continue
    groups.push({
      ...fixed(words, index, fromFrenchGerund(printedVerb(word))),
      start: words[index - 1]?.start ?? word.start,
    })
  }
  return { form: 'gerund', subject: null, groups: closed(groups, length) }
}

import {
  fromSpanishGerund,
  fromSpanishInfinitive,
  fromSpanishParticiple,
  fromSubjunctive,
  isSpanishSubjunctive,
} from '../../names/verbs/spanish.ts'
import type { Plain } from '../../names/fold.ts'
import type { Clause, VerbGroup } from './clause.ts'
import { closed, noClause } from './clause.ts'
import type { ClauseSource, Word } from './words.ts'
import { wordsOf } from './words.ts'

const clitic = /^(?:le|les|lo|la|los|las|se|no|\p{L}+mente|tambien|asimismo|ademas)$/u
const modal =
  /^(?:debe|deben|deberia|deberian|debera|deberan|debiera|debieran|ha|han|puede|podra|podria|podrian)$/u
const article = /^(?:el|la|los|las|un|una|unos|unas|de|del|al|su|sus|este|esta|y|con|en|por|para)$/u
const purposeWords =
  /^(?:fin|objeto|miras|objetivo|para|efecto|efectos|finalidad|vistas|medida|forma|manera|modo)$/u

/** Reads 'que informe …', 'a participar …', 'que la UIT siga desempeñando …', 'compartiendo …' and plain nouns. */
export function readSpanishClause({ text, afterTo }: ClauseSource): Clause {
  const words = wordsOf(text.text).map((word) => ({ ...word, word: lowered(text, word) }))
  const first = words[0]?.word ?? ''
  const length = text.text.length
  const que = first === 'a' && words[1]?.word === 'que' ? 1 : first === 'que' ? 0 : -1
  if (que >= 0) {
    const at = skipClitics(words, behindAside(words, que + 1))
    if (isSubjunctive(words, at))
      return { form: 'infinitive', subject: null, groups: closed(collect(words, at, 'subjunctive'), length) }
    return subjectClause(words, que + 1, length)
  }
  if (isSpanishSubjunctive(first) && (afterTo || !alsoNoun.test(first))) {
    return { form: 'infinitive', subject: null, groups: closed(collect(words, 0, 'subjunctive'), length) }
  }
  const at = skipClitics(words, /^(?:a|de)$/.test(first) ? 1 : 0)
  if (
    /(?:ar|er|ir|arse|erse|irse|rlo|rla|rlos|rlas)$/.test(words[at]?.word ?? '') &&
    !article.test(words[at]?.word ?? '')
  ) {
    return { form: 'infinitive', subject: null, groups: closed(collect(words, at, 'infinitive'), length) }
  }
  if (fromSpanishGerund(first) !== null)
    return { form: 'gerund', subject: null, groups: closed(collect(words, 0, 'gerund'), length) }
  const later = words.findIndex(
    (word, index) =>
      index > 2 &&
      words[index - 1]?.word === 'que' &&
      words[index - 2]?.word === ',' &&
      isSpanishSubjunctive(word.word),
  )
  if (later > 0 && /^(?:al|en|dentro|cuando|con|segun|como)$/.test(first)) {
    return { form: 'infinitive', subject: null, groups: closed(collect(words, later, 'subjunctive'), length) }
  }
  return noClause
}

/** Subjunctives that are nouns too; below a heading that ends in 'que' the others are verbs. */
const alsoNoun =
  /^(?:informes?|nombre|alcance|enlace|avance|aporte|debate|balance|limite|corte|transporte|examen|de|den|cree|visite|cierre|parte|trate)$/u

/** 'que, por conducto del Consejo, presente' */
function behindAside(words: Word[], from: number): number {
  if (words[from]?.word !== ',') return from
  const close = words.findIndex((word, index) => index > from && index < from + 30 && word.word === ',')
  return close < 0 ? from : close + 1
}

/** 'dé' is 'give', 'de' is 'of': the one word whose accent tells. */
const lowered = (text: Plain, word: Word): string =>
  text.printed(word.start, word.end) === 'dé' ? 'dé' : word.word.toLowerCase()

function skipClitics(words: Word[], from: number): number {
  let at = from
  while (clitic.test(words[at]?.word ?? '') && !(words[at]?.word === 'la' && !isSubjunctive(words, at + 1)))
    at += 1
  return at
}

const isSubjunctive = (words: Word[], at: number): boolean => {
  const word = words[at]?.word ?? ''
  if (isSpanishSubjunctive(word)) return true
  // An unknown verb right after 'que' is still a verb.
  return (
    words[at - 1]?.word === 'que' &&
    !article.test(word) &&
    /^\p{Ll}{3,}(?:e|en|a|an)$/u.test(word) &&
    !/^(?:cada|toda|otra|dicha|esta|ella|mencionada|todas|otras)$/.test(word)
  )
}

type Mode = 'subjunctive' | 'infinitive' | 'gerund'

const baseOf = (word: string, mode: Mode): string | null => {
  if (mode === 'subjunctive') return fromSubjunctive(word) ?? guess(word)
  if (mode === 'gerund') return fromSpanishGerund(word)
  return fromSpanishInfinitive(word) ?? (/^\p{Ll}{2,}(?:ar|er|ir)$/u.test(word) ? word : null)
}

/** 'sincronicen' -> 'sincronizar', 'indiquen' -> 'indicar', 'tiendan' -> 'tiender': a guess, for verbs not in the list. */
function guess(word: string): string {
  const stem = word.replace(/n$/, '')
  if (stem.endsWith('que')) return `${stem.slice(0, -3)}car`
  if (stem.endsWith('gue')) return `${stem.slice(0, -3)}gar`
  if (stem.endsWith('ce')) return `${stem.slice(0, -2)}zar`
  if (stem.endsWith('zca')) return `${stem.slice(0, -3)}cer`
  return stem.endsWith('e') ? `${stem.slice(0, -1)}ar` : `${stem.slice(0, -1)}er`
}

function collect(words: Word[], first: number, mode: Mode): VerbGroup[] {
  const groups: VerbGroup[] = [groupAt(words, first, mode)]
  let purpose = false
  let skipTo = first + 1
  for (let at = first + 1; at < words.length; at += 1) {
    const word = words[at]?.word ?? ''
    if (purposeWords.test(word)) purpose = true
    if (at < skipTo || !isCandidate(words, at, mode)) continue
    const lead = leadOf(words, at)
    const joiner = words[lead]?.word ?? ''
    const last = groups.at(-1)
    if (last === undefined || !/^(?:y|e|o|u|,|;|como)$/.test(joiner)) continue
    const comma = joiner === ',' || joiner === ';' || words[lead - 1]?.word === ','
    const adjacent = (words[lead]?.start ?? 0) - last.end <= 1
    if (adjacent) {
      last.verbs.push(baseOf(word, mode) ?? word)
      last.end = words[at]?.end ?? last.end
    } else if (!purpose || comma || words[at - 1]?.word === 'que') {
      groups.push(groupAt(words, at, mode, last.continuing && words[at - 1]?.word !== 'que'))
      purpose = false
    }
    skipTo = at + 1
  }
  return groups
}

function isCandidate(words: Word[], at: number, mode: Mode): boolean {
  const word = words[at]?.word ?? ''
  if (mode === 'subjunctive')
    return isSpanishSubjunctive(word) && word !== 'informe'
      ? true
      : word === 'informe' && isVerbInforme(words, at)
  if (mode === 'gerund') return fromSpanishGerund(word) !== null
  return fromSpanishInfinitive(word) !== null
}

/** 'informe' is a noun too: 'y un informe'. */
const isVerbInforme = (words: Word[], at: number): boolean =>
  /^(?:al|a|de|sobre|anualmente|cada|periodicamente)$/.test(words[at + 1]?.word ?? '') &&
  !article.test(words[at - 1]?.word ?? '')

function leadOf(words: Word[], at: number): number {
  let lead = at - 1
  while (/^(?:que|a)$/.test(words[lead]?.word ?? '') || (clitic.test(words[lead]?.word ?? '') && lead > 0))
    lead -= 1
  return lead
}

function groupAt(words: Word[], at: number, mode: Mode, continuing = false): VerbGroup {
  const word = words[at]?.word ?? ''
  const base = baseOf(word, mode) ?? word
  const lead = leadOf(words, at)
  const start = words[lead + 1]?.start ?? words[at]?.start ?? 0
  const group = {
    start,
    end: words[at]?.end ?? 0,
    until: 0,
    verbs: [base],
    kind: 'own' as const,
    subject: null,
    continuing,
  }
  if (!/^(?:seguir|continuar|proseguir)$/.test(base)) return group
  const next = words[at + 1]
  const gerund = next === undefined ? null : fromSpanishGerund(next.word)
  return gerund === null
    ? { ...group, continuing: true }
    : { ...group, verbs: [gerund], end: next?.end ?? group.end, continuing: true }
}

/** 'sea mantenido por la secretaría': whoever stands behind 'por' must do it. */
function passiveClause(words: Word[], at: number, verb: string, length: number): Clause {
  const group = { ...groupAt(words, at, 'subjunctive'), verbs: [verb], end: words[at + 1]?.end ?? 0 }
  const by = words.findIndex((word, index) => index > at && word.word === 'por')
  const next = words[by + 1]
  const named = by > 0 && next !== undefined && /^(?:el|la|los|las|cada)$/.test(next.word)
  const close = words.findIndex(
    (word, index) => index > by + 1 && /^(?:[,;.]|hasta|antes|en|a|al|para|con|durante)$/.test(word.word),
  )
  const subject = named
    ? { start: next.start, end: (close < 0 ? words.at(-1) : words[close - 1])?.end ?? next.end }
    : null
  return { form: 'subject', subject, groups: closed([group], length) }
}

function subjectClause(words: Word[], from: number, length: number): Clause {
  const limit = Math.min(words.length, from + 40)
  for (let at = from + 1; at < limit; at += 1) {
    const word = words[at]?.word ?? ''
    if (word === ';') break
    const subject = { start: words[from]?.start ?? 0, end: words[at - 1]?.end ?? 0 }
    if (modal.test(word)) {
      const next = words.findIndex(
        (later, index) =>
          index > at &&
          index < at + 5 &&
          baseOf(later.word, 'infinitive') !== null &&
          !article.test(later.word),
      )
      if (next < 0) continue
      const passive = /^ser$|se$/.test(words[next]?.word ?? '')
      return {
        form: 'subject',
        subject: passive ? null : subject,
        groups: closed(collect(words, next, 'infinitive'), length),
      }
    }
    if (isSpanishSubjunctive(word) && !article.test(words[at - 1]?.word ?? '')) {
      const se = words[at - 1]?.word === 'se' || word === 'sea' || word === 'sean'
      const impersonal = words[from]?.word === 'se'
      const done = /^sean?$/.test(word) ? fromSpanishParticiple(words[at + 1]?.word ?? '') : null
      if (done !== null) return passiveClause(words, at, done, length)
      return {
        form: impersonal ? 'impersonal' : 'subject',
        subject: se ? null : subject,
        groups: closed(collect(words, at, 'subjunctive'), length),
      }
    }
  }
  return noClause
}

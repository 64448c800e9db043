import type { Clause, Stretch, VerbGroup } from './clause.ts'
import { subjectEntry } from './english-entry.ts'
import { gerundPhraseAt, isBaseVerb, skipAdverbs, verbPhraseAt } from './english-verb.ts'
import type { Token, VerbPhrase } from './english-verb.ts'

const ownGerunds =
  /^(?:carry out|participate|call upon|call on|report|submit|present|contribute|cooperate|collaborate|assist|disseminate|publish)$/
const asks =
  /^(?:invite|request|encourage|urge|instruct|ask|call upon|call on|direct|authorize|task|charge|entrust|mandate)$/
const transmits =
  /^(?:present|submit|report|provide|transmit|send|forward|publish|discuss|review|consider|communicate|make available|approve|adopt|complete|finalize)$/
const purposeWords = /^(?:order|view|aim|aims|purpose|objective|intention|goal)$/

/** Walks along a sentence after its first verb and collects the other acts that it asks for. */
export class Scan {
  readonly groups: VerbGroup[] = []
  readonly #tokens: Token[]
  readonly #form: Clause['form']
  #purpose = false
  #gerunds = false

  constructor(tokens: Token[], form: Clause['form']) {
    this.#tokens = tokens
    this.#form = form
  }

  add(at: number, phrase: VerbPhrase, kind: VerbGroup['kind'], subject: Stretch | null = null): void {
    const start = this.#tokens[at]?.start ?? 0
    const end = this.#tokens[phrase.next - 1]?.end ?? start
    const last = this.groups.at(-1)
    this.groups.push({
      start,
      end,
      until: end,
      verbs: [phrase.base],
      kind,
      subject,
      continuing: phrase.continuing,
    })
    if (kind === 'own' && last !== undefined && last.continuing && this.#sharesContinue(last, start)) {
      const added = this.groups.at(-1)
      if (added !== undefined) added.continuing = true
    }
    if (phrase.continuing && this.#tokens.slice(at, phrase.next).some(({ word }) => word.endsWith('ing')))
      this.#gerunds = true
    this.#purpose = false
  }

  rest(from: number): void {
    let at = from
    while (at < this.#tokens.length) at = this.#step(at)
  }

  /** 'continue to coordinate X and maintain Y': both go on. A new 'to' or modal ends it. */
  #sharesContinue(last: VerbGroup, start: number): boolean {
    const between = this.#tokens
      .filter((token) => token.start >= last.end && token.start < start)
      .map((token) => token.word)
    return between.at(-1) !== 'to' && between.at(-1) !== 'should'
  }

  #step(at: number): number {
    const word = this.#tokens[at]?.word ?? ''
    if (word === '(') return this.#behind(at, ')')
    if (word === '"') return this.#behind(at, '"')
    if (/^(?:and|or|as|then)$/.test(word)) return this.#afterJoin(at)
    if (word === ',' || word === ';') return this.#afterComma(at)
    if (word === 'to') return this.#afterTo(at)
    if (purposeWords.test(word)) this.#purpose = true
    return at + 1
  }

  #behind(at: number, sign: string): number {
    const close = this.#tokens.findIndex((token, index) => index > at && token.word === sign)
    return close < 0 ? at + 1 : close + 1
  }

  #isComma(at: number): boolean {
    return /^[,;]$/.test(this.#tokens[at]?.word ?? '')
  }

  /** True when nothing but adverbs stands between the last verb and this place: 'review and improve'. */
  #directlyAfterVerb(at: number): boolean {
    const last = this.groups.at(-1)
    if (last === undefined) return false
    return this.#tokens.every(
      (token, index) => token.start < last.end || index >= at || /ly$|^to$|^[,]$/.test(token.word),
    )
  }

  #join(phrase: VerbPhrase): number {
    const last = this.groups.at(-1)
    if (last !== undefined) {
      last.verbs.push(phrase.base)
      last.end = this.#tokens[phrase.next - 1]?.end ?? last.end
    }
    return phrase.next
  }

  #afterJoin(from: number): number {
    const isWellAs = this.#tokens[from]?.word === 'as'
    if (isWellAs && !(this.#tokens[from + 1]?.word === 'well' && this.#tokens[from + 2]?.word === 'as'))
      return from + 1
    const comma = this.#isComma(from - 1)
    const next = this.#skipAside(isWellAs ? from + 3 : from + 1)
    const at = skipAdverbs(this.#tokens, next)
    const word = this.#tokens[at]?.word ?? ''
    if (word === 'to') return this.#andTo(at, comma || this.#isComma(at - 1))
    if (word === 'that' && this.#form === 'subject') return this.#andThat(at)
    if (/^(?:should|shall|must)$/.test(word)) {
      const phrase = verbPhraseAt(this.#tokens, at + 1)
      if (phrase !== null) return this.#own(at + 1, phrase)
    }
    if (isBaseVerb(this.#tokens, at) || (this.#directlyAfterVerb(from) && this.#isSharedVerb(at))) {
      const phrase = verbPhraseAt(this.#tokens, next)
      if (phrase === null) return at + 1
      if (this.#directlyAfterVerb(from)) return this.#join(phrase)
      if (this.#purpose && !comma) return phrase.next
      return this.#own(next, phrase)
    }
    return this.#andGerund(next, isWellAs)
  }

  /** 'contribute to and closely collaborate with': the second verb may be followed by anything. */
  #isSharedVerb(at: number): boolean {
    const word = this.#tokens[at]?.word ?? ''
    return (
      isBaseVerb([...this.#tokens.slice(0, at + 1), { word: 'the', start: 0, end: 0 }], at) &&
      /^[a-z]+$/.test(word)
    )
  }

  #andGerund(next: number, isWellAs: boolean): number {
    const phrase = gerundPhraseAt(this.#tokens, next)
    if (phrase === null) return next
    const counts =
      this.#form === 'gerund' ||
      this.#gerunds ||
      ownGerunds.test(phrase.base) ||
      (isWellAs && phrase.continuing)
    if (!counts || (this.#purpose && !phrase.continuing)) return next + 1
    if (this.#form === 'gerund' && this.#directlyAfterVerb(next - 1)) return this.#join(phrase)
    return this.#own(next, phrase)
  }

  /** '… and that the group shall report': another subject, so another's duty. */
  #andThat(at: number): number {
    const entry = subjectEntry(this.#tokens, at + 1)
    if (entry === null) return at + 1
    this.add(entry.at, entry.phrase, 'delegated', entry.passive ? null : entry.subject)
    return entry.phrase.next
  }

  #andTo(at: number, comma: boolean): number {
    const verb = skipAdverbs(this.#tokens, at + 1)
    if (!isBaseVerb(this.#tokens, verb) && this.#tokens[verb]?.word !== 'be') return at + 1
    const phrase = verbPhraseAt(this.#tokens, at + 1)
    if (phrase === null) return at + 1
    const last = this.groups.at(-1)
    if (last?.kind === 'delegated' && !comma) {
      this.add(at + 1, phrase, 'delegated', last.subject)
      return phrase.next
    }
    return this.#purpose && !comma ? phrase.next : this.#own(at + 1, phrase)
  }

  #own(at: number, phrase: VerbPhrase): number {
    const last = this.groups.at(-1)
    const kind =
      last?.kind === 'delegated' && last.subject !== null && !this.#isComma(at - 2) ? last.kind : 'own'
    this.add(at, phrase, kind, kind === 'delegated' ? (last?.subject ?? null) : null)
    return phrase.next
  }

  #afterComma(at: number): number {
    const next = skipAdverbs(this.#tokens, at + 1)
    const word = this.#tokens[next]?.word ?? ''
    if (word === 'to') return this.#commaTo(next)
    if (
      isBaseVerb(this.#tokens, next) ||
      (this.#directlyAfterVerb(at) && this.#isSharedVerb(next) && !/^\p{Lu}/u.test(word))
    ) {
      const phrase = verbPhraseAt(this.#tokens, next)
      if (phrase === null) return next + 1
      if (this.#directlyAfterVerb(at)) return this.#join(phrase)
      if (this.#purpose) return phrase.next
      return this.#own(next, phrase)
    }
    const gerund = gerundPhraseAt(this.#tokens, next)
    if (gerund !== null && !ownGerunds.test(gerund.base)) this.#purpose = true
    if (gerund !== null && ownGerunds.test(gerund.base) && !this.#purpose) {
      this.#gerunds = true
      this.add(next, gerund, 'own')
      return gerund.next
    }
    return at + 1
  }

  #commaTo(at: number): number {
    const verb = skipAdverbs(this.#tokens, at + 1)
    if (this.#tokens[verb]?.word === 'be') return this.#passive(at, verb)
    if (!isBaseVerb(this.#tokens, verb)) return at + 1
    const phrase = verbPhraseAt(this.#tokens, at + 1)
    if (phrase === null) return at + 1
    if (!asks.test(phrase.base) && !transmits.test(phrase.base) && !this.#seriesGoesOn(phrase.next)) {
      this.#purpose = true
      return phrase.next
    }
    this.add(at + 1, phrase, 'own')
    return phrase.next
  }

  /** 'to examine …, to test … and to present': one more act must follow, else ', to support' says what for. */
  #seriesGoesOn(from: number): boolean {
    return this.#tokens.some(
      (token, index) =>
        index > from &&
        token.word === 'to' &&
        /^(?:and|,|;)$/.test(this.#tokens[index - 1]?.word ?? '') &&
        isBaseVerb(this.#tokens, skipAdverbs(this.#tokens, index + 1)),
    )
  }

  #afterTo(at: number): number {
    const verb = skipAdverbs(this.#tokens, at + 1)
    if (this.#tokens[verb]?.word === 'be') return this.#passive(at, verb)
    if (!isBaseVerb(this.#tokens, verb)) return at + 1
    const last = this.groups.at(-1)
    const asked =
      last !== undefined && last.kind === 'own' && asks.test(last.verbs.at(-1) ?? '') && !this.#purpose
    if (!asked) {
      this.#purpose = true
      return verb + 1
    }
    const phrase = verbPhraseAt(this.#tokens, at + 1)
    if (phrase === null) return verb + 1
    const subject = { start: last.end + 1, end: this.#tokens[at - 1]?.end ?? last.end + 1 }
    this.add(at + 1, phrase, 'delegated', subject)
    return phrase.next
  }

  /** ', to be presented to the Council' says what becomes of the thing; other passives are purposes. */
  #passive(at: number, be: number): number {
    const phrase = verbPhraseAt(this.#tokens, be)
    if (phrase === null || !transmits.test(phrase.base)) {
      this.#purpose = true
      return be + 1
    }
    this.add(at + 1, phrase, 'passive')
    return phrase.next
  }

  /** 'and, as appropriate, to …' */
  #skipAside(from: number): number {
    if (this.#tokens[from]?.word !== ',') return from
    const close = this.#tokens.findIndex(
      (token, index) => index > from && index < from + 20 && token.word === ',',
    )
    return close < 0 ? from : close + 1
  }
}

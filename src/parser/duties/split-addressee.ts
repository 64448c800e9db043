import type { LanguageCode } from '../language-code.ts'
import type { Mention } from '../names/mentions.ts'
import type { Stretch } from './clauses/clause.ts'
import { isBaseVerb, skipAdverbs, tokensOf } from './clauses/english-verb.ts'
import { isSpanishSubjunctive } from '../names/verbs/spanish.ts'
import { firstChineseVerb } from './clauses/chinese.ts'
import { isRussianInfinitive } from './clauses/russian.ts'
import { isFrenchInfinitive } from '../names/verbs/french.ts'
import { arabicActStart } from './clauses/arabic.ts'

export type Split = { addressee: Stretch | null; clauseAt: number }

/** Cuts 'the Secretary-General to submit …' in two; the whole is the addressee when a list follows. Folded text. */
export function splitAddressee(rest: string, language: LanguageCode, mentions: Mention[]): Split {
  const verbAt = clauseStart(rest, language, mentions)
  const at = verbAt === null ? null : verbAt - (aside[language]?.exec(rest.slice(0, verbAt))?.[0].length ?? 0)
  const whole = rest.replace(/[\s:;,.]+$/u, '').replace(/ (?:to|de|a|a que|que|الي|على|ان)$/u, '')
  const end = at ?? whole.length
  const start = /^[\s,]*/.exec(rest)?.[0].length ?? 0
  return { addressee: end > start ? { start, end } : null, clauseAt: at ?? rest.length }
}

/** 'the Council, at its session of 2031, to review': when and through whom belong to the act. */
const aside: Partial<Record<LanguageCode, RegExp>> = {
  en: /(?<=\p{L}, )(?:at|during|by|before|within|no later than|not later than|upon|every|each|through|on an?) [^,;]+, $/u,
  fr: /(?<=\p{L}, )(?:a sa|a ses|lors de|d'ici|avant|dans un delai|chaque|tous les|par l'intermediaire|par l'entremise|sur demande)[^,;]*, $/u,
  es: /(?<=\p{L}, )(?:en su|en sus|durante|antes de|a mas tardar|cada|por conducto|a traves|previa|en cada)[^,;]*, $/u,
  ru: /(?<=\p{L}, )(?:на (?:его|ее|их|своей|каждой)|до|не позднее|через|каждые|в ходе)[^,;]*, $/u,
}

function clauseStart(rest: string, language: LanguageCode, mentions: Mention[]): number | null {
  switch (language) {
    case 'en':
      return englishStart(rest)
    case 'fr':
      return firstMatch(
        rest,
        /(?:^|\s)(?:de |d'|a |qu'|que )(?:ne pas )?(?:(?:lui|leur|le|la|les|l'|y|en|se|s') ?)*(?<verb>\p{L}+)/gu,
        (verb) => isFrenchInfinitive(verb),
      )
    case 'es':
      return firstMatch(
        rest,
        /(?:^|\s)(?:a que|que|a)(?:, [^,;]{3,140},)? (?:(?:le|les|lo|la|se|no) )*(?<verb>\p{L}+)/gu,
        (verb, whole) =>
          whole.includes('a que ') ||
          (/que[ ,]/.test(whole)
            ? isSpanishSubjunctive(verb) || /^\p{Ll}{3,}en?$/u.test(verb)
            : /(?:ar|er|ir|rse)$/.test(verb)),
      )
    case 'ru':
      return withAdverbs(
        rest,
        firstMatch(rest, /(?:^|[\s,])(?<verb>\p{L}+)/gu, (verb) => isRussianInfinitive(verb)),
      )
    case 'zh':
      return firstChineseVerb(rest, (at) => mentions.some((one) => one.start <= at && at < one.end))
    case 'ar':
      return arabicActStart(rest)
  }
}

/** Who is asked is seldom named with a 'to' ('parties to the Convention'), so a plain word behind it is taken for a verb. */
const mayBeVerb =
  /^(?!(?:the|a|an|its|their|his|her|our|this|that|these|those|such|each|any|all|which|whom|it|them|date|be)$)[a-z]{2,}$|^be$/

function englishStart(rest: string): number | null {
  const tokens = tokensOf(rest)
  for (let at = 0; at < tokens.length - 1; at += 1) {
    const word = tokens[at]?.word
    if (word === 'that' && at < 2) return tokens[at]?.start ?? null
    if (word !== 'to') continue
    const next = skipAdverbs(tokens, at + 1)
    if (isBaseVerb(tokens, next) || mayBeVerb.test(tokens[next]?.word ?? '')) return tokens[at]?.start ?? null
  }
  return null
}

/** 'ежегодно представлять': the adverbs before the verb say how often, not who. */
function withAdverbs(rest: string, at: number | null): number | null {
  if (at === null) return null
  const adverbs =
    /(?:(?<=\s)(?:\p{L}{3,}(?:но|ки|ми)|раз в \p{L}+ \p{L}+|каждые \p{L}+ \p{L}+|каждый год|один|и|также|по-прежнему|(?:на (?:его|ее|их|своей|своих|каждой|каждом)|через|до|не позднее|по линии) [^,;]{3,90}?)\s+)+$/u
  return at - (adverbs.exec(rest.slice(0, at))?.[0].length ?? 0)
}

function firstMatch(
  rest: string,
  pattern: RegExp,
  isVerb: (verb: string, whole: string) => boolean,
): number | null {
  for (const match of rest.matchAll(pattern)) {
    if (isVerb(match.groups?.['verb'] ?? '', match[0]))
      return match.index + (/^[\s,]*/.exec(match[0])?.[0].length ?? 0)
  }
  return null
}

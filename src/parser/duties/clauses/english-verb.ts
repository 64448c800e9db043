import { englishNounVerbs, englishVerbs, fromGerund, fromParticiple } from '../../names/verbs/english.ts'

export type Token = { word: string; start: number; end: number }

export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'&/.-]*[\p{L}\p{N}]|[\p{L}\p{N}]|\S/gu)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))

export type VerbPhrase = { base: string; next: number; continuing: boolean }

const adverb =
  /^(?:also|further|actively|fully|regularly|annually|periodically|continuously|continually|systematically|closely|urgently|promptly|jointly|effectively|efficiently|proactively|duly|not|immediately|thoroughly|strongly|seriously|carefully|promptly|accordingly|likewise|additionally|thereby|then|together|therefore|where|otherwise|subsequently|simultaneously|progressively|gradually|specifically|particularly|widely|strategically|expeditiously|rapidly|quickly|constantly|[a-z]{4,}ly)$/
const determiner =
  /^(?:the|a|an|its|their|his|her|our|all|any|this|that|these|those|each|every|such|other|further|relevant|appropriate|necessary|both|more|new|it|them|to|on|upon|with|as|back|annually|regularly|periodically|for|how|whether|what|where|when)$/

const isAdverb = (word: string | undefined): boolean =>
  word !== undefined && word !== 'apply' && adverb.test(word)

export const skipAdverbs = (tokens: Token[], from: number): number => {
  let at = from
  while (isAdverb(tokens[at]?.word) && !englishVerbs.has(tokens[at]?.word ?? '')) at += 1
  return at
}

/** Is the word at this place a verb in its base form, judged by what follows it? */
export function isBaseVerb(tokens: Token[], at: number): boolean {
  const word = tokens[at]?.word ?? ''
  if (!englishVerbs.has(word)) return false
  const next = tokens[at + 1]?.word ?? ''
  // Behind 'to' a noun would have an article: 'to offer joint training'.
  if (tokens[at - 1]?.word === 'to')
    return !/^(?:of|and|or|in|[,;.:)])$/.test(next) || !englishNounVerbs.has(word)
  if (next === 'of' || /^[,;.:)]$/.test(next)) return !englishNounVerbs.has(word) && next !== 'of'
  if (!englishNounVerbs.has(word)) return true
  if (/^(?:to|for|with|on)$/.test(next)) return nounVerbTakes(word, next)
  return determiner.test(next) || /^\p{Lu}/u.test(next) || isAdverb(next)
}

const nounVerbTakes = (word: string, next: string): boolean =>
  (word === 'report' && (next === 'to' || next === 'on')) ||
  (word === 'focus' && next === 'on') ||
  (word === 'work' && (next === 'with' || next === 'on')) ||
  (word === 'comment' && next === 'on') ||
  (word === 'plan' && next === 'for')

/** The verb that begins at a place where one is due (after 'to', 'should', 'and'), with what makes one act of it. */
export function verbPhraseAt(tokens: Token[], from: number): VerbPhrase | null {
  const at = skipAdverbs(tokens, from)
  const word = tokens[at]?.word
  if (word === undefined || !/^[a-z][a-z-]+$/.test(word)) return null
  if (word === 'be') return passiveAt(tokens, at + 1)
  if (word === 'continue' || word === 'keep') return continued(tokens, at, word)
  return { ...lightVerb(tokens, at, word), continuing: false }
}

export function gerundPhraseAt(tokens: Token[], from: number): VerbPhrase | null {
  const at = skipAdverbs(tokens, from)
  const base = fromGerund(tokens[at]?.word ?? '')
  if (base === null) return null
  if (base === 'continue') return continued(tokens, at, 'continue')
  return { ...lightVerb(tokens, at, base), continuing: false }
}

function passiveAt(tokens: Token[], from: number): VerbPhrase | null {
  const at = skipAdverbs(tokens, from)
  const base = fromParticiple(tokens[at]?.word ?? '')
  return base === null
    ? { base: 'be', next: from, continuing: false }
    : { base, next: at + 1, continuing: false }
}

function continued(tokens: Token[], at: number, word: string): VerbPhrase {
  const after = skipAdverbs(tokens, at + 1)
  if (tokens[after]?.word === 'to') {
    const inner = verbPhraseAt(tokens, after + 1)
    if (inner !== null) return { ...inner, continuing: true }
  }
  const gerund = word === 'continue' ? gerundPhraseAt(tokens, after) : null
  if (gerund !== null) return { ...gerund, continuing: true }
  return { base: word, next: at + 1, continuing: word === 'continue' }
}

const particles: Record<string, RegExp> = {
  carry: /^out$/,
  call: /^(?:upon|on|for)$/,
  draw: /^(?:up|on|upon)$/,
  set: /^(?:up|out)$/,
  follow: /^up$/,
  build: /^(?:on|upon)$/,
  bring: /^(?:about|together)$/,
  look: /^(?:into|at)$/,
  scale: /^up$/,
  work: /^(?:out|towards)$/,
  refrain: /^from$/,
  act: /^as$/,
  put: /^(?:in|forward)$/,
  point: /^out$/,
}

/** 'take all necessary measures' is 'take measures', 'play a leading role' stays whole, 'carry out' is one verb. */
function lightVerb(tokens: Token[], at: number, base: string): { base: string; next: number } {
  const next = tokens[at + 1]?.word ?? ''
  if (particles[base]?.test(next)) return { base: `${base} ${next}`, next: at + 2 }
  const words = tokens.slice(at + 1, at + 8).map((token) => token.word)
  if (base === 'take') return taken(words, at, tokens)
  if (base === 'make') return made(words, at)
  if (base === 'provide' && /^inputs?$/.test(next)) return { base: 'provide input', next: at + 2 }
  const whole: Record<string, RegExp> = {
    play: /^(?:role|part)$/,
    pay: /^attention$/,
    give: /^(?:priority|attention|consideration|effect)$/,
  }
  const head = words.findIndex((word) => whole[base]?.test(word))
  if (head < 0 || words.slice(0, head).some((word) => /^(?:[,;.]|to|of|and)$/.test(word)))
    return { base, next: at + 1 }
  return {
    base: [base, ...words.slice(0, head + 1).filter((word) => !/^(?:due)$/.test(word))].join(' '),
    next: at + 2 + head,
  }
}

function taken(words: string[], at: number, tokens: Token[]): { base: string; next: number } {
  if (words[0] === 'into' && /^(?:account|consideration)$/.test(words[1] ?? '')) {
    return { base: `take into ${words[1]}`, next: at + 3 }
  }
  if (/^(?:part|note|place|account|stock|advantage)$/.test(words[0] ?? ''))
    return { base: `take ${words[0]}`, next: at + 2 }
  const head = words.findIndex((word) => /^(?:measures?|actions?|steps|decisions?)$/.test(word))
  if (head >= 0 && !words.slice(0, head).some((word) => /^(?:[,;.]|of|into)$/.test(word))) {
    return { base: `take ${words[head]}`, next: at + 2 + head }
  }
  const sentence = tokens.slice(at + 1, at + 25).map((token) => token.word)
  const into = sentence.findIndex(
    (word, index) => word === 'into' && /^(?:account|consideration)$/.test(sentence[index + 1] ?? ''),
  )
  return into >= 0
    ? { base: `take into ${sentence[into + 1]}`, next: at + 1 }
    : { base: 'take', next: at + 1 }
}

function made(words: string[], at: number): { base: string; next: number } {
  const head = words.findIndex((word) =>
    /^(?:contributions?|efforts?|proposals?|recommendations?|use)$/.test(word),
  )
  if (head >= 0 && head < 4 && !words.slice(0, head).some((word) => /^(?:[,;.]|of|for|to)$/.test(word))) {
    return { base: `make ${words[head]}`, next: at + 2 + head }
  }
  const available = words.indexOf('available')
  if (available === 0 || available === 1) {
    const thing = /^(?:it|them|this|these)$/.test(words[0] ?? '') ? [] : words.slice(0, available)
    return { base: ['make', ...thing, 'available'].join(' '), next: at + 2 + available }
  }
  return { base: available > 1 ? 'make available' : 'make', next: at + 1 }
}

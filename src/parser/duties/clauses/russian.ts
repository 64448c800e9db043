import type { Clause, VerbGroup } from './clause.ts'
import { closed, noClause } from './clause.ts'
import type { ClauseSource, Word } from './words.ts'
import { wordsOf } from './words.ts'

const infinitive = /^[а-я]*(?:[аяеиуыо]ть|[вн]ести|брести|расти|йти|зти|учесть|прочесть|чь)(?:ся|сь)?$/u
// Nouns and numerals with the ending of an infinitive.
const notVerbs =
  /^(?:печать|сеть|путь|память|мать|пять|десять|девять|нить|суть|кровать|речь|ночь|дочь|новести|повести|совести|учесть.+|хоть|ведь|опять|вплоть|чуть|лишь)$/u

export const isRussianInfinitive = (word: string): boolean => {
  const lower = word.toLowerCase()
  return lower === 'учесть' || (infinitive.test(lower) && !notVerbs.test(lower))
}

const needs =
  /^(?:следует|должен|должна|должно|должны|необходимо|надлежит|нужно|будет|будут|может|могут|целесообразно)$/u
const goesOn = /^(?:продолжать|продолжить)$/u
const asks =
  /^(?:предложить|предлагать|просить|попросить|поручить|поручать|призвать|призывать|рекомендовать|пригласить)$/u
const adverb = /^(?:[а-я]+(?:но|ми|ски|во|ко)|также|далее|и|не|ежегодно|регулярно|активно|совместно)$/u

/** Reads 'продолжать …', 'что МСЭ следует …', 'принять …' and plain nouns. */
export function readRussianClause({ text }: ClauseSource): Clause {
  const words = wordsOf(text.text).map((word) => ({ ...word, word: word.word.toLowerCase() }))
  const length = text.text.length
  const first = words[0]?.word ?? ''
  if (first === 'что' || first === 'чтобы') return subjectClause(words, length)
  const at = words.findIndex((word) => isRussianInfinitive(word.word))
  if (at < 0 || !opensWithVerb(words, at)) return noClause
  return { form: 'infinitive', subject: null, groups: closed(collect(words, at), length) }
}

/** Before the first infinitive only adverbs or an aside set off by a comma may stand. */
function opensWithVerb(words: Word[], at: number): boolean {
  if (words.slice(0, at).every((word) => adverb.test(word.word) || word.word === ',')) return true
  if (
    /^(?:в|при|с|по|на|для|через|совместно|исходя|учитывая|принимая|ежегодно|каждые|до|не)$/.test(
      words[0]?.word ?? '',
    )
  )
    return true
  return at <= 6 && !words.slice(0, at).some((word) => /^[,;:]$/.test(word.word))
}

function collect(words: Word[], first: number): VerbGroup[] {
  const groups: VerbGroup[] = []
  let purpose = false
  let at = first
  while (at < words.length) {
    const word = words[at]?.word ?? ''
    if (/^(?:чтобы|целью|целях|дабы)$/.test(word)) purpose = true
    if (!isRussianInfinitive(word)) {
      at += 1
      continue
    }
    const last = groups.at(-1)
    const lead = leadOf(words, at)
    const joiner = words[lead]?.word ?? ''
    const comma = joiner === ',' || joiner === ';' || words[lead - 1]?.word === ','
    if (last === undefined) groups.push(groupAt(words, at))
    else if (
      last.verbs.every((verb) => goesOn.test(verb)) &&
      (words[at]?.start ?? 0) - last.end < 40 &&
      last.verbs.length === 1 &&
      joiner !== 'и'
    ) {
      Object.assign(last, { verbs: [word], end: words[at]?.end ?? last.end, continuing: true })
    } else if (/^(?:и|или|,|;|также)$/.test(joiner)) {
      if ((words[lead]?.start ?? 0) - last.end <= 2 && joiner !== ';') {
        last.verbs.push(word)
        last.end = words[at]?.end ?? last.end
      } else if (!purpose || (comma && joiner !== ',')) {
        groups.push({ ...groupAt(words, at), continuing: last.continuing && joiner === 'и' })
        purpose = false
      }
    } else if (asks.test(last.verbs.at(-1) ?? '') && !purpose) {
      groups.push({
        ...groupAt(words, at),
        kind: 'delegated',
        subject: { start: last.end + 1, end: (words[at]?.start ?? 1) - 1 },
      })
    } else purpose = true
    at += 1
  }
  return groups
}

function leadOf(words: Word[], at: number): number {
  let lead = at - 1
  while (
    lead >= 0 &&
    adverb.test(words[lead]?.word ?? '') &&
    words[lead]?.word !== 'и' &&
    words[lead]?.word !== 'также'
  )
    lead -= 1
  return lead
}

function groupAt(words: Word[], at: number): VerbGroup {
  const start = words[Math.max(0, leadOf(words, at) + 1)]?.start ?? 0
  const word = words[at]
  return {
    start,
    end: word?.end ?? 0,
    until: 0,
    verbs: [word?.word ?? ''],
    kind: 'own',
    subject: null,
    continuing: goesOn.test(word?.word ?? ''),
  }
}

function subjectClause(words: Word[], length: number): Clause {
  const at = words.findIndex((word, index) => index > 0 && needs.test(word.word))
  const first = words.findIndex((word, index) => index > Math.max(at, 0) && isRussianInfinitive(word.word))
  if (at < 0 || first < 0) return noClause
  // 'что необходимо МСЭ …' and 'что МСЭ необходимо …'
  const subject =
    at > 1
      ? { start: words[1]?.start ?? 0, end: words[at - 1]?.end ?? 0 }
      : first > at + 1
        ? { start: words[at + 1]?.start ?? 0, end: words[first - 1]?.end ?? 0 }
        : null
  const passive = /^быть$/.test(words[first]?.word ?? '')
  return {
    form: subject === null ? 'impersonal' : 'subject',
    subject: passive ? null : subject,
    groups: closed(collect(words, first), length),
  }
}

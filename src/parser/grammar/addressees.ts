import type { LanguageCode } from '../language-code.ts'
import { wordsOf } from '../languages/acts.ts'
import type { Words } from '../languages/lexicon.ts'
import { forgiving } from '../languages/pattern.ts'

export type Addressee = { printed: string; slug: string | null }

export type Addressed = {
  addressees: Addressee[]
  /** What follows the addressees and is no part of the heading: 'to report …'. */
  clause: string
  /** 'in consultation with …' belongs to the heading and names nobody who is told to act. */
  remark: string
}

type Expressions = {
  known: [string, RegExp][]
  directors: RegExp
  bureau: [string, RegExp][]
  joint: RegExp
  preposition: RegExp
  remark: RegExp
  clause: RegExp
  spaced: boolean
}

/** Reads the bodies and groups that a heading names after its verb. */
export function readAddressees(text: string, language: LanguageCode): Addressed {
  const use = expressionsOf(language)
  const addressees: Addressee[] = []
  let rest = text.trim()
  while (rest !== '') {
    if (addressees.length > 0 && use.remark.test(rest)) return { addressees, ...splitRemark(rest, use) }
    if (addressees.length > 0 && use.clause.test(rest)) return { addressees, clause: rest, remark: '' }
    const preposition = use.preposition.exec(rest)?.[0] ?? ''
    const here = rest.slice(preposition.length)
    const found = firstAddressee(here, use)
    if (found) {
      addressees.push(...found.addressees)
      rest = here.slice(found.length).trimStart()
      if (use.remark.test(rest)) return { addressees, ...splitRemark(rest, use) }
      const joint = use.joint.exec(rest)?.[0]
      if (joint) rest = rest.slice(joint.length).trimStart()
      else if (rest !== '' && !use.spaced) return { addressees, clause: rest, remark: '' }
      else if (rest !== '' && !use.remark.test(rest) && !use.clause.test(rest)) {
        const tail = unknownChunk(rest, use)
        const last = addressees.at(-1)
        if (last && !/^[(（]/.test(tail))
          addressees[addressees.length - 1] = { printed: `${last.printed} ${tail}`, slug: null }
        else if (last) last.printed = `${last.printed} ${tail}`
        rest = dropJoint(rest.slice(tail.length), use)
      }
    } else {
      const chunk = unknownChunk(rest, use)
      if (chunk === '') return { addressees, clause: rest, remark: '' }
      addressees.push({ printed: chunk, slug: null })
      rest = dropJoint(rest.slice(chunk.length), use)
    }
  }
  return { addressees, clause: '', remark: '' }
}

/** 'in consultation with the Directors, to report …': behind the remark the provision may begin in the same line. */
function splitRemark(text: string, use: Expressions): Pick<Addressed, 'clause' | 'remark'> {
  for (const comma of text.matchAll(/[,،]\s+/gu)) {
    const clause = text.slice(comma.index + comma[0].length)
    if (use.clause.test(clause)) return { remark: text.slice(0, comma.index), clause }
  }
  return { remark: text, clause: '' }
}

/** 'to report', 'that', 'de faire': the first words of a provision, never of an addressee. */
export function beginsClause(text: string, language: LanguageCode): boolean {
  return expressionsOf(language).clause.test(text)
}

function dropJoint(text: string, use: Expressions): string {
  const rest = text.trimStart()
  return rest.slice(use.joint.exec(rest)?.[0].length ?? 0).trimStart()
}

function firstAddressee(text: string, use: Expressions): { addressees: Addressee[]; length: number } | null {
  const directors = readDirectors(text, use)
  let best: { slug: string; length: number } | null = null
  for (const [slug, expression] of use.known) {
    const length = expression.exec(text)?.[0].length ?? 0
    if (length > (best?.length ?? 0)) best = { slug, length }
  }
  if (directors && directors.length >= (best?.length ?? 0)) return directors
  return best
    ? { addressees: [{ printed: text.slice(0, best.length).trim(), slug: best.slug }], length: best.length }
    : null
}

/** 'the Director of the Development Bureau', 'the Directors of the Radiocommunication Bureau and the Development Bureau'. */
function readDirectors(text: string, use: Expressions): { addressees: Addressee[]; length: number } | null {
  if (!use.spaced) return readDirectorsAfter(text, use)
  const lead = use.directors.exec(text)?.[0]
  if (!lead) return null
  const bureaux: string[] = []
  let at = lead.length
  let end = 0
  for (;;) {
    const hit = firstBureau(text.slice(at), use)
    if (!hit) break
    bureaux.push(hit.slug)
    end = at + hit.length
    const joint = use.joint.exec(text.slice(end).trimStart())?.[0]
    if (!joint) break
    const next = text.slice(end).trimStart().slice(joint.length).trimStart()
    at = text.length - next.length
  }
  if (bureaux.length === 0) return null
  const slug = `director${bureaux.length > 1 ? 's' : ''}-${bureaux.join('-')}`
  return { addressees: [{ printed: text.slice(0, end).trim(), slug }], length: end }
}

/** Chinese names the bureau before the office. */
function readDirectorsAfter(
  text: string,
  use: Expressions,
): { addressees: Addressee[]; length: number } | null {
  const bureaux: string[] = []
  let at = 0
  for (;;) {
    const hit = firstBureau(text.slice(at), use)
    if (!hit) return null
    bureaux.push(hit.slug)
    at += hit.length
    const title = use.directors.exec(text.slice(at))?.[0]
    if (title) {
      at += title.length
      const slug = `director${bureaux.length > 1 ? 's' : ''}-${bureaux.join('-')}`
      return { addressees: [{ printed: text.slice(0, at), slug }], length: at }
    }
    const joint = use.joint.exec(text.slice(at))?.[0]
    if (!joint) return null
    at += joint.length
  }
}

function firstBureau(text: string, use: Expressions): { slug: string; length: number } | null {
  for (const [slug, expression] of use.bureau) {
    const length = expression.exec(text)?.[0].length ?? 0
    if (length > 0) return { slug, length }
  }
  return null
}

/** A body that the lexicon does not know: up to the next comma, 'and' or clause. */
function unknownChunk(text: string, use: Expressions): string {
  for (let at = 1; at < text.length; at++) {
    const after = text.slice(at)
    const atWord = !use.spaced || /^[\s,،;]/.test(after)
    if (!atWord) continue
    const rest = after.trimStart()
    if (use.joint.test(rest) || use.clause.test(rest) || use.remark.test(rest))
      return text.slice(0, at).trim()
  }
  return text.trim()
}

const clauses: Record<LanguageCode, string> = {
  en: 'to (?:\\p{Ll}|[“"])|that |not to |as follows|the following',
  fr: "(?:de|à|d')(?: ne pas)? ?(?:[\\p{Ll}']+ )?\\p{Ll}+(?:er|ir|re|oir)(?![\\p{L}])|que |qu'|de (?:bien )?vouloir",
  es: '(?:a )?que |(?:de |a )?(?:no )?\\p{Ll}+(?:ar|er|ir|arse|erse|irse)(?![\\p{L}])',
  ru: '(?:в [\\p{L} -]{3,40} )?(?:не )?\\p{Ll}+(?:ть|ти|чь|ться|тись)(?![\\p{L}])|чтобы |что ',
  zh: '$^',
  ar: 'أن |إلى |بأن |ألا |على |ب\\p{L}{3,}|ما يلي',
}

const prepared = new Map<LanguageCode, Expressions>()

function expressionsOf(language: LanguageCode): Expressions {
  let use = prepared.get(language)
  if (!use) prepared.set(language, (use = prepare(wordsOf[language])))
  return use
}

function prepare(words: Words): Expressions {
  const spaced = words.language !== 'zh'
  const edge = spaced ? '(?![\\p{L}\\p{N}])' : ''
  const at = (form: string, after = edge): RegExp => new RegExp(`^(?:${forgiving(form)})${after}`, 'iu')
  const each = (forms: Record<string, string>): [string, RegExp][] =>
    Object.entries(forms).map(([slug, form]) => [slug, at(form)])
  return {
    known: each(words.addressees),
    directors: at(words.directorsOf, ''),
    bureau: each(words.bureaux),
    joint: new RegExp(
      `^(?:${words.conjunctions.replaceAll(',? ', ',?\\s*')})${spaced && words.language !== 'ar' ? '(?![\\p{L}])' : ''}`,
      'iu',
    ),
    preposition:
      words.prepositions === ''
        ? /^$/
        : new RegExp(`^(?:${forgiving(words.prepositions)})${spaced ? "(?:\\s+|(?<=['’]))" : ''}`, 'iu'),
    remark: new RegExp(`^(?:,\\s*)?(?:${forgiving(words.sideRemarks)})`, 'iu'),
    clause: new RegExp(`^(?:${clauses[words.language]})`, 'u'),
    spaced,
  }
}

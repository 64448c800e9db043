import type { LanguageCode } from '../language-code.ts'
import { arabic } from './ar.ts'
import { chinese } from './zh.ts'
import { english } from './en.ts'
import { french } from './fr.ts'
import { russian } from './ru.ts'
import { spanish } from './es.ts'
import type { Words } from './lexicon.ts'
import { forgiving } from './pattern.ts'

export const wordsOf: Record<LanguageCode, Words> = {
  ar: arabic,
  zh: chinese,
  en: english,
  fr: french,
  ru: russian,
  es: spanish,
}

export type Act = {
  /** 'resolves', 'considering-further' */
  key: string
  kind: 'preamble' | 'operative'
  /** How many characters of the text the verb with its adverbs takes. */
  length: number
}

type Form = { key: string; kind: Act['kind']; expression: RegExp }
type Forms = { any: RegExp; all: Form[]; before: RegExp; after: RegExp; further: RegExp; also: RegExp }

/**
 * The verb that a heading or paragraph begins with, in any of its printed forms; the longest form wins. Languages whose
 * verbs do not show the kind (Chinese) leave it to `prefer`, which is where in the document the text stands.
 */
export function findAct(text: string, language: LanguageCode, prefer: Act['kind'] = 'preamble'): Act | null {
  const forms = formsOf(language)
  const start = text.slice(0, 160)
  let best: Act | null = null
  for (const offset of verbOffsets(start, forms)) {
    const rest = start.slice(offset)
    if (!forms.any.test(rest)) continue
    for (const { key, kind, expression } of forms.all) {
      const verb = expression.exec(rest)?.[0].length ?? 0
      if (verb === 0) continue
      const after = forms.after.exec(rest.slice(verb))?.[0].length ?? 0
      const length = start.slice(0, offset + verb + after).trimEnd().length
      const better =
        !best || length > best.length || (length === best.length && kind === prefer && best.kind !== prefer)
      if (better) best = { key, kind, length }
    }
  }
  if (!best) return null
  const printed = start.slice(0, best.length)
  const addition = forms.further.test(printed) ? '-further' : forms.also.test(printed) ? '-also' : ''
  return { ...best, key: best.key + addition }
}

/** The verb stands at the head or behind up to three adverbs: 'also strongly urges'. */
function verbOffsets(start: string, { before }: Forms): number[] {
  const offsets = [0]
  let at = 0
  while (offsets.length < 4) {
    const length = before.exec(start.slice(at))?.[0].length ?? 0
    if (length === 0) break
    at += length
    offsets.push(at)
  }
  return offsets
}

const known = new Map<LanguageCode, Forms>()

function formsOf(language: LanguageCode): Forms {
  let forms = known.get(language)
  if (!forms) known.set(language, (forms = compile(wordsOf[language])))
  return forms
}

function compile(words: Words): Forms {
  const spaced = words.language !== 'zh'
  const gap = spaced ? '\\s+' : ''
  const edge = spaced ? '(?![\\p{L}\\p{N}])' : ''
  const side = forgiving([words.further, words.also, words.adverbs].join('|'))
  const mark = (form: string) =>
    new RegExp((spaced ? '(?<!\\p{L})' : '') + `(?:${forgiving(form)})${edge}`, 'iu')
  const decides = forgiving(words.decidesTo)
  type Source = [key: string, kind: Act['kind'], source: string]
  const sources: Source[] = [
    ...Object.entries(words.infinitives).map(([key, form]): Source => [
      key,
      'operative',
      `${decides}\\s*(?:${forgiving(form)})`,
    ]),
    ...Object.entries(words.operative).map(([key, form]): Source => [key, 'operative', forgiving(form)]),
    ...Object.entries(words.preambular).map(([key, form]): Source => [key, 'preamble', forgiving(form)]),
  ]
  return {
    any: new RegExp(`^(?:${sources.map(([, , source]) => source).join('|')})`, 'iu'),
    all: sources.map(([key, kind, source]) => ({
      key,
      kind,
      expression: new RegExp(`^(?:${source})${edge}`, 'iu'),
    })),
    before: new RegExp(`^(?:${side}),?${gap}`, 'iu'),
    after: new RegExp(`^(?:,?${gap}(?:${side})${edge}){0,3}`, 'iu'),
    further: mark(words.further),
    also: mark(words.also),
  }
}

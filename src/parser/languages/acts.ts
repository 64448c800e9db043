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
type Forms = { any: RegExp; all: Form[]; further: RegExp; also: RegExp }

/**
 * The verb that a heading or paragraph begins with, in any of its printed forms; the longest form wins. Languages whose
 * verbs do not show the kind (Chinese) leave it to `prefer`, which is where in the document the text stands.
 */
export function findAct(text: string, language: LanguageCode, prefer: Act['kind'] = 'preamble'): Act | null {
  const forms = formsOf(language)
  const start = text.slice(0, 160)
  if (!forms.any.test(start)) return null
  let best: Act | null = null
  for (const { key, kind, expression } of forms.all) {
    const length = expression.exec(start)?.[0].trimEnd().length ?? 0
    if (length === 0) continue
    const better =
      !best || length > best.length || (length === best.length && kind === prefer && best.kind !== prefer)
    if (better) best = { key, kind, length }
  }
  if (!best) return null
  const printed = start.slice(0, best.length)
  const addition = forms.further.test(printed) ? '-further' : forms.also.test(printed) ? '-also' : ''
  return { ...best, key: best.key + addition }
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
  const before = `(?:(?:${side}),?${gap})`
  const after = `(?:,?${gap}(?:${side})${edge})`
  const expression = (form: string) => new RegExp(`^${before}{0,3}(?:${form})${edge}${after}{0,3}`, 'iu')
  const mark = (form: string) =>
    new RegExp((spaced ? '(?<!\\p{L})' : '') + `(?:${forgiving(form)})${edge}`, 'iu')

  const decides = forgiving(words.decidesTo)
  const sources: [string, Act['kind'], string][] = [
    ...Object.entries(words.infinitives).map(([key, form]): [string, Act['kind'], string] => [
      key,
      'operative',
      `${decides}\\s*(?:${forgiving(form)})`,
    ]),
    ...Object.entries(words.operative).map(([key, form]): [string, Act['kind'], string] => [
      key,
      'operative',
      forgiving(form),
    ]),
    ...Object.entries(words.preambular).map(([key, form]): [string, Act['kind'], string] => [
      key,
      'preamble',
      forgiving(form),
    ]),
  ]
  return {
    any: new RegExp(`^${before}{0,3}(?:${sources.map(([, , source]) => source).join('|')})`, 'iu'),
    all: sources.map(([key, kind, source]) => ({ key, kind, expression: expression(source) })),
    further: mark(words.further),
    also: mark(words.also),
  }
}

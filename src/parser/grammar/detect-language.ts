import type { LanguageCode } from '../language-code.ts'
import { wordsOf } from '../languages/acts.ts'

/** By script first, then by the short words that make up a third of any text. */
export function detectLanguage(texts: Iterable<string>): { language: LanguageCode; sure: boolean } {
  const sample = sampleOf(texts)
  const count = (script: RegExp): number => sample.match(script)?.length ?? 0
  const han = count(/\p{Script=Han}/gu) * 3
  const arabic = count(/\p{Script=Arabic}/gu)
  const cyrillic = count(/\p{Script=Cyrillic}/gu)
  const latin = count(/\p{Script=Latin}/gu)
  const total = han + arabic + cyrillic + latin
  const [script, letters] = (
    [
      ['zh', han],
      ['ar', arabic],
      ['ru', cyrillic],
      ['latin', latin],
    ] as const
  ).toSorted((a, b) => b[1] - a[1])[0] ?? ['latin', 0]
  if (script !== 'latin') return { language: script, sure: letters * 2 > total }
  return byFunctionWords(sample)
}

function byFunctionWords(sample: string): { language: LanguageCode; sure: boolean } {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const score = (language: LanguageCode): number => {
    const known = new Set(wordsOf[language].functionWords.split(' '))
    return words.filter((word) => known.has(word)).length
  }
  const ranked = (['en', 'fr', 'es'] as const)
    .map((language) => ({ language, score: score(language) }))
    .toSorted((a, b) => b.score - a.score)
  const [first, second] = ranked
  if (!first || first.score === 0) return { language: 'en', sure: false }
  return { language: first.language, sure: first.score > 1.3 * (second?.score ?? 0) && words.length > 20 }
}

const enough = 60_000

function sampleOf(texts: Iterable<string>): string {
  let sample = ''
  for (const text of texts) {
    sample += text + '\n'
    if (sample.length > enough) break
  }
  return sample
}

import type { LanguageCode } from '../language-code.ts'

const scripts: Record<LanguageCode, RegExp> = {
  ar: /\p{Script=Arabic}/gu,
  zh: /\p{Script=Han}/gu,
  en: /\p{Script=Latin}/gu,
  fr: /\p{Script=Latin}/gu,
  es: /\p{Script=Latin}/gu,
  ru: /\p{Script=Cyrillic}/gu,
}

/** Templates declare a language whatever is typed into them; a text of another script shows it. */
export function writesLike(language: LanguageCode, text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const own = text.match(scripts[language])?.length ?? 0
  // Chinese says in one sign what takes others five, and Latin names stand in all languages.
  return own * (language === 'zh' ? 5 : 2) >= letters
}

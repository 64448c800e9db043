import type { LanguageCode } from '../language-code.ts'

/** Arabic writes particles on the word behind them: 'للمجلس' names 'المجلس', 'والقرار 45' is 'القرار 45'. */
export function withoutParticles(printed: string, language: LanguageCode): string {
  if (language !== 'ar') return printed
  return printed
    .replace(/^[وف]?لل/u, 'ال')
    .replace(/^[وف]?[بك](?=ال|قرار|مقرر)/u, '')
    .replace(/^[وف]?ل(?=قرار|مقرر)/u, '')
    .replace(/^[وف](?=ال|قرار|مقرر)/u, '')
}

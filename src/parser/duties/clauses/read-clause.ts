import type { LanguageCode } from '../../language-code.ts'
import { readArabicClause } from './arabic.ts'
import { readChineseClause } from './chinese.ts'
import type { Clause } from './clause.ts'
import { readEnglishClause } from './english.ts'
import { readFrenchClause } from './french.ts'
import { readRussianClause } from './russian.ts'
import { readSpanishClause } from './spanish.ts'
import type { ClauseSource } from './words.ts'

/** Reads what one provision, or one item of a list, asks for. */
export function readClause(source: ClauseSource, language: LanguageCode): Clause {
  switch (language) {
    case 'ar':
      return readArabicClause(source)
    case 'zh':
      return readChineseClause(source)
    case 'en':
      return readEnglishClause(source.text.text, source.afterTo)
    case 'fr':
      return readFrenchClause(source)
    case 'ru':
      return readRussianClause(source)
    case 'es':
      return readSpanishClause(source)
  }
}

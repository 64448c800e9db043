import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { MessageKey, Translate } from '#platform/messages.ts'
import type { TextState } from '#platform/texts/texts.ts'
import type { ParityCount } from './parity-queries.ts'

/** Words of the program: pages, forms and errors; and those that go out by mail. Each exists in every language, or it does not start. */
export const wordKinds = ['interface', 'mail'] as const

export type WordKind = (typeof wordKinds)[number]

const inMails = /(?:^|\.)(?:mail|notice)s?\./

export const wordsOf = ({ keys }: Translate, kind: WordKind): MessageKey[] =>
  keys.filter((key) => inMails.test(key) === (kind === 'mail')).toSorted()

/** The program is written in English. */
export const stateOfWords = (language: LanguageCode): TextState => (language === 'en' ? 'original' : 'human')

export const wordCounts = (t: Translate): ParityCount[] =>
  wordKinds.flatMap((kind) => {
    const count = wordsOf(t, kind).length
    return languageCodes.map((language) => ({ kind, language, state: stateOfWords(language), count }))
  })

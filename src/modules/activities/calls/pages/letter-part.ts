import { stateWord } from '#platform/access/words.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import type { TextState } from '#platform/texts/texts.ts'
import { date } from '#platform/ui/format.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { textSaid } from '#platform/ui/text-note.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { CallRecord } from '../call-shape.ts'

/** The letter in the reader's language, or in its own, which is said. */
export const letterPart = ({ t }: Visit, { letter, originalLanguage }: CallRecord): Html =>
  html`<section class="letter" aria-label="${t('calls.letter')}">
    ${textSaid(t, {
      text: letter.text,
      language: letter.language,
      state: letter.state ?? 'original',
      original: originalLanguage,
      isFallback: letter.isFallback,
    })}
  </section>`

/** Where the words of one language come from. There is one original; what the secretariat gave in other languages stands beside it. */
export const wordOrigin = (
  t: Translate,
  original: LanguageCode,
  language: LanguageCode,
  state: TextState,
): string =>
  state === 'original' && language !== original ? t('calls.words.given') : stateWord(t, 'translation', state)

/** From when to when entries count as in time, and that later ones are taken too. */
export const datesLine = ({ t, language }: Visit, call: Pick<CallRecord, 'opensOn' | 'cutOff'>): string =>
  t('calls.dates', { opens: date(language, call.opensOn), cutOff: date(language, call.cutOff) })

import { inLanguage } from '#platform/languages.ts'
import type { MessageValues, Translate } from '#platform/messages.ts'
import { date } from '#platform/ui/format.ts'
import type { Fact, Facts } from './notice.ts'

/** The facts of a notice as the reader's language words them. */
export const factsIn = (t: Translate, facts: Facts): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, wordOf(t, fact)]),
  ) satisfies MessageValues

function wordOf(t: Translate, fact: Fact): string | number {
  if (typeof fact !== 'object') return fact
  if ('day' in fact) return date(t.language.code, fact.day)
  if ('words' in fact) return t(fact.words, fact.values)
  return inLanguage(fact.text, t.language.code)?.text ?? ''
}

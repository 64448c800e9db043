import { trigramsOf } from '#modules/activities/index.ts'
import { textWords } from '#platform/search/analysis/words.ts'
import { conceptsIn } from '#platform/search/thesaurus/concept-finder.ts'
import type { Thesaurus } from '#platform/search/thesaurus/thesaurus.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { Item, ItemTree } from '../../item.ts'
import type { Plan } from '../../plan.ts'
import type { ItemSpeech, Likened } from './overlap.ts'

/** What an item says in each language in which somebody or something has written it. */
export type ItemTexts = Partial<Record<LanguageCode, { title: string; text: string }>>

const comparedLetters = 600

type Taken = { item: Item; plan: Plan; lead: string; texts: ItemTexts; above: readonly string[] }

/** Takes an item apart. `lead`: the body that leads it; `above`: the ids of the items above it. */
export const likened = (thesaurus: Thesaurus, { item, plan, lead, texts, above }: Taken): Likened => {
  const links = (kind: string) => item.links.filter((link) => link.kind === kind).map(({ record }) => record)
  const duties = links('duty')
  return {
    id: item.id,
    plan: plan.id,
    series: plan.series,
    lineage: item.lineage,
    above,
    lead,
    duties: new Set(duties),
    provisions: new Set([...links('provision'), ...duties.map((duty) => duty.split('#')[0] ?? duty)]),
    partners: new Set(
      item.parties.filter(({ role }) => role === 'partner').map(({ kind, party }) => `${kind} ${party}`),
    ),
    countries: new Set(codesIn(item, 'countries')),
    startsOn: item.startsOn ?? plan.startsOn,
    deadlineOn: item.deadlineOn,
    ...spoken(thesaurus, item.language, texts),
  }
}

/** In the language of the author and in English, into which most is translated: what has neither in common is compared by concepts. */
function spoken(
  thesaurus: Thesaurus,
  original: LanguageCode,
  texts: ItemTexts,
): Pick<Likened, 'speech' | 'concepts'> {
  const shown = languageCodes.filter((language) => language === original || language === 'en')
  const speech = shown.flatMap((language): [LanguageCode, ItemSpeech][] => {
    const own = texts[language]
    if (own === undefined || own.title === '') return []
    return [[language, { trigrams: trigramsOf(own.title), words: wordsIn(comparedText(own), language) }]]
  })
  const own = texts[original]
  return {
    speech: Object.fromEntries(speech),
    concepts: new Set(
      own === undefined
        ? []
        : conceptsIn(thesaurus, comparedText(own), original).map(({ concept }) => concept),
    ),
  }
}

const comparedText = ({ title, text }: { title: string; text: string }): string =>
  `${title}\n${text}`.slice(0, comparedLetters)

/** Single characters of Chinese tell nothing, so those that stand beside each other are taken together. */
function wordsIn(text: string, language: LanguageCode): Map<string, string> {
  const { words } = textWords(text, language)
  return new Map(
    words.flatMap(({ form, from, to }, place): [string, string][] => {
      const next = words[place + 1]
      if (!form.isHan) return form.isStop ? [] : [[form.stem, text.slice(from, to)]]
      return next?.form.isHan === true && next.from === to
        ? [[form.stem + next.form.stem, text.slice(from, next.to)]]
        : []
    }),
  )
}

const codesIn = ({ codes }: Item, wanted: ItemTree): string[] =>
  codes.filter(({ tree }) => tree === wanted).map(({ code }) => code)

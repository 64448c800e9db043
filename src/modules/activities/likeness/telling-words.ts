import type { Search } from '#platform/search/feeding/search-feed.ts'
import { textWords } from '#platform/search/analysis/words.ts'
import { conceptsIn } from '#platform/search/thesaurus/concept-finder.ts'
import type { Thesaurus } from '#platform/search/thesaurus/thesaurus.ts'
import { publicStates, type Activity } from '../activity.ts'
import { activityKey } from '../finding/activity-document.ts'

const foundAtOnce = 20

type Asking = { words: string; filters: Record<string, readonly string[]> }

/** Published entries that the search finds with the title, and with what the text speaks of; at most four questions. */
export async function foundLike(
  search: Search,
  thesaurus: Thesaurus,
  { language, content }: Pick<Activity, 'language' | 'content'>,
): Promise<string[]> {
  const asked = askings(thesaurus, { language, content })
  const answers = await Promise.all(
    asked.map(({ words, filters }) =>
      search.answer({
        words,
        language,
        lastWord: 'whole',
        filters: { kind: ['activity'], state: publicStates, ...filters },
        facets: [],
        order: 'relevance',
        limit: foundAtOnce,
        after: null,
      }),
    ),
  )
  const keys = answers.flatMap(({ hits }) => hits.map(({ key }) => key))
  return [...new Set(keys)].map((key) => key.slice(activityKey('').length))
}

/** The search wants all words of a question at once, so each asks for few. */
export function askings(
  thesaurus: Thesaurus,
  { language, content }: Pick<Activity, 'language' | 'content'>,
): Asking[] {
  const words = tellingWords(content.title, language)
  const found = conceptsIn(thesaurus, [content.title, content.summary].join('\n'), language)
  const concepts = found.flatMap(({ concept }) => thesaurus.concepts.get(concept)?.terms[language][0] ?? [])
  const places: Asking['filters'] = content.countries.length === 0 ? {} : { country: content.countries }
  const lines = content.actionLines.map(({ code }) => code)
  return [
    { words: words.slice(0, 3).join(' '), filters: {} },
    { words: words.slice(0, 1).join(' '), filters: places },
    { words: concepts.slice(0, 2).join(' '), filters: {} },
    {
      words: concepts.slice(0, 1).join(' '),
      filters: lines.length === 0 ? places : { ...places, 'action-line': lines },
    },
  ].filter((asking) => asking.words !== '')
}

/** The longest first: what is written out says more than what joins it. Of Chinese the words, not their characters. */
function tellingWords(title: string, language: Activity['language']): string[] {
  if (language === 'zh') {
    const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)
    return longestFirst([...segments].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : [])))
  }
  const { words } = textWords(title, language)
  return longestFirst(words.flatMap(({ form, from, to }) => (form.isStop ? [] : [title.slice(from, to)])))
}

const longestFirst = (words: string[]): string[] =>
  [...new Set(words)].toSorted((one, other) => other.length - one.length)

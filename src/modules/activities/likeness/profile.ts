import { textWords, type TextWord } from '#platform/search/analysis/words.ts'
import { folded } from '#platform/search/analysis/folding.ts'
import { conceptsIn } from '#platform/search/thesaurus/concept-finder.ts'
import type { Thesaurus } from '#platform/search/thesaurus/thesaurus.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { ActivityContent } from '../content.ts'

/** What of an entry is compared. */
export type Compared = {
  /** The one that took its place, where the organization was merged into another. */
  organization: string | null
  language: LanguageCode
  content: Pick<
    ActivityContent,
    'title' | 'summary' | 'objective' | 'content' | 'results' | 'website' | 'countries' | 'start' | 'end'
  >
}

/** An entry taken apart for comparing; made once, compared with many. */
export type Profile = {
  organization: string | null
  language: LanguageCode
  trigrams: ReadonlySet<string>
  /** Words that tell something, without their endings. */
  stems: ReadonlySet<string>
  /** Numbers that stand in the text, which are the same in every language. */
  figures: ReadonlySet<string>
  concepts: ReadonlySet<string>
  website: { host: string; page: string } | null
  countries: ReadonlySet<string>
  start: string | null
  end: string | null
}

const comparedLetters = 1500

export function profileOf(thesaurus: Thesaurus, { organization, language, content }: Compared): Profile {
  const text = [content.title, content.summary, content.objective].join('\n').slice(0, comparedLetters)
  const { words } = textWords(text, language)
  return {
    organization,
    language,
    trigrams: trigramsOf(content.title),
    stems: stemsOf(words),
    figures: figuresIn([text, content.content, content.results].join('\n')),
    concepts: new Set(conceptsIn(thesaurus, text, language).map(({ concept }) => concept)),
    website: websiteOf(content.website),
    countries: new Set(content.countries),
    start: content.start,
    end: content.end,
  }
}

/** Single characters of Chinese tell nothing, so those that stand beside each other are taken together. */
const stemsOf = (words: readonly TextWord[]): Set<string> =>
  new Set(
    words.flatMap(({ form, to }, place) => {
      const next = words[place + 1]
      if (form.isHan) return next?.form.isHan === true && next.from === to ? [form.stem + next.form.stem] : []
      return form.isStop ? [] : [form.stem]
    }),
  )

/** Every three letters that stand beside each other, with the ends of words. Chinese, which has few letters, in twos. */
export function trigramsOf(title: string): Set<string> {
  const words = folded(title).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return new Set(
    words.flatMap((word) => (/^\p{Script=Han}/u.test(word) ? piecesOf(word, 2) : piecesOf(` ${word} `, 3))),
  )
}

function piecesOf(word: string, length: number): string[] {
  const letters = Array.from(word)
  if (letters.length <= length) return [word]
  return Array.from({ length: letters.length - length + 1 }, (_, at) =>
    letters.slice(at, at + length).join(''),
  )
}

const groupedNumber = /\p{Nd}+(?:[ \u00a0\u202f.,]\p{Nd}{3}(?!\p{Nd}))*/gu

/** Numbers of two digits and more, however thousands are set apart; but for years, which many have in common. */
function figuresIn(text: string): Set<string> {
  const found = folded(text).match(groupedNumber) ?? []
  const digits = found.map((number) => number.replaceAll(/\P{Nd}/gu, ''))
  return new Set(digits.filter((number) => number.length > 1 && !/^(?:19|20)\d\d$/.test(number)))
}

/** Host and page of a website, so that a closing slash, capitals and www make no difference. */
export function websiteOf(address: string | null): Profile['website'] {
  const url = address === null ? null : URL.parse(address)
  if (url === null || url.host === '') return null
  const host = url.host.replace(/^www\./, '')
  return { host, page: url.pathname.replace(/\/+$/, '').toLowerCase() + url.search }
}

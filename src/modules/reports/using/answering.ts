import { inLanguage, type LanguageCode } from '#platform/languages.ts'
import type { Said } from '#platform/web/shapes.ts'
import { citedRef } from '../citing/citation.ts'
import { calledInText } from '../citing/cited-title.ts'
import type { FrozenSection, FrozenTexts } from '../freezing/edition.ts'
import { citationsIn, wordsIn, type MarkedBlock } from '../markup/markup.ts'
import { paragraphId, paragraphsOf } from './use.ts'

export type QuotedSection = Pick<FrozenSection, 'code' | 'text' | 'cited'>

/** What the live parts of a report counted, by key: a sentence may speak of one of another section. */
export type Totals = Readonly<Record<string, number>>

export const totalsIn = (sections: readonly Pick<FrozenSection, 'parts'>[]): Totals =>
  Object.fromEntries(sections.flatMap(({ parts }) => parts.map(({ key, result }) => [key, result.total])))

/** A paragraph of a frozen report with its place. */
export type Quoted = { section: string; number: number; anchor: string; text: Said }

type Wanted = { totals: Totals; asked: string; language: LanguageCode; original: LanguageCode }

/** The first paragraph that cites a duty, or its provision, in the reader's language where the section has one. */
export function paragraphAnswering(
  sections: readonly QuotedSection[],
  { totals, asked, language, original }: Wanted,
): Quoted | null {
  for (const section of sections) {
    const read = languageOf(section.text, language, original)
    const found = paragraphsOf(section.text[read]?.text ?? '').find(({ block }) =>
      citationsIn([block]).some((address) => isOf(asked, address)),
    )
    if (found === undefined) continue
    const { number, block } = found
    const text = saidOf(section, block, { totals, language: read })
    return { section: section.code, number, anchor: paragraphId(section.code, number), text }
  }
  return null
}

const languageOf = (texts: FrozenTexts, wanted: LanguageCode, original: LanguageCode): LanguageCode =>
  texts[wanted] === undefined ? original : wanted

const longest = 1500

function saidOf(
  { text, cited }: QuotedSection,
  block: MarkedBlock,
  { totals, language }: { totals: Totals; language: LanguageCode },
): Said {
  const words = wordsIn([block], {
    part: (key) => String(totals[key] ?? ''),
    citation: (address) => inLanguage(calledInText(cited, address), language)?.text ?? '',
  })
  const state = text[language]?.state
  return {
    text: words.length > longest ? `${words.slice(0, longest)}…` : words,
    language,
    ...(state === 'machine' || state === 'outdated' ? { state } : {}),
  }
}

/** Whether an address is that of a duty or of its provision; of a provision, also that of any of its duties. */
export function isOf(asked: string, address: string): boolean {
  const ref = citedRef(address)
  const isDuty = /#\d+$/.test(asked)
  if (ref?.kind === 'duty') return isDuty ? ref.id === asked : provisionOf(ref.id) === asked
  return ref?.kind === 'provision' && ref.id === provisionOf(asked)
}

const provisionOf = (duty: string): string => duty.replace(/#\d+$/, '')

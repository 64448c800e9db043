import { isInOrder } from '#modules/activities/dates.ts'
import { emptyContent, limits, type ActivityContent } from '#modules/activities/content.ts'
import { lengthOf } from '#modules/activities/index.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { chanceOf, inventedWord, languageByChance } from '../search/invented-documents.ts'
import type { StockField, WordStock } from './word-stock.ts'

/** Codes as the register holds them, the commonest first. */
export type Codes = { countries: string[]; lines: string[]; regions: string[] }

export type InventedEntry = {
  id: string
  language: LanguageCode
  organization: string
  externalKey: string
  content: ActivityContent
}

export type Inventor = (number: number) => InventedEntry

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** The same number always gives the same entry: sentences of the example world put together anew, with places, times and tags as they are spread there. */
export const inventor =
  (stock: Record<LanguageCode, WordStock>, codes: Codes, organizations: number): Inventor =>
  (number) => {
    const chance = chanceOf(number * 2_654_435_761)
    const language = languageByChance(chance())
    return {
      id: Array.from({ length: 10 }, () => letters[Math.floor(chance() * 32)]).join(''),
      language,
      organization: organizationId(Math.floor(organizations * chance() ** 2)),
      externalKey: `bench-${number}`,
      content: inventedContent({ stock: stock[language], codes, language, chance }),
    }
  }

export const organizationId = (number: number): string => `bench-${number}`

type Source = { stock: WordStock; codes: Codes; language: LanguageCode; chance: () => number }

function inventedContent(source: Source): ActivityContent {
  const { stock, codes, language, chance } = source
  const pattern = one(stock.entries, chance)
  const text = (field: StockField, share: number, most: number) =>
    chance() < share ? sentences(source, field, most) : ''
  const summary = sentences(source, 'summary', 3)
  const objective = text('objective', 0.5, 2)
  const content = text('content', 0.5, 4)
  const terms = [one(stock.terms, chance), one(stock.terms, chance)].join(language === 'zh' ? '、' : ', ')
  const line = one(codes.lines, chance)
  const isOwn = pattern.actionLines.some(({ code }) => code === line)
  return {
    ...emptyContent,
    title: titleOf(source),
    type: pattern.type,
    summary,
    objective,
    content,
    results: text('results', 0.3, 2),
    sustainability: text('sustainability', 0.15, 1),
    partnerships: [text('partnerships', 0.2, 1), terms].filter((part) => part !== '').join(' '),
    lessons: text('lessons', 0.1, 1),
    ...placesOf(source, pattern.reach),
    ...timesOf(chance),
    actionLines: [
      ...pattern.actionLines.slice(0, 3),
      ...(isOwn || chance() < 0.6 ? [] : [{ code: line, why: '', themes: [] }]),
    ],
    sdgs: pattern.sdgs,
    gdc: pattern.gdc,
    beneficiaries: pattern.beneficiaries,
    budget: chance() < 0.2 ? { amount: Math.floor(chance() * 900) * 1000, currency: 'USD' } : null,
  }
}

/** A name of its own before the title of an example, as projects have one. */
function titleOf({ stock, language, chance }: Source): string {
  const name = inventedWord(language, chance)
  const title = one(stock.titles, chance)
  const whole = language === 'zh' ? `${name}：${title}` : `${name}: ${title}`
  return lengthOf(whole, language) <= limits.title[language === 'zh' ? 'characters' : 'words'] ? whole : title
}

function sentences({ stock, language, chance }: Source, field: StockField, most: number): string {
  const count = 1 + Math.floor(chance() * most)
  const chosen = Array.from({ length: count }, () => one(stock.sentences[field], chance))
  while (lengthOf(chosen.join(' '), language) > limits[field][language === 'zh' ? 'characters' : 'words'])
    chosen.pop()
  return chosen.join(language === 'zh' ? '' : ' ')
}

/** Few countries have many entries, and many have few. */
function placesOf({ codes, chance }: Source, reach: ActivityContent['reach']) {
  const country = () => codes.countries[Math.floor(codes.countries.length * chance() ** 2)]!
  if (reach === 'regional')
    return { reach, regions: [one(codes.regions, chance)], countries: [...new Set([country(), country()])] }
  if (reach === 'international') return { reach, regions: [], countries: chance() < 0.5 ? [] : [country()] }
  return { reach: reach ?? 'national', regions: [], countries: [country()] }
}

const thisYear = 2026

/** More of late years than of early ones. Nothing that goes on should have ended, so that nobody is asked about it meanwhile. */
function timesOf(chance: () => number): Pick<ActivityContent, 'start' | 'end' | 'status'> {
  const start = 2004 + Math.floor((thisYear - 2004) * Math.sqrt(chance()))
  const month = String(1 + Math.floor(chance() * 12)).padStart(2, '0')
  const began = chance() < 0.6 ? `${start}-${month}` : String(start)
  const end = start + Math.floor(chance() * 6)
  if (chance() < 0.06) return { start: String(thisYear + 1), end: null, status: 'planned' }
  if (end < thisYear && isInOrder(began, String(end)))
    return { start: began, end: String(end), status: 'completed' }
  return { start: began, end: chance() < 0.5 ? String(thisYear + 3) : null, status: 'ongoing' }
}

const one = <One>(of: readonly One[], chance: () => number): One => of[Math.floor(chance() * of.length)]!

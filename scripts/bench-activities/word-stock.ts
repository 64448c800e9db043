import fs from 'node:fs'
import path from 'node:path'
import { readDemoActivities, type DemoEntry } from '#modules/activities/demo/demo-activities.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { ThesaurusFile } from '#platform/search/thesaurus/thesaurus.ts'
import type { Codes } from './invented-entries.ts'

/** What invented entries of one language are put together from. */
export type WordStock = {
  /** Entries that people wrote for the example world: their tags and reasons are taken together. */
  entries: DemoEntry[]
  titles: string[]
  /** Sentences of each field. */
  sentences: Record<StockField, string[]>
  /** Terms of the thesaurus. */
  terms: string[]
}

const stockFields = [
  'summary',
  'objective',
  'content',
  'results',
  'sustainability',
  'partnerships',
  'lessons',
] as const

export type StockField = (typeof stockFields)[number]

/** The texts of the example world, in sentences, and the terms of the thesaurus. */
export function readWordStock(): Record<LanguageCode, WordStock> {
  const { entries } = readDemoActivities()
  const file = path.join(import.meta.dirname, '../../reference/thesaurus.json')
  const { concepts } = JSON.parse(fs.readFileSync(file, 'utf8')) as ThesaurusFile
  return Object.fromEntries(
    languageCodes.map((language) => {
      const own = entries.filter((entry) => entry.language === language)
      const terms = concepts.flatMap((concept) => {
        const { preferred, alternatives } = concept.terms[language]
        return [preferred, ...alternatives]
      })
      return [language, { ...stockOf(own, language), terms }]
    }),
  ) as Record<LanguageCode, WordStock>
}

const stockOf = (entries: DemoEntry[], language: LanguageCode): Omit<WordStock, 'terms'> => ({
  entries,
  titles: entries.map(({ title }) => title),
  sentences: Object.fromEntries(
    stockFields.map((field) => [field, entries.flatMap((entry) => sentencesOf(entry[field], language))]),
  ) as Record<StockField, string[]>,
})

function sentencesOf(text: string, language: LanguageCode): string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
  return [...segments].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '')
}

/** Codes as the example world uses them; countries in an order of their own, so that the first letters are not the commonest. */
export function readCodes(stock: Record<LanguageCode, WordStock>): Codes {
  const entries = languageCodes.flatMap((language) => stock[language].entries)
  const file = path.join(import.meta.dirname, '../../reference/countries.csv')
  const [, ...rows] = fs.readFileSync(file, 'utf8').trim().split('\n')
  const countries = rows.map((row) => row.slice(0, 2)).filter((code) => /^[A-Z]{2}$/.test(code))
  const distinct = (codes: string[]) => [...new Set(codes)]
  return {
    countries: countries.toSorted((one, other) => turned(one) - turned(other)),
    lines: distinct(entries.flatMap(({ actionLines }) => actionLines.map(({ code }) => code))),
    regions: distinct(entries.flatMap(({ regions }) => regions)),
  }
}

const turned = (code: string): number => (code.charCodeAt(0) * 41 + code.charCodeAt(1) * 97) % 113

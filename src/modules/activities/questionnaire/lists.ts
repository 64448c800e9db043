import type { FrameworkNode } from '#modules/frameworks/index.ts'
import {
  inLanguage,
  languageCodes,
  languages,
  type LanguageCode,
  type Translated,
} from '#platform/languages.ts'
import type { MessageKey, Translate } from '#platform/messages.ts'
import { codeOf, nearestCode, type Code } from '#platform/sheets/nearest-code.ts'
import { licences } from '../activity.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { progressStates, reaches } from '../content.ts'
import { licenceKeys } from '../licence-words.ts'

export type ListName =
  | 'activity-types'
  | 'languages'
  | 'reaches'
  | 'regions'
  | 'countries'
  | 'progress'
  | 'action-lines'
  | 'themes'
  | 'goals'
  | 'gdc-objectives'
  | 'beneficiaries'
  | 'geneva-targets'
  | 'currencies'
  | 'consent'
  | 'licences'

export type List = {
  codes: readonly Code[]
  /** The same under their shorter names, which the form shows. */
  short: readonly Code[]
  /** And under names that the form does not show but people write. */
  known: readonly Code[]
  /** Whether people know the code as well, so that it stands before the name. */
  isCoded: boolean
  isSorted: boolean
}

/** Everything that can be chosen, whatever the language of a questionnaire. */
export type Lists = Record<ListName, List>

export function listsOf(codes: ActivityCodes, translate: Record<LanguageCode, Translate>): Lists {
  const before = known.get(codes)
  if (before !== undefined) return before
  const lists = madeFrom(codes, translate)
  known.set(codes, lists)
  return lists
}

/** Codes are the same object until they change, and the words of the interface never do. */
const known = new WeakMap<ActivityCodes, Lists>()

function madeFrom(codes: ActivityCodes, translate: Record<LanguageCode, Translate>): Lists {
  const words = <Value extends string>(values: readonly Value[], keyOf: (value: Value) => MessageKey) =>
    plain(
      values.map((code) => ({
        code,
        labels: Object.fromEntries(languageCodes.map((one) => [one, translate[one](keyOf(code))])),
      })),
    )
  const withoutGathering = [...codes['action-lines'].values()].filter(({ code }) => code !== 'C7')
  return {
    'activity-types': tree(codes['activity-types'].values()),
    languages: plain(
      languageCodes.map((code) => ({
        code,
        labels: Object.fromEntries(languageCodes.map((one) => [one, languages[code].endonym])),
      })),
    ),
    reaches: words(reaches, (value) => `activities.reach.${value}`),
    regions: tree(codes['itu-regions'].values()),
    countries: {
      ...tree(codes.countries.values()),
      known: [...codes.knownAs].map(([code, labels]) => ({ code, labels })),
      isSorted: true,
    },
    progress: words(progressStates, (value) => `activities.status.${value}`),
    'action-lines': { ...tree(withoutGathering), isCoded: true },
    themes: { ...tree(codes.themes.values()), isCoded: true },
    goals: {
      ...tree([...codes.sdgs.values(), ...codes['sdg-targets'].values()]),
      isCoded: true,
    },
    'gdc-objectives': { ...tree(codes['gdc-objectives'].values()), isCoded: true },
    beneficiaries: tree(codes.beneficiaries.values()),
    'geneva-targets': { ...tree(codes['geneva-targets'].values()), isCoded: true },
    currencies: { ...plain(currencies()), isCoded: true },
    consent: words(['yes'], () => 'sheet.yes'),
    licences: words(licences, (value) => licenceKeys[value]),
  }
}

const plain = (codes: readonly Code[]): List => ({
  codes,
  short: [],
  known: [],
  isCoded: false,
  isSorted: false,
})

const tree = (nodes: Iterable<FrameworkNode>): List => {
  const all = [...nodes]
  return {
    ...plain(all.map(({ code, label }) => ({ code, labels: label }))),
    short: all.map(({ code, short }) => ({ code, labels: short })),
  }
}

const currencies = (): Code[] => {
  const names = languageCodes.map(
    (one) => [one, new Intl.DisplayNames(languages[one].locale, { type: 'currency' })] as const,
  )
  return Intl.supportedValuesOf('currency').map((code) => ({
    code,
    labels: Object.fromEntries(names.map(([one, name]) => [one, name.of(code) ?? code])),
  }))
}

const between = ' · '
const mostLetters = 120

/** What a code is called in a questionnaire: 'C2 · Information and communication infrastructure', 'Kenya'. */
export function shown(list: List, code: string, language: LanguageCode): string {
  const labels: Translated = {
    ...list.codes.find((one) => one.code === code)?.labels,
    ...list.short.find((one) => one.code === code)?.labels,
  }
  const name = inLanguage(labels, language)?.text ?? code
  if (!list.isCoded) return name
  const whole = `${code}${between}${name}`
  return whole.length <= mostLetters ? whole : `${whole.slice(0, mostLetters - 1)}…`.toWellFormed()
}

/** All that a list offers, in the order of its tree or of the alphabet. */
export function choicesOf(list: List, language: LanguageCode): string[] {
  const all = list.codes.map(({ code }) => shown(list, code, language))
  return list.isSorted ? all.toSorted(new Intl.Collator(languages[language].locale).compare) : all
}

/** The code that was written, by itself, by its name in any of the six languages, or as the list shows it; null for none. */
export function meant(list: List, written: string): string | null {
  const text = written.trim()
  const head = text.split(between)[0] ?? ''
  const known = codeOf(text, list.codes) ?? codeOf(text, list.short) ?? codeOf(text, list.known)
  if (known !== null || head === text) return known ?? numbered(list, text)
  return codeOf(head, list.codes)
}

/** People write 'SDG 9.c' and 'C 2'; what stands before the number is no part of the code. */
const numbered = (list: List, text: string): string | null => {
  const number = /^\p{L}+ (\d{1,2}(?:\.[0-9a-z]{1,2})?)$/u.exec(text)?.[1]
  return number === undefined ? null : (list.codes.find(({ code }) => code === number)?.code ?? null)
}

/** What may have been meant, as a questionnaire in this language shows it. */
export function nearest(list: List, written: string, language: LanguageCode): string | null {
  const code = nearestCode(written.slice(0, mostLetters), list.codes)
  return code === null ? null : shown(list, code, language)
}

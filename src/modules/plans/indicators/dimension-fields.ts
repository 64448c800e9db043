import { z } from 'zod'
import type { Issue } from '#platform/errors.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { listOf } from '#platform/sheets/lists.ts'
import { rule } from '#platform/web/problem.ts'
import { dimensionLetters, leastParts, mostDimensions, mostParts, sums, type Dimension } from './dimension.ts'

const places = Array.from({ length: mostDimensions }, (_, at) => at + 1)

const name = z.string().max(dimensionLetters, rule('rule.dimension-name')).optional()
const parts = z.string().max(2000, rule('rule.dimension-parts')).optional()

const numbered = <Field extends z.ZodType>(start: string, field: Field): Record<string, Field> =>
  Object.fromEntries(places.map((at) => [`${start}-${at}`, field]))

/** The fields of the form: for each place a name, the parts with semicolons between them, and what they add up to. */
export const dimensionFields: Record<string, z.ZodOptional<z.ZodType<string>>> = {
  ...numbered('dimension', name),
  ...numbered('parts', parts),
  ...numbered('sum', z.enum(sums).optional()),
}

export const dimensionNameFields: Record<string, z.ZodOptional<z.ZodType<string>>> = {
  ...numbered('dimension', name),
  ...numbered('parts', parts),
}

export type TypedDimensions = Readonly<Record<string, unknown>>

const textIn = (typed: TypedDimensions, field: string): string => String(typed[field] ?? '').trim()

/** The dimensions as they were typed in the language of the indicator. Those that were there keep their codes and other names. */
export function readDimensions(
  typed: TypedDimensions,
  language: LanguageCode,
  before: readonly Dimension[],
): { dimensions: Dimension[] } | { issues: Issue[] } {
  const issues: Issue[] = []
  const dimensions: Dimension[] = []
  for (const at of places) {
    const called = textIn(typed, `dimension-${at}`)
    const names = listOf(textIn(typed, `parts-${at}`))
    if (called === '' && names.length === 0) continue
    issues.push(...issuesOfNames(at, called, names))
    if (dimensions.some((one) => one.name[language] === called))
      issues.push({ field: `dimension-${at}`, key: 'indicators.dimension-twice' })
    const had = before.find((one) => one.name[language] === called)
    const code = had?.code ?? freeCode('d', [...before, ...dimensions])
    const sum = sums.find((one) => one === typed[`sum-${at}`]) ?? 'none'
    const ofThis = had?.parts ?? []
    const own: Dimension['parts'] = []
    for (const text of names) {
      const same = ofThis.find((one) => one.name[language] === text)
      own.push(same ?? { code: freeCode('p', [...ofThis, ...own]), name: { [language]: text } })
    }
    dimensions.push({ code, name: { ...had?.name, [language]: called }, sum, parts: own })
  }
  return issues.length > 0 ? { issues } : { dimensions }
}

function issuesOfNames(at: number, called: string, names: readonly string[]): Issue[] {
  const isWrong =
    names.length < leastParts ||
    names.length > mostParts ||
    new Set(names).size < names.length ||
    names.some((one) => one.length > dimensionLetters)
  return [
    ...(called === ''
      ? [{ field: `dimension-${at}`, key: 'form.value.wrong' as const, rule: 'rule.required' as const }]
      : []),
    ...(isWrong
      ? [{ field: `parts-${at}`, key: 'form.value.wrong' as const, rule: 'rule.dimension-parts' as const }]
      : []),
  ]
}

function freeCode(letter: string, taken: readonly { code: string }[]): string {
  let count = 1
  while (taken.some(({ code }) => code === `${letter}${count}`)) count += 1
  return `${letter}${count}`
}

/** The names of dimensions and parts in a further language; what is left empty has none there. */
export function readNames(
  typed: TypedDimensions,
  language: LanguageCode,
  before: readonly Dimension[],
): { dimensions: Dimension[] } | { issues: Issue[] } {
  const issues: Issue[] = []
  const dimensions = before.map((dimension, index): Dimension => {
    const at = index + 1
    const names = listOf(textIn(typed, `parts-${at}`))
    if (names.length > 0 && names.length !== dimension.parts.length)
      issues.push({
        field: `parts-${at}`,
        key: 'indicators.parts-count',
        values: { count: dimension.parts.length },
      })
    return {
      ...dimension,
      name: named(dimension.name, language, textIn(typed, `dimension-${at}`)),
      parts: dimension.parts.map((part, place) => ({
        ...part,
        name: named(part.name, language, names[place] ?? ''),
      })),
    }
  })
  return issues.length > 0 ? { issues } : { dimensions }
}

function named(name: Translated, language: LanguageCode, text: string): Translated {
  const { [language]: _before, ...others } = name
  return text === '' ? others : { ...others, [language]: text }
}

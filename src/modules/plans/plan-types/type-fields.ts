import { z } from 'zod'
import type { Issue } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import { purposes, type Purpose } from '../plan.ts'
import { mostLevels, type InSix, type PlanLevel, type PlanType } from './plan-type.ts'

const short = z.string().max(200, rule('rule.short-text')).optional()

/** One level after the other, from the top down; what is left empty at the end is none. */
const levelNumbers = Array.from({ length: mostLevels }, (_, place) => place + 1)

const inSixFields = (name: string) =>
  Object.fromEntries(languageCodes.map((code) => [`${name}-${code}`, short]))

export const abilities = ['scheduled', 'resourced', 'measured'] as const

export const typeFields = z.strictObject({
  code: short,
  purpose: z.enum(purposes),
  source: short,
  offered: z.literal('yes').optional(),
  ...inSixFields('name'),
  ...inSixFields('about'),
  ...Object.assign(
    {},
    ...levelNumbers.map((level) => ({
      [`code-${level}`]: short,
      [`parent-${level}`]: short,
      [`has-${level}`]: z.array(z.enum(abilities)).optional(),
      ...inSixFields(`one-${level}`),
      ...inSixFields(`many-${level}`),
    })),
  ),
})

export type TypedType = Record<string, string | string[] | undefined>

const textOf = (typed: TypedType, name: string): string => {
  const value = typed[name]
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
}

const inSixOf = (typed: TypedType, name: string): InSix =>
  Object.fromEntries(languageCodes.map((code) => [code, textOf(typed, `${name}-${code}`)])) as InSix

/** The type as it was typed, or what is missing: all words stand in all six languages. */
export function typeOf(typed: TypedType, known: string | null): { issues: Issue[] } | { type: PlanType } {
  const id = known ?? textOf(typed, 'code')
  const levels = levelNumbers
    .filter((level) => textOf(typed, `code-${level}`) !== '')
    .map((level): PlanLevel => {
      const has = typed[`has-${level}`] ?? []
      const parent = textOf(typed, `parent-${level}`)
      return {
        code: textOf(typed, `code-${level}`),
        parent: parent === '' ? null : parent,
        one: inSixOf(typed, `one-${level}`),
        many: inSixOf(typed, `many-${level}`),
        scheduled: has.includes('scheduled'),
        resourced: has.includes('resourced'),
        measured: has.includes('measured'),
      }
    })
  const issues = [
    ...(/^[a-z][a-z0-9-]{1,39}$/.test(id) ? [] : [wrong('code', 'rule.plan-code')]),
    ...missingIn(typed, 'name'),
    ...missingIn(typed, 'about'),
    ...(levels.length === 0 ? [wrong('code-1', 'rule.required')] : []),
    ...issuesOfLevels(typed, levels),
  ]
  if (issues.length > 0) return { issues }
  return {
    type: {
      id,
      purpose: typed['purpose'] as Purpose,
      name: inSixOf(typed, 'name'),
      about: inSixOf(typed, 'about'),
      offered: typed['offered'] === 'yes',
      source: textOf(typed, 'source'),
      levels,
    },
  }
}

function issuesOfLevels(typed: TypedType, levels: readonly PlanLevel[]): Issue[] {
  return levels.flatMap((level, index) => {
    const place = levelNumbers.find((one) => textOf(typed, `code-${one}`) === level.code) ?? index + 1
    const earlier = levels.slice(0, index).map(({ code }) => code)
    return [
      ...(/^[a-z][a-z0-9-]{0,29}$/.test(level.code) ? [] : [wrong(`code-${place}`, 'rule.plan-code')]),
      ...(earlier.includes(level.code)
        ? [{ field: `code-${place}`, key: 'plans.types.code-twice' as const }]
        : []),
      ...(level.parent === null || earlier.includes(level.parent)
        ? []
        : [{ field: `parent-${place}`, key: 'plans.types.parent-unknown' as const, validValues: earlier }]),
      ...missingIn(typed, `one-${place}`),
      ...missingIn(typed, `many-${place}`),
    ]
  })
}

const missingIn = (typed: TypedType, name: string): Issue[] =>
  languageCodes
    .filter((code) => textOf(typed, `${name}-${code}`) === '')
    .map((code) => wrong(`${name}-${code}`, 'rule.required'))

const wrong = (field: string, broken: NonNullable<Issue['rule']>): Issue => ({
  field,
  key: 'form.value.wrong',
  rule: broken,
})

/** What stands in the fields of a type's form. */
export function presentType(type: PlanType): Record<string, string | readonly string[]> {
  const words = (name: string, text: InSix) =>
    Object.fromEntries(languageCodes.map((code) => [`${name}-${code}`, text[code]]))
  return {
    code: type.id,
    purpose: type.purpose,
    source: type.source,
    ...(type.offered ? { offered: 'yes' } : {}),
    ...words('name', type.name),
    ...words('about', type.about),
    ...Object.assign(
      {},
      ...type.levels.map((level, index) => ({
        [`code-${index + 1}`]: level.code,
        [`parent-${index + 1}`]: level.parent ?? '',
        [`has-${index + 1}`]: abilities.filter((ability) => level[ability]),
        ...words(`one-${index + 1}`, level.one),
        ...words(`many-${index + 1}`, level.many),
      })),
    ),
  }
}

import type { Issue } from '#platform/errors.ts'
import type { Figure, Per } from './indicator.ts'

/** A number as it was typed, in the fields of a form or of an API's body. */
export type TypedFigure = {
  value?: string | undefined
  numerator?: string | undefined
  denominator?: string | undefined
}

/** What was typed as a figure, or what is wrong with it. `prefix` names the fields: 'baseline-value'. */
export function readFigure(
  typed: TypedFigure,
  per: Per | null,
  prefix = '',
): { figure: Figure } | { issues: Issue[] } {
  const wanted = per === null ? (['value'] as const) : (['numerator', 'denominator'] as const)
  const issues = partNames.flatMap((name): Issue[] => {
    const field = `${prefix}${name}`
    const text = typed[name]
    if (!(wanted as readonly string[]).includes(name))
      return text === undefined
        ? []
        : [{ field, key: per === null ? 'indicators.no-ratio' : 'indicators.is-ratio' }]
    if (text === undefined) return [{ field, key: 'form.value.wrong', rule: 'rule.required' }]
    return numberOf(text) === null ? [{ field, key: 'form.value.wrong', rule: 'rule.measured' }] : []
  })
  if (issues.length > 0) return { issues }
  const [value, numerator, denominator] = partNames.map((name) => numberOf(typed[name] ?? ''))
  if (denominator === 0)
    return { issues: [{ field: `${prefix}denominator`, key: 'indicators.divides-by-zero' }] }
  return { figure: { value: value ?? null, numerator: numerator ?? null, denominator: denominator ?? null } }
}

const partNames = ['value', 'numerator', 'denominator'] as const

/** A number within what the database keeps exactly; null for anything else. */
export const numberOf = (text: string): number | null =>
  /^[+-]?\d{1,12}(?:\.\d{1,6})?$/.test(text.trim()) ? Number(text.trim()) : null

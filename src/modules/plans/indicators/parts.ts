import type { Issue } from '#platform/errors.ts'
import type { Dimension, PartFigure } from './dimension.ts'
import { readFigure, type TypedFigure } from './figure.ts'
import type { Figure, Indicator } from './indicator.ts'

export type TypedPart = TypedFigure & {
  dimension: string
  part: string
  /** What stands before the names of its fields. */
  prefix: string
}

export type Measured = { figure: Figure; parts: PartFigure[] }

type Of = Pick<Indicator, 'per' | 'dimensions'>

/**
 * What was typed as a total and its parts, or all that is wrong with it. Without a total it is the sum of a dimension whose parts
 * make up the whole. `nameOf` is what people call a dimension.
 */
export function readMeasured(
  typed: TypedFigure,
  typedParts: readonly TypedPart[],
  of: Of,
  nameOf: (dimension: Dimension) => string,
): Measured | { issues: Issue[] } {
  const issues: Issue[] = []
  const parts: PartFigure[] = []
  for (const one of typedParts) {
    if (isEmpty(one)) continue
    const read = readFigure(one, of.per, one.prefix)
    if ('issues' in read) issues.push(...read.issues)
    else parts.push({ dimension: one.dimension, part: one.part, ...read.figure })
  }
  const sum = isEmpty(typed) && issues.length === 0 ? summed(of, parts) : null
  const total = sum === null ? readFigure(typed, of.per) : { figure: sum }
  if ('issues' in total) return { issues: [...total.issues, ...issues] }
  const contradictions = of.dimensions.flatMap((one) => issuesOfSum(one, of, total.figure, parts, nameOf))
  const all = [...issues, ...(issues.length === 0 ? contradictions : [])]
  return all.length > 0 ? { issues: all } : { figure: total.figure, parts }
}

const isEmpty = ({ value, numerator, denominator }: TypedFigure): boolean =>
  value === undefined && numerator === undefined && denominator === undefined

/** The total, told by the first dimension whose parts make up the whole and are all there. */
function summed({ per, dimensions }: Of, parts: readonly PartFigure[]): Figure | null {
  const whole = dimensions.find((one) => one.sum === 'whole' && isComplete(one, parts))
  if (whole === undefined) return null
  const own = partsOf(whole, parts)
  return per === null
    ? { value: sumOf(own, 'value'), numerator: null, denominator: null }
    : { value: null, numerator: sumOf(own, 'numerator'), denominator: sumOf(own, 'denominator') }
}

const partsOf = ({ code }: Dimension, parts: readonly PartFigure[]) =>
  parts.filter(({ dimension }) => dimension === code)

const isComplete = (dimension: Dimension, parts: readonly PartFigure[]): boolean =>
  partsOf(dimension, parts).length === dimension.parts.length

/** Sums of what has six decimals, without what binary numbers add. */
const sumOf = (parts: readonly PartFigure[], name: keyof Figure): number =>
  Math.round(parts.reduce((sum, part) => sum + (part[name] ?? 0), 0) * 1e6) / 1e6

/** Parts that make up the whole are neither more nor less than it; those that make up some of it are not more. */
function issuesOfSum(
  dimension: Dimension,
  { per }: Of,
  total: Figure,
  parts: readonly PartFigure[],
  nameOf: (dimension: Dimension) => string,
): Issue[] {
  const own = partsOf(dimension, parts)
  if (dimension.sum === 'none' || own.length === 0) return []
  const isWhole = dimension.sum === 'whole' && isComplete(dimension, parts)
  const names = per === null ? (['value'] as const) : (['numerator', 'denominator'] as const)
  return names.flatMap((name): Issue[] => {
    const whole = total[name] ?? 0
    const sum = sumOf(own, name)
    const differs = Math.abs(sum - whole) > Math.max(1e-6, Math.abs(whole) * 1e-12)
    const isMore = sum > whole && own.every((part) => (part[name] ?? 0) >= 0)
    if (!differs || !(isWhole || isMore)) return []
    const values = { dimension: nameOf(dimension), sum: String(sum), total: String(whole) }
    return [{ field: name, key: isWhole ? 'indicators.parts-not-whole' : 'indicators.parts-over', values }]
  })
}

import type { Draft } from '../grammar/read-units.ts'
import { plainText } from '../names/fold.ts'
import type { Unit } from '../resolution.ts'

/**
 * A single reference whose target shares no telling word with the sentence, while another provision of the same section
 * shares several, was probably left behind by renumbering. The literal target is kept and the doubt is stated.
 */
export function doubtOf(
  unit: Unit,
  targets: string[],
  draft: Draft,
): { target: string; likelier: string } | null {
  const target = targets[0]
  if (targets.length !== 1 || target === undefined) return null
  const section = draft.sections.find((one) => one.units.some((other) => other.path === target))
  if (section === undefined || section.units.some((other) => other.path === unit.path)) return null
  const everywhere = section.units.map((other) => stemsOf(other.text))
  const telling = [...stemsOf(unit.text)].filter(
    (stem) => everywhere.filter((stems) => stems.has(stem)).length <= 2,
  )
  const score = (other: Unit): number => telling.filter((stem) => stemsOf(other.text).has(stem)).length
  const literal = section.units.find((other) => other.path === target)
  if (literal === undefined || score(literal) > 0) return null
  const [best, second] = section.units.toSorted((a, b) => score(b) - score(a))
  const stands =
    best !== undefined && score(best) >= 2 && (second === undefined || score(best) > score(second))
  return stands ? { target, likelier: best.path } : null
}

const stemLength = 5

const stemsOf = (text: string): Set<string> =>
  new Set(
    (
      plainText(text)
        .toLowerCase()
        .match(/\p{L}{5,}/gu) ?? []
    ).map((word) => word.slice(0, stemLength)),
  )

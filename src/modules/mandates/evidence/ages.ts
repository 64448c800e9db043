import type { Cadence } from '../duties/duty.ts'
import { counts, type EvidenceKind, type Strength } from './evidence.ts'

/** After how many months evidence is ageing, and old. A rule for a rhythm and a kind goes before one for any. */
export type AgeRule = {
  cadence: Cadence | 'any'
  kind: EvidenceKind | 'any'
  ageingAfterMonths: number
  oldAfterMonths: number
}

export const ages = ['fresh', 'ageing', 'old'] as const

export type Age = (typeof ages)[number]

export function ageOf(
  happenedOn: string,
  today: string,
  { rules, cadence, kind }: { rules: AgeRule[]; cadence: Cadence | null; kind: EvidenceKind },
): Age {
  const rule = ruleFor(rules, cadence, kind)
  if (rule === null) return 'fresh'
  const months = monthsBetween(happenedOn, today)
  return months >= rule.oldAfterMonths ? 'old' : months >= rule.ageingAfterMonths ? 'ageing' : 'fresh'
}

/** The rule that says most of this rhythm and this kind; the rhythm tells more than the kind. */
export function ruleFor<Rule extends AgeRule>(
  rules: Rule[],
  cadence: Cadence | null,
  kind: EvidenceKind,
): Rule | null {
  const fits = rules.filter(
    (rule) =>
      (rule.cadence === 'any' || rule.cadence === cadence) && (rule.kind === 'any' || rule.kind === kind),
  )
  const weight = (rule: Rule) => (rule.cadence === 'any' ? 0 : 2) + (rule.kind === 'any' ? 0 : 1)
  return fits.toSorted((a, b) => weight(b) - weight(a))[0] ?? null
}

/** Whole months from one day to another; 0 for days to come. */
export function monthsBetween(from: string, to: string): number {
  const [years = 0, months = 0, days = 0] = from.split('-').map(Number)
  const [laterYears = 0, laterMonths = 0, laterDays = 0] = to.split('-').map(Number)
  const between = (laterYears - years) * 12 + (laterMonths - months) - (laterDays < days ? 1 : 0)
  return Math.max(0, between)
}

/** How much all evidence together says that a duty is being met: 3 is verified and fresh, 0 is nothing. */
export type Support = 0 | 1 | 2 | 3

/** Old evidence counts for less: one step for what is ageing, two for what is old. The best of all counts. */
export function supportOf(evidence: { strength: Strength; age: Age }[]): Support {
  const each = evidence.map(({ strength, age }) => {
    if (!counts(strength)) return strength === 'reported' ? 1 : 0
    const full = strength === 'verified' ? 3 : 2
    return Math.max(1, full - (age === 'old' ? 2 : age === 'ageing' ? 1 : 0))
  })
  return Math.max(0, ...each) as Support
}

import type { Issue } from '#platform/errors.ts'
import type { CellCodes } from './cell-codes-queries.ts'
import type { Cell } from './link.ts'

/** A cell as forms and programs name it: 'goal' is '9' for the whole goal or '9.1' for a target. */
export type NamedCell = { line: string; goal: string | null; objective: string | null }

/** The cell that was named, or what is wrong with it, with the values that would be right. */
export function cellNamed(codes: CellCodes, named: NamedCell): Cell | { issues: Issue[] } {
  const { line, goal, objective } = named
  const isGoal = goal === null || codes.goals.has(goal) || codes.targets.has(goal)
  const issues: Issue[] = [
    ...(codes.lines.has(line) ? [] : [unknown('line', codes.lines)]),
    ...(isGoal ? [] : [unknown('goal', [...codes.goals.keys(), ...codes.targets.keys()])]),
    ...(objective === null || codes.objectives.has(objective)
      ? []
      : [unknown('objective', codes.objectives)]),
    ...(goal === null && objective === null ? [{ field: 'goal', key: 'matrix.needs-goal' } as const] : []),
  ]
  if (issues.length > 0) return { issues }
  return {
    line,
    sdg: goal === null ? null : Number(goal.split('.')[0]),
    target: goal?.includes('.') ? goal : null,
    objective,
  }
}

const unknown = (field: string, codes: ReadonlyMap<string, unknown> | readonly string[]): Issue => ({
  field,
  key: 'error.parameter.value',
  values: { field },
  validValues: Array.isArray(codes) ? [...(codes as readonly string[])] : [...codes.keys()].map(String),
})

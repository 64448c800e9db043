import { isValidOn, type Cell } from '../links/link.ts'

/** How a cell looks when links are held against evidence. */
export const verdicts = ['shown', 'not-shown', 'not-linked', 'empty'] as const

export type Verdict = (typeof verdicts)[number]

/** Counted records of one line by the codes of the other trees. */
export type LineEvidence = {
  total: number
  goals: ReadonlyMap<string, number>
  targets: ReadonlyMap<string, number>
  objectives: ReadonlyMap<string, number>
}

/** Evidence of every line of the Matrix. */
export type Evidence = ReadonlyMap<string, LineEvidence>

/** What is linked with a line: a goal with all its targets, a target alone, an objective. */
export type Other = { tree: 'goals' | 'targets' | 'objectives'; code: string }

/** A cell with what links and what shows it. */
export type CountedCell = {
  line: string
  other: Other
  agreed: number
  proposed: number
  evidence: number
  /** Of all evidence of the line; null where it has none. */
  share: number | null
  verdict: Verdict
}

/** The links that a cell is made of: agreed ones that hold, and proposals. */
export type CellLink = Cell & {
  state: 'proposed' | 'agreed' | 'withdrawn'
  validFrom: string
  validUntil: string | null
}

/** Every line against every code, with its counts. */
export function countedCells(
  lines: readonly string[],
  others: readonly Other[],
  { links, evidence, day }: { links: readonly CellLink[]; evidence: Evidence; day: string },
): CountedCell[] {
  const held = links.filter((link) => link.state === 'agreed' && isValidOn(link, day))
  const agreed = countsOf(held)
  const proposed = countsOf(links.filter(({ state }) => state === 'proposed'))
  return lines.flatMap((line) =>
    others.map((other): CountedCell => {
      const key = `${line} ${other.tree} ${other.code}`
      const of = evidence.get(line)
      const count = of?.[other.tree].get(other.code) ?? 0
      const links = agreed.get(key) ?? 0
      return {
        line,
        other,
        agreed: links,
        proposed: proposed.get(key) ?? 0,
        evidence: count,
        share: of === undefined || of.total === 0 ? null : count / of.total,
        verdict: verdictOf(links, count),
      }
    }),
  )
}

export const verdictOf = (agreed: number, evidence: number): Verdict => {
  if (agreed > 0) return evidence > 0 ? 'shown' : 'not-shown'
  return evidence > 0 ? 'not-linked' : 'empty'
}

/** A link with a target counts for its goal too. */
function countsOf(links: readonly CellLink[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { line, sdg, target, objective } of links) {
    const keys = [
      ...(sdg === null ? [] : [`${line} goals ${sdg}`]),
      ...(target === null ? [] : [`${line} targets ${target}`]),
      ...(objective === null ? [] : [`${line} objectives ${objective}`]),
    ]
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

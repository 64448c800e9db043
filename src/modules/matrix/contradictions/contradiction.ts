import { cellKey, overlap, type Link } from '../links/link.ts'

/** What does not fit together among the links that hold. */
export const contradictionKinds = [
  'only-by-goal',
  'only-by-line',
  'goal-and-targets',
  'overlap',
  'doubt',
] as const

export type ContradictionKind = (typeof contradictionKinds)[number]

export type Contradiction = {
  kind: ContradictionKind
  line: string
  sdg: number | null
  /** Those that do not fit, in the order of the links. */
  links: Link[]
}

/**
 * Finds what contradicts itself, from what is stored alone: pairs of a source that only one of its two reading directions
 * has, a goal that is linked as a whole and by its targets, two links of one cell for the same days, doubts of the source.
 * Only agreed links count.
 */
export function contradictionsOf(links: readonly Link[]): Contradiction[] {
  const agreed = links.filter(({ state }) => state === 'agreed')
  const pairs = [...Map.groupBy(agreed, ({ line, sdg }) => `${line} ${sdg ?? ''}`).values()]
  const found = (kind: ContradictionKind, all: readonly (readonly Link[])[]): Contradiction[] =>
    all.flatMap((some) => {
      const [first] = some
      return first === undefined ? [] : [{ kind, line: first.line, sdg: first.sdg, links: [...some] }]
    })
  const ofPairs = (fits: (link: Link) => boolean) => pairs.map((pair) => pair.filter(fits))
  return [
    ...found(
      'only-by-goal',
      ofPairs(({ byLine, byGoal }) => byLine === false && byGoal === true),
    ),
    ...found(
      'only-by-line',
      ofPairs(({ byLine, byGoal }) => byLine === true && byGoal === false),
    ),
    ...found('goal-and-targets', pairs.filter(isGoalAndTargets)),
    ...found('overlap', overlapsIn(agreed)),
    ...found(
      'doubt',
      agreed.filter(({ doubt }) => doubt !== null).map((link) => [link]),
    ),
  ]
}

const isGoalAndTargets = (pair: readonly Link[]): boolean =>
  pair.some((whole) =>
    whole.sdg !== null && whole.target === null
      ? pair.some((one) => one.target !== null && overlap(one, whole))
      : false,
  )

/** Links of one cell that share a day with another of it. */
const overlapsIn = (links: readonly Link[]): Link[][] =>
  [...Map.groupBy(links, cellKey).values()].map((cell) =>
    cell.filter((one) => cell.some((other) => other.id !== one.id && overlap(one, other))),
  )

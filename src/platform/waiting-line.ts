export type WaitingLine = {
  /** Whether the next one would be too many. */
  isFull: () => boolean
  /** Does the work when its turn has come. */
  take: <Result>(work: () => Promise<Result>) => Promise<Result>
}

/** For work that takes the machine's whole strength: some at once, so that it still answers, and a few that wait for them. */
export function waitingLine({ atOnce, longest }: { atOnce: number; longest: number }): WaitingLine {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    isFull: () => running >= atOnce && waiting.length >= longest,
    take: async (work) => {
      // Whoever ends hands the turn on, so the count of those that run stays as it is.
      if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
      else running += 1
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}

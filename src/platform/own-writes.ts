let last = Number.NEGATIVE_INFINITY

/** Told when this process writes a line of history, so that what it keeps in memory looks for it at once. */
export const noteOwnWrite = (): void => {
  last = performance.now()
}

/** Milliseconds since this process last wrote a line of history. */
export const sinceOwnWrite = (): number => performance.now() - last

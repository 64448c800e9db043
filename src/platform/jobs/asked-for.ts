const asked = new Set<string>()

/** Has a job run as soon as the request that asks for it has been answered, rather than at its next time. */
export const askForJob = (name: string): void => {
  asked.add(name)
}

/** The jobs that were asked for since this was last called. */
export function jobsAskedFor(): string[] {
  const names = [...asked]
  asked.clear()
  return names
}

/** Something that happens bit by bit: each day that it gives is the one on which it goes on. */
export type Life = AsyncGenerator<Date, void>

/** Carries lives on in the order of time, as far as an instant. */
export async function liveInOrder(lives: Iterable<Life>, until: Date): Promise<void> {
  const waiting = new Map<Life, Date>()
  const carryOn = async (life: Life) => {
    const { value, done } = await life.next()
    waiting.delete(life)
    if (done !== true && value <= until) waiting.set(life, value)
  }
  for (const life of lives) await carryOn(life)
  for (let next = earliest(waiting); next !== null; next = earliest(waiting)) await carryOn(next)
}

function earliest(waiting: ReadonlyMap<Life, Date>): Life | null {
  let found: { life: Life; at: Date } | null = null
  for (const [life, at] of waiting) if (found === null || at < found.at) found = { life, at }
  return found?.life ?? null
}

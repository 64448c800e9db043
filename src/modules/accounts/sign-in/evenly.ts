import { setTimeout as sleep } from 'node:timers/promises'

/** Takes the same time whatever is found, so that the time tells nothing: at least so long, else a multiple of it. */
export async function evenly<Result>(act: () => Promise<Result>, milliseconds = 200): Promise<Result> {
  const start = performance.now()
  try {
    return await act()
  } finally {
    const taken = performance.now() - start
    await sleep(Math.ceil(taken / milliseconds) * milliseconds - taken)
  }
}

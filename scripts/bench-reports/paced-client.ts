import { setTimeout as pause } from 'node:timers/promises'

/** What the client is told: whom to ask for what, and how often in a second. */
export type Paced = { origin: string; paths: string[]; perSecond: number }

/** Milliseconds of each answer since the last time. */
export type Times = { times: number[]; failures: number }

/**
 * Asks at a steady pace, whether or not the site keeps up with it, as readers do; a process of its own, so that it takes no time
 * from what it measures.
 */
let heard: Times = { times: [], failures: 0 }

process.on('message', (told: Paced | 'tell') => {
  if (told !== 'tell') return void ask(told)
  process.send?.(heard)
  heard = { times: [], failures: 0 }
})

async function ask({ origin, paths, perSecond }: Paced): Promise<void> {
  const began = performance.now()
  for (let number = 0; ; number += 1) {
    await pause(Math.max(0, began + (number * 1000) / perSecond - performance.now()))
    void one(origin + (paths[number % paths.length] ?? '/'))
  }
}

async function one(address: string): Promise<void> {
  const began = performance.now()
  try {
    const answer = await fetch(address, { headers: { Cookie: 'bench=officer' } })
    await answer.arrayBuffer()
    if (answer.status >= 400) heard.failures += 1
    heard.times.push(performance.now() - began)
  } catch {
    // A connection that the site has closed.
    heard.failures += 1
  }
}

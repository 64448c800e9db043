import { setImmediate as turn } from 'node:timers/promises'
import type { Db } from './tables.ts'

/**
 * Asks a database in one go for what several want at the same moment. What comes while answers are on their way waits, and goes
 * with all else that has come meanwhile, so nobody is told what was so before they asked. `all` answers in the order of what
 * it is asked; what it throws is thrown to everybody who waits for it.
 */
export function together<Asked, Answer>(
  all: (db: Db, asked: Asked[]) => Promise<Answer[]>,
  { atOnce = 1 }: { atOnce?: number } = {},
): (db: Db, asked: Asked) => Promise<Answer> {
  const gathered = new WeakMap<Db, Gathered<Asked, Answer>>()
  return (db, asked) =>
    new Promise((resolve, reject) => {
      const ofDatabase = gathered.get(db) ?? { waiting: [], running: 0 }
      gathered.set(db, ofDatabase)
      ofDatabase.waiting.push({ asked, resolve, reject })
      if (ofDatabase.running < atOnce) void answerAll(ofDatabase, (some) => all(db, some))
    })
}

type Waiting<Asked, Answer> = {
  asked: Asked
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

type Gathered<Asked, Answer> = { waiting: Waiting<Asked, Answer>[]; running: number }

const mostTogether = 64

async function answerAll<Asked, Answer>(
  gathered: Gathered<Asked, Answer>,
  all: (asked: Asked[]) => Promise<Answer[]>,
): Promise<void> {
  gathered.running += 1
  // Requests that came over the line at once are read one after the other before this goes on.
  await turn()
  while (gathered.waiting.length > 0) {
    const some = gathered.waiting.splice(0, mostTogether)
    try {
      const answers = await all(some.map(({ asked }) => asked))
      for (const [place, { resolve }] of some.entries()) resolve(answers[place]!)
    } catch (error) {
      // Told where the answer was to go.
      for (const { reject } of some) reject(error)
    }
  }
  gathered.running -= 1
}

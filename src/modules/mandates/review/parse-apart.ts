import { Worker } from 'node:worker_threads'
import type { Draft } from '#parser/grammar/read-units.ts'
import type { Duty } from '#parser/resolution.ts'
import { Unreadable, type UnreadableCode } from '#parser/source.ts'
import { Refusal } from '#platform/errors.ts'
import { waitingLine } from '#platform/waiting-line.ts'
import type { FileQuestion, ReadFile } from './read-file.ts'

export type Question = FileQuestion | { draft: Draft }

export type Answer =
  | { file: ReadFile }
  | { duties: Duty[] }
  | { unreadable: UnreadableCode; values: Record<string, string | number> }

/** Reads a file in a thread of its own, so that the site goes on answering whatever was sent. Throws `Unreadable`. */
export async function parseApart(question: FileQuestion): Promise<ReadFile> {
  const answer = await inTurn(() => ask(question))
  if ('file' in answer) return answer.file
  throw unreadable(answer)
}

export async function dutiesApart(draft: Draft): Promise<Duty[]> {
  const answer = await inTurn(() => ask({ draft }))
  if ('duties' in answer) return answer.duties
  throw unreadable(answer)
}

const unreadable = (answer: Answer) =>
  'unreadable' in answer ? new Unreadable(answer.unreadable, answer.values) : new Unreadable('damaged')

const bounds = { milliseconds: 30_000, heapMegabytes: 768 } as const

function ask(question: Question): Promise<Answer> {
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: bounds.heapMegabytes },
    stdout: true,
    stderr: true,
  })
  return new Promise<Answer>((resolve, reject) => {
    const seconds = Math.round(bounds.milliseconds / 1000)
    const timer = setTimeout(() => {
      reject(new Unreadable('takes-too-long', { seconds }))
      void worker.terminate()
    }, bounds.milliseconds)
    worker.on('message', resolve)
    worker.on('error', (error) => reject(refusalFor(error)))
    worker.on('exit', () => {
      clearTimeout(timer)
      reject(new Unreadable('damaged'))
    })
  })
}

/** The heap limit ends the thread with this code; anything else that escapes from it is a mistake of ours and is shown. */
function refusalFor(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable('expands-too-far') : error
}

// Two threads at once leave a small machine room to answer; who comes after many others is told to come again.
const line = waitingLine({ atOnce: 2, longest: 20 })

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (line.isFull()) throw new Refusal(429, 'error.too-many')
  return line.take(work)
}

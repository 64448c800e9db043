import { Worker } from 'node:worker_threads'
import type { IndexChange, IndexCopy } from '../search-index.ts'
import { receivedSegment } from '../segment/shared-segment.ts'
import type { FromThread, Results, Task, ToThread } from './thread-messages.ts'

/** A thread beside this one that has the same index. What it was asked fails when it ends. */
export type SearchThread = {
  follow: (change: IndexChange) => void
  ask: <Kind extends Task['kind']>(task: Extract<Task, { kind: Kind }>) => Promise<Results[Kind]>
  /** How much it has yet to do. */
  waiting: (kind: 'answers' | 'long tasks') => number
  hasEnded: () => boolean
  end: () => Promise<void>
}

// New objects of an answer are short-lived; what a merge gathers on the heap is not.
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 }

export function openThread(copy: IndexCopy): SearchThread {
  const worker = new Worker(new URL('./search-thread.ts', import.meta.url), { resourceLimits })
  const asked = new Map<number, Asked>()
  let [last, isOver] = [0, false]
  const post = (message: ToThread) => worker.postMessage(message)
  const end = (error: Error) => {
    isOver = true
    for (const { reject } of asked.values()) reject(error)
    asked.clear()
  }
  worker.on('message', (message: FromThread) => settle(worker, asked, message))
  worker.once('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
  worker.once('exit', () => end(new Error('the thread of the search has ended')))
  // It keeps nobody from ending while nothing is asked of it.
  worker.unref()
  post({ kind: 'begin', copy })
  return {
    follow: (change) => post({ kind: 'change', change }),
    ask: <Kind extends Task['kind']>(task: Extract<Task, { kind: Kind }>) =>
      new Promise<Results[Kind]>((resolve, reject) => {
        if (isOver) return reject(new Error('the thread of the search has ended'))
        const id = ++last
        asked.set(id, { resolve: resolve as Asked['resolve'], reject, isLong: task.kind !== 'answer' })
        worker.ref()
        post({ kind: 'task', id, task })
      }),
    waiting: (kind) => {
      let count = 0
      for (const { isLong } of asked.values()) if (isLong === (kind === 'long tasks')) count += 1
      return count
    },
    hasEnded: () => isOver,
    end: async () => {
      await worker.terminate()
    },
  }
}

type Asked = {
  resolve: (result: Results[keyof Results]) => void
  reject: (error: Error) => void
  isLong: boolean
}

function settle(worker: Worker, asked: Map<number, Asked>, message: FromThread): void {
  const one = asked.get(message.id)
  asked.delete(message.id)
  if (asked.size === 0) worker.unref()
  if ('failed' in message) one?.reject(new Error(message.failed))
  else one?.resolve(received(message.result))
}

function received(result: Results[keyof Results]): Results[keyof Results] {
  if ('segment' in result) return { ...result, segment: receivedSegment(result.segment) }
  return 'postings' in result ? receivedSegment(result) : result
}

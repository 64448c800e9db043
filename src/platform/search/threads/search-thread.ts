import { parentPort } from 'node:worker_threads'
import { shippedThesaurus } from '../thesaurus/shipped-thesaurus.ts'
import { openIndex, type IndexChange, type IndexCopy, type SearchIndex } from '../search-index.ts'
import { buildSegment } from '../segment/build-segment.ts'
import { mergeSegments, type Merged, type MergeSource } from '../segment/merge-segments.ts'
import { receivedSegment, sharedSegment } from '../segment/shared-segment.ts'
import type { FromThread, Results, Task, ToThread } from './thread-messages.ts'

/** A thread that holds a copy of the index, whose segments all threads share. */
const thesaurus = shippedThesaurus()
let index: SearchIndex = openIndex({ thesaurus })

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'begin') index = openIndex({ thesaurus, copy: received(message.copy) })
  else if (message.kind === 'change') index.follow(receivedChange(message.change))
  else parentPort?.postMessage(done(message.id, message.task))
})

function done(id: number, task: Task): FromThread {
  try {
    return { id, result: resultOf(task) }
  } catch (error) {
    return { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function resultOf(task: Task): Results[keyof Results] {
  if (task.kind === 'answer') return index.bare(task.request)
  if (task.kind === 'build') return sharedSegment(buildSegment(task.documents, thesaurus))
  const segments = new Map(index.copy().parts.map(({ number, segment }) => [number, segment]))
  const sources = task.sources.flatMap(({ number, dead }) => {
    const segment = segments.get(number)
    return segment ? [{ segment, dead }] : []
  })
  if (sources.length < task.sources.length) throw new Error('a segment to be merged is no longer there')
  return mergedAtOnce(sources)
}

function mergedAtOnce(sources: readonly MergeSource[]): Merged {
  const steps = mergeSegments(sources)
  for (;;) {
    const step = steps.next()
    if (step.done) return { ...step.value, segment: sharedSegment(step.value.segment) }
  }
}

const received = ({ parts, values }: IndexCopy): IndexCopy => ({
  parts: parts.map((part) => ({ ...part, segment: receivedSegment(part.segment) })),
  values,
})

const receivedChange = (change: IndexChange): IndexChange =>
  'segment' in change ? { ...change, segment: receivedSegment(change.segment) } : change

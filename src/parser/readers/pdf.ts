import { Worker } from 'node:worker_threads'
import type { SourceText, UnreadableCode } from '../source.ts'
import { Unreadable } from '../source.ts'
import type { Budget, Limits } from './limits.ts'

/** What the thread that reads the PDF sends back. */
export type PdfAnswer =
  { source: SourceText } | { unreadable: UnreadableCode; values: Record<string, string | number> }

export type PdfQuestion = { bytes: Uint8Array; limits: Limits }

/**
 * Reads a PDF in a thread of its own: a file of a few kilobytes can ask for gigabytes and for hours.
 * The thread's own limit counts only the heap, so the memory of the whole is watched beside it.
 */
export function readPdf(input: Uint8Array, { limits }: Budget): Promise<SourceText> {
  const question: PdfQuestion = { bytes: new Uint8Array(input), limits }
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: question,
    transferList: [question.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.pdfMegabytes },
    stdout: true,
    stderr: true,
  })
  return new Promise<SourceText>((resolve, reject) => {
    const refuse = (error: Unreadable) => {
      reject(error)
      void worker.terminate()
    }
    const watch = watchMemory(limits, () => refuse(new Unreadable('expands-too-far')))
    const seconds = Math.round(limits.milliseconds / 1000)
    const timer = setTimeout(() => refuse(new Unreadable('takes-too-long', { seconds })), limits.milliseconds)

    worker.on('message', (answer: PdfAnswer) => {
      if ('source' in answer) resolve(answer.source)
      else reject(new Unreadable(answer.unreadable, answer.values))
    })
    worker.on('error', (error) => reject(refusalFor(error)))
    worker.on('exit', () => {
      clearInterval(watch)
      clearTimeout(timer)
      reject(new Unreadable('damaged'))
    })
  })
}

function watchMemory(limits: Limits, onTooMuch: () => void) {
  const before = process.memoryUsage.rss()
  return setInterval(() => {
    if (process.memoryUsage.rss() - before > limits.pdfMegabytes * 1_000_000) onTooMuch()
  }, 25)
}

/** The heap limit ends the thread with this code; anything else that escapes from it is a mistake of ours and is shown. */
function refusalFor(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable('expands-too-far') : error
}

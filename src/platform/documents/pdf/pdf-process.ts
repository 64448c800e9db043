import os from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Paper } from '../paper.ts'
import type { PdfBounds } from './pdf.ts'
import { printedPaper, type PrintedPaper } from './print-paper.ts'
import { NotDrawable } from './print-svg.ts'
import { typeset, type Typeset } from './typeset.ts'

/** What one process is asked to do; it does it once. */
export type Question = { paper: Paper; bounds: PdfBounds }

export type Said = 'begun' | Typeset | { fault: 'damaged' | 'unavailable' }

process.once('message', (question: Question) => {
  // Whoever asks for a page of the site goes first, but not so far that a busy site makes no paper.
  os.setPriority(5)
  new Worker(new URL('./pdf-watch.ts', import.meta.url), { workerData: question.bounds }).unref()
  say('begun')
  say(answer(question))
})

const say = (said: Said): void => void process.send?.(said)

function answer({ paper }: Question): Said {
  let printed: PrintedPaper
  try {
    printed = printedPaper(paper)
  } catch (error) {
    if (!(error instanceof NotDrawable)) throw error
    return { fault: 'damaged' }
  }
  return typeset(printed) ?? { fault: 'unavailable' }
}

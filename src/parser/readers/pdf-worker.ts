import { parentPort, workerData } from 'node:worker_threads'
import { Unreadable } from '../source.ts'
import { startBudget } from './limits.ts'
import type { PdfAnswer, PdfQuestion } from './pdf.ts'
import { layOut } from './pdf-layout.ts'
import { readPages } from './pdf-pages.ts'

const { bytes, limits } = workerData as PdfQuestion

async function answer(): Promise<PdfAnswer> {
  try {
    const budget = startBudget(limits)
    return { source: layOut(await readPages(bytes, budget), budget) }
  } catch (error) {
    // A refusal goes back as data; everything else is a mistake and ends the thread.
    if (error instanceof Unreadable) return { unreadable: error.code, values: error.values }
    throw error
  }
}

parentPort?.postMessage(await answer())
// The PDF library may keep the thread alive.
process.exit()

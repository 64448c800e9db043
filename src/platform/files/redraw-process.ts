import { Worker } from 'node:worker_threads'
import Vips from 'wasm-vips'
import type { PictureBounds } from './picture.ts'
import { redraw } from './redraw.ts'

/** What one process is asked to do; it does it once. */
export type Question = { bytes: Uint8Array; bounds: PictureBounds }

process.once('message', (question: Question) => void answer(question))

async function answer({ bytes, bounds }: Question): Promise<void> {
  boundMemory(bounds.megabytesOfMemory)
  // None of the library's further formats.
  const vips = await Vips({ dynamicLibraries: [] })
  vips.concurrency(1)
  // From here on, whatever goes wrong is the file's doing, and so is the time that it takes.
  new Worker(new URL('./redraw-watch.ts', import.meta.url), { workerData: bounds.seconds }).unref()
  process.send?.('begun')
  process.send?.(redraw(vips, bytes, bounds))
}

const pageBytes = 64 * 1024

// The types of Node leave it out.
type WithMemory = { WebAssembly: { Memory: new (asked: object) => object } }

/** The library asks for a memory that may grow to 2 GB; it gets one that may not. */
function boundMemory(megabytes: number): void {
  const { WebAssembly } = globalThis as unknown as WithMemory
  WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
    construct: (Memory, [asked]: [object]) =>
      new Memory({ ...asked, maximum: (megabytes * 1024 * 1024) / pageBytes }),
  })
}

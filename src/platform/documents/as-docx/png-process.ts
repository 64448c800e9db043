import { initWasm, Resvg } from '@resvg/resvg-wasm'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { fontFolders } from '../pdf/fonts.ts'
import { printedSvg } from '../pdf/print-svg.ts'
import type { PngBounds } from './pngs.ts'

/** Pictures that one process is asked to draw, one after the other. */
export type Question = { svgs: readonly string[]; bounds: PngBounds }

/** The next picture; null when it cannot be drawn. */
export type Said = 'begun' | { png: Uint8Array | null }

process.once('message', (question: Question) => void answer(question))

async function answer({ svgs, bounds }: Question): Promise<void> {
  // Whoever asks for a page of the site goes first.
  os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL)
  new Worker(new URL('../pdf/pdf-watch.ts', import.meta.url), { workerData: bounds }).unref()
  await initWasm(fs.readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
  const fontBuffers = fontFolders(svgs.join('')).map(fontIn)
  // From here on, whatever goes wrong is the picture's doing, and so is the time that it takes.
  say('begun')
  for (const svg of svgs) say({ png: drawn(svg, fontBuffers, bounds) })
}

const say = (said: Said): void => void process.send?.(said)

const fontIn = (folder: string): Uint8Array =>
  fs.readFileSync(path.join(folder, fs.readdirSync(folder).find((name) => name.endsWith('.ttf')) ?? ''))

function drawn(svg: string, fontBuffers: Uint8Array[], { width }: PngBounds): Uint8Array | null {
  try {
    const resvg = new Resvg(printedSvg(svg).svg, {
      ...{ background: '#ffffff', fitTo: { mode: 'width', value: width } },
      font: { fontBuffers, defaultFontFamily: 'Noto Serif' },
    })
    return resvg.render().asPng()
  } catch {
    // Not an SVG, or one that no program of its size draws.
    return null
  }
}

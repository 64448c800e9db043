import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { waitingLine } from '../../waiting-line.ts'
import type { Paper } from '../paper.ts'
import type { Question, Said } from './pdf-process.ts'
import type { Typeset } from './typeset.ts'

export type { Standard } from './typeset.ts'

/**
 * Too many are being made already; it would take too much time or memory; it holds a picture that cannot be read; this machine is
 * of a kind for which there is no compiler.
 */
export type PdfFault = 'busy' | 'heavy' | 'damaged' | 'unavailable'

export type PdfAnswer = Typeset | { fault: PdfFault }

export type PdfBounds = {
  /** Signs of all texts together, and of all pictures. */
  signs: number
  signsOfPictures: number
  /** Of the processor. */
  seconds: number
  secondsOnTheWall: number
  megabytes: number
}

/** A paper of 150 pages with sixty pictures takes about a tenth of each. */
export const pdfBounds: PdfBounds = {
  signs: 3_000_000,
  signsOfPictures: 40_000_000,
  seconds: 90,
  secondsOnTheWall: 180,
  megabytes: 1500,
}

const line = waitingLine({ atOnce: 1, longest: 20 })

/**
 * A paper as PDF, made in a process of its own, which knows no address and no password of the site, is bounded in time and
 * memory, and ends with the paper: whatever stands in it, the site goes on answering. The same paper gives the same bytes.
 */
export async function pdfOf(
  paper: Paper,
  { signal, bounds = pdfBounds }: { signal?: AbortSignal; bounds?: PdfBounds } = {},
): Promise<PdfAnswer> {
  if (isTooLong(paper, bounds)) return { fault: 'heavy' }
  if (line.isFull()) return { fault: 'busy' }
  return line.take(() => {
    signal?.throwIfAborted()
    return ask({ paper, bounds }, signal)
  })
}

function isTooLong({ blocks, ...rest }: Paper, { signs, signsOfPictures }: PdfBounds): boolean {
  const pictures = blocks.map((block) => (block.block === 'picture' ? block.svg : ''))
  const texts = blocks.map((block) => (block.block === 'picture' ? { ...block, svg: '' } : block))
  return isLongerThan(signsOfPictures, pictures) || isLongerThan(signs, [rest, texts])
}

function isLongerThan(most: number, whole: unknown): boolean {
  let signs = 0
  const count = (part: unknown): boolean => {
    // Lines and cells weigh something even where nothing stands in them.
    signs += typeof part === 'string' ? part.length + 1 : 1
    if (typeof part === 'object' && part !== null) return Object.values(part).some(count)
    return signs > most
  }
  return count(whole)
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

function ask(question: Question, signal: AbortSignal | undefined): Promise<PdfAnswer> {
  const child = fork(here('./pdf-process.ts'), [], {
    // One thread: the other processors are the site's.
    env: { FONTCONFIG_FILE: here('./fonts.conf'), RAYON_NUM_THREADS: '1' },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  return answerOf(child, question, signal).finally(() => child.kill('SIGKILL'))
}

function answerOf(
  child: ChildProcess,
  question: Question,
  signal: AbortSignal | undefined,
): Promise<PdfAnswer> {
  let hasBegun = false
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)))
  return new Promise<PdfAnswer>((resolve, reject) => {
    const end = () => resolve({ fault: hasBegun ? 'heavy' : 'busy' })
    const stop = () => reject(signal?.reason)
    const timer = setTimeout(end, question.bounds.secondsOnTheWall * 1000)
    signal?.addEventListener('abort', stop)
    child.on('message', (message: Said) => {
      if (message === 'begun') hasBegun = true
      else resolve(message)
    })
    child.on('error', reject)
    child.on('close', (_, killedBy) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      // Whoever is killed was too heavy; whoever ends by itself has met a fault of the program.
      if (hasBegun && killedBy !== null) end()
      else reject(new Error(`the process that sets papers has failed: ${said}`))
    })
    child.send(question)
  })
}

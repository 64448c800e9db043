import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { asPng } from '../../export/png.ts'
import { waitingLine } from '../../waiting-line.ts'
import type { Question, Said } from './png-process.ts'

export type PngBounds = {
  /** In pixels; as high as that makes it. */
  width: number
  /** Of the processor, for all pictures of a paper. */
  seconds: number
  secondsOnTheWall: number
  megabytes: number
}

/** Sixty maps take about a fifth of this. */
export const pngBounds: PngBounds = { width: 1000, seconds: 60, secondsOnTheWall: 120, megabytes: 1000 }

const line = waitingLine({ atOnce: 1, longest: 1_000 })

/**
 * Pictures for programs that do not know SVG. They are drawn in a process of its own, which is bounded in time and memory: one
 * that cannot be drawn is white, and the site goes on answering.
 */
export async function pngsOf(svgs: readonly string[], bounds: PngBounds = pngBounds): Promise<Uint8Array[]> {
  if (svgs.length === 0) return []
  const drawn = await line.take(() => ask({ svgs, bounds }))
  return svgs.map((_, place) => drawn[place] ?? white)
}

const white = asPng({
  ...{ width: 1, height: 1, colours: ['#ffffff'], pixels: new Uint8Array(1) },
  ...{ words: {}, language: 'en' },
})

const program = fileURLToPath(new URL('./png-process.ts', import.meta.url))

function ask(question: Question): Promise<(Uint8Array | null)[]> {
  const child = fork(program, [], {
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  return answerOf(child, question).finally(() => child.kill('SIGKILL'))
}

/** Those that it could draw before it came to its end; the one at which it ended is none of them. */
async function answerOf(child: ChildProcess, question: Question): Promise<(Uint8Array | null)[]> {
  const drawn: (Uint8Array | null)[] = []
  const { svgs, bounds } = question
  let hasBegun = false
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)))
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, bounds.secondsOnTheWall * 1000)
    child.on('message', (message: Said) => {
      if (message === 'begun') hasBegun = true
      else if (drawn.push(message.png) === svgs.length) resolve()
    })
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      if (hasBegun) resolve()
      else reject(new Error(`the process that draws pictures did not begin: ${said}`))
    })
    child.send(question)
  })
  return drawn
}

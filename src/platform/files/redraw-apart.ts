import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { waitingLine } from '../waiting-line.ts'
import { isPicture, pictureBounds, type PictureBounds, type PictureFault, type Redrawn } from './picture.ts'
import type { Question } from './redraw-process.ts'

export type Answer = Redrawn | { fault: PictureFault }

const line = waitingLine({ atOnce: 1, longest: 10 })

/**
 * Draws a picture anew in a process of its own, which knows no address and no password of the site, is bounded in time and
 * memory, and ends with the picture: whatever was sent, the site goes on answering.
 */
export async function redrawApart(bytes: Uint8Array, bounds: PictureBounds = pictureBounds): Promise<Answer> {
  if (!isPicture(bytes)) return { fault: 'kind' }
  if (line.isFull()) return { fault: 'busy' }
  return line.take(() => ask({ bytes, bounds }))
}

const program = fileURLToPath(new URL('./redraw-process.ts', import.meta.url))

function ask(question: Question): Promise<Answer> {
  const child = fork(program, [], {
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  return answerOf(child, question).finally(() => child.kill('SIGKILL'))
}

function answerOf(child: ChildProcess, question: Question): Promise<Answer> {
  let hasBegun = false
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)))
  return new Promise<Answer>((resolve, reject) => {
    const end = () => resolve({ fault: hasBegun ? 'heavy' : 'busy' })
    const timer = setTimeout(end, question.bounds.secondsOnTheWall * 1000)
    child.on('message', (message: Answer | 'begun') => {
      if (message === 'begun') hasBegun = true
      else resolve(message)
    })
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      if (hasBegun) end()
      else reject(new Error(`the process that draws pictures did not begin: ${said}`))
    })
    child.send(question)
  })
}

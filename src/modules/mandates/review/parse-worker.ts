import { parentPort, workerData } from 'node:worker_threads'
import { Unreadable } from '#parser/source.ts'
import type { Question, Answer } from './parse-apart.ts'
import { dutiesIn, readFile } from './read-file.ts'

const question = workerData as Question

async function answer(): Promise<Answer> {
  try {
    if ('draft' in question) return { duties: dutiesIn(question.draft) }
    return { file: await readFile(question) }
  } catch (error) {
    // A refusal goes back as data; everything else is a mistake and ends the thread.
    if (error instanceof Unreadable) return { unreadable: error.code, values: error.values }
    throw error
  }
}

parentPort?.postMessage(await answer())
// What the readers of PDF and Word leave open may keep the thread alive.
process.exit()

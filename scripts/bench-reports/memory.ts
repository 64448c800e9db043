import fs from 'node:fs'
import { memoryOf } from '../bench-activities/started.ts'

export type Peak = { own: number; children: number }

/** Mebibytes that this process and its children have at most taken, looked at ten times a second; those not meant are left out. */
export function watchMemory(others: readonly number[]): { peak: () => Peak; stop: () => void } {
  let peak: Peak = { own: 0, children: 0 }
  const look = () => {
    const children = childrenOf(process.pid).filter((pid) => !others.includes(pid))
    const sum = children.reduce((all, pid) => all + (memoryOf(pid)?.resident ?? 0), 0)
    const own = memoryOf(process.pid)?.resident ?? 0
    peak = { own: Math.max(peak.own, own), children: Math.max(peak.children, sum) }
  }
  const timer = setInterval(look, 100)
  return { peak: () => peak, stop: () => clearInterval(timer) }
}

function childrenOf(parent: number): number[] {
  const folder = `/proc/${parent}/task`
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder).flatMap((thread) => {
    try {
      return fs
        .readFileSync(`${folder}/${thread}/children`, 'utf8')
        .trim()
        .split(' ')
        .filter(Boolean)
        .map(Number)
    } catch {
      // The thread has ended meanwhile.
      return []
    }
  })
}

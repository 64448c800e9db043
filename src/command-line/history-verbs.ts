import fs from 'node:fs'
import { headOfHistory, verifyHistory, type Anchor, type Digest } from '#platform/history.ts'
import { keptTables, modules } from '../modules.ts'
import { withDatabase } from './database-verbs.ts'
import { exitCodes, WrongUse, type Call } from './verb.ts'

/** `actionline history verify`: exit code 1 when anything does not fit, with one line for each fault. */
export async function historyVerify(call: Call): Promise<number> {
  const { anchor } = call.options
  const anchors = typeof anchor === 'string' ? anchorsIn(anchor) : []
  return withDatabase(call, async ({ db }) => {
    const digests: Record<string, Digest> = Object.assign({}, ...modules.map((one) => one.digests ?? {}))
    const { lines, faults } = await verifyHistory(db, digests, { kept: keptTables(), anchors })
    for (const { seq, fault, subject, parts } of faults)
      call.complain(`history-verify.${fault}`, { line: seq ?? '', subject, parts: partsShown(parts) })
    if (faults.length === 0) call.say('history-verify.fine', { lines })
    return faults.length === 0 ? exitCodes.fine : exitCodes.failed
  })
}

/** `actionline history head`: what an anchor file is made of. */
export const historyHead = (call: Call): Promise<number> =>
  withDatabase(call, async ({ db }) => {
    const head = await headOfHistory(db)
    if (head === null) call.complain('history-head.empty')
    else process.stdout.write(`${head.seq} ${head.hash}\n`)
    return head === null ? exitCodes.failed : exitCodes.fine
  })

function anchorsIn(file: string): Anchor[] {
  const lines = fs
    .readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const found = lines.map((line) => /^(\d{1,15}) ([0-9a-f]{64})$/.exec(line.trim()))
  if (lines.length === 0 || found.includes(null)) throw new WrongUse('history-verify.no-anchor', { file })
  return found.map((one) => ({ seq: Number(one?.[1]), hash: one?.[2] ?? '' }))
}

const mostParts = 20

const partsShown = (parts: string[]): string =>
  parts.slice(0, mostParts).join(', ') + (parts.length > mostParts ? ', …' : '')

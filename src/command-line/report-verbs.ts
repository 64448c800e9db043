import { verifyReport } from '#modules/reports/index.ts'
import { withDatabase } from './database-verbs.ts'
import { exitCodes, type Call } from './verb.ts'

/** `actionline report verify SYMBOL`: exit code 1 when the report is not there, or not as it was frozen. */
export const reportVerify = (call: Call): Promise<number> =>
  withDatabase(call, async ({ db }) => {
    const [symbol = ''] = call.operands
    const { version } = call.options
    const isNumber = typeof version === 'string' && /^\d{1,6}$/.test(version)
    const found =
      version === undefined || isNumber
        ? await verifyReport(db, symbol, isNumber ? Number(version) : undefined)
        : null
    if (found === null) call.complain('report-verify.unknown', { symbol })
    if (found === null) return exitCodes.failed
    const { faults, digest } = found
    const said = { symbol, version: found.version, digest }
    for (const fault of faults) call.complain(`report-verify.${fault}`, said)
    if (faults.length === 0) call.say('report-verify.fine', said)
    return faults.length === 0 ? exitCodes.fine : exitCodes.failed
  })

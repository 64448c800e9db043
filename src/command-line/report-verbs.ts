import { frozenVersions, verifyReport } from '#modules/reports/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { withDatabase } from './database-verbs.ts'
import { exitCodes, WrongUse, type Call } from './verb.ts'

/** `actionline report verify SYMBOL`: exit code 1 when the report is not there, or not as it was frozen. */
export async function reportVerify(call: Call): Promise<number> {
  const symbol = (call.operands[0] ?? '').trim()
  const version = versionIn(call)
  return withDatabase(call, ({ db }) => verify(call, db, { symbol, version }))
}

type Asked = { symbol: string; version: number | undefined }

export async function verify(call: Pick<Call, 'say' | 'complain'>, db: Db, asked: Asked): Promise<number> {
  const { symbol, version } = asked
  const found = await verifyReport(db, symbol, version)
  if (found === null) return unknown(call, db, asked)
  const { faults, digest } = found
  const said = { symbol, version: found.version, digest }
  for (const fault of faults) call.complain(`report-verify.${fault}`, said)
  if (faults.length === 0) call.say('report-verify.fine', said)
  return faults.length === 0 ? exitCodes.fine : exitCodes.failed
}

export function versionIn({ options: { version } }: Pick<Call, 'options'>): number | undefined {
  if (typeof version !== 'string') return undefined
  if (!/^[1-9]\d{0,5}$/.test(version)) throw new WrongUse('report-verify.no-number', { version })
  return Number(version)
}

/** Says what there is instead. */
async function unknown(
  { complain }: Pick<Call, 'complain'>,
  db: Db,
  { symbol, version }: Asked,
): Promise<number> {
  const frozen = await frozenVersions(db)
  const versions = frozen.filter((one) => one.symbol === symbol).map((one) => one.version)
  const symbols = [...new Set(frozen.map((one) => one.symbol))]
  if (frozen.length === 0) complain('report-verify.none')
  else if (versions.length === 0) complain('report-verify.unknown', { symbol, symbols: shown(symbols) })
  else complain('report-verify.no-version', { symbol, version: version ?? '', versions: shown(versions) })
  return exitCodes.failed
}

const mostShown = 20

const shown = (all: readonly (string | number)[]): string =>
  all.slice(0, mostShown).join(', ') + (all.length > mostShown ? ', …' : '')

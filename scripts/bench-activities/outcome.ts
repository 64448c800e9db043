import type { Database } from './asked.ts'
import type { Filled } from './fill-register.ts'
import type { ImportTimes } from './import-file.ts'
import type { Measured } from './measure.ts'
import type { Sent } from './plain-exchange.ts'

/** All that was measured on one database; what was not asked for is null. */
export type Outcome = {
  database: Database
  size: number
  filled: Omit<Filled, 'token'>
  started: { listening: number; answering: number; memory: Memory }
  measured: Measured[]
  exported: { site: Sent; plain: Sent; memory: Memory } | null
  /** Milliseconds from the commit of another process until the site finds it. */
  found: number[] | null
  imported: (ImportTimes & { perSecond: number; plainPerSecond: number; memory: Memory }) | null
  memory: Memory
}

export type Memory = { resident: number; most: number } | null

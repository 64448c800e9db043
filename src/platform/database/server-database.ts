import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, type IsolationLevel, type Transaction, type TransactionBuilder } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * A database on a server. Two transactions that wait for each other in a circle are a mistake in the order of locks, see
 * `docs/decisions/0017-order-of-locks.md`; the server ends one of them, and that one is begun anew here. So what a
 * transaction does outside of the database must bear to be done twice.
 */
export class ServerDatabase extends Kysely<Tables> {
  override transaction(): TransactionBuilder<Tables> {
    return begunAnew(super.transaction())
  }
}

/** A level of isolation makes another builder of it, which would end with the first failure. */
function begunAnew(transaction: TransactionBuilder<Tables>): TransactionBuilder<Tables> {
  const once = transaction.execute.bind(transaction)
  const atLevel = transaction.setIsolationLevel.bind(transaction)
  return Object.assign(transaction, {
    execute: <Result>(act: (tx: Transaction<Tables>) => Promise<Result>) => untilDone(() => once(act)),
    setIsolationLevel: (level: IsolationLevel) => begunAnew(atLevel(level)),
  })
}

const mostTries = 6
const longestPauseMilliseconds = 40

async function untilDone<Result>(act: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act()
    } catch (error) {
      // Nothing of it was kept, and the next try finds what the other one has left.
      if (tries === mostTries || !isEndedForAnother(error)) throw error
      await pause(Math.random() * longestPauseMilliseconds * tries)
    }
  }
}

/** serialization_failure and deadlock_detected. */
const endings = ['40001', '40P01']

const isEndedForAnother = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && endings.includes(String(error.code))

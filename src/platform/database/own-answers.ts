import type pg from 'pg'

/**
 * Gives every answer of the database a promise of our own. With those that `pg` makes, rows that nobody has any more outlive the tidying of what
 * is short-lived: of a long read nearly all did, and a third of its processor's time went there (docs/decisions/0036-what-stands-in-memory.md).
 */
export function answerOnItsOwn(client: pg.ClientBase): void {
  const ask = client.query.bind(client) as Ask
  const query: Ask = (asked, ...others) => {
    if (others.some(isCallback) || isCursor(asked)) return ask(asked, ...others)
    const [values] = others
    return new Promise((resolve, reject) => {
      ask(asked, values, (error: Error | null, result: unknown) =>
        error === null || error === undefined ? resolve(result) : reject(error),
      )
    })
  }
  Object.assign(client, { query })
}

type Ask = (asked: unknown, ...others: unknown[]) => unknown

const isCallback = (one: unknown): boolean => typeof one === 'function'

/** What sends itself, and is answered row by row. */
const isCursor = (asked: unknown): boolean =>
  typeof (asked as { submit?: unknown } | null)?.submit === 'function'

import type pg from 'pg'

/** Shorter questions are planned faster than their plans would be looked after. */
export const fewestLetters = 500
/** Of each connection; the plan of a question about duties takes half a megabyte. */
export const mostKept = 50
/** Tables grow, and a plan that was right for a small one is made anew after so many questions. */
const mostAsked = 1000

type Kept = { name: string; asked: number }

/**
 * Has the database keep the plans of long questions for this connection (prepared statements): to plan them takes several times
 * as long as to find the rows. It plans the first five times for the values, and then decides whether one plan does for all.
 * In a transaction every question is planned anew, since tables of the past may stand before the real ones there.
 */
export function keepPlans(client: pg.ClientBase): void {
  const ask = client.query.bind(client) as Ask
  const kept = new Map<string, Kept>()
  let last = 0

  const forget = async (text: string, { name }: Kept) => {
    kept.delete(text)
    Reflect.deleteProperty(statementsOf(client), name)
    await ask(`deallocate ${name}`)
  }

  /** The last asked stands last, and the first gives way. */
  const keep = async (text: string): Promise<Kept> => {
    const before = kept.get(text)
    if (before && before.asked >= mostAsked) await forget(text, before)
    const one = kept.get(text) ?? { name: `kept_${++last}`, asked: 0 }
    one.asked += 1
    kept.delete(text)
    kept.set(text, one)
    const [oldest] = kept
    if (oldest && kept.size > mostKept) await forget(...oldest)
    return one
  }

  const askKept = async (text: string, values: unknown[]) => {
    const one = await keep(text)
    try {
      return await ask({ name: one.name, text, values })
    } catch (error) {
      // A table has got another column since, and the question asks for all of them.
      if (!isOutdated(error)) throw error
      await forget(text, one)
      return ask(text, values)
    }
  }

  const query: Ask = (text, values, ...others) =>
    isLong(text) && hasAny(values) && client.getTransactionStatus() === 'I'
      ? askKept(text, values)
      : ask(text, values, ...others)
  Object.assign(client, { query })
}

type Ask = (text: unknown, values?: unknown, ...others: unknown[]) => Promise<unknown>

const isLong = (text: unknown): text is string =>
  typeof text === 'string' && text.length >= fewestLetters && /^\s*(?:select|with)\b/i.test(text)

const hasAny = (values: unknown): values is unknown[] => Array.isArray(values) && values.length > 0

/** feature_not_supported: “cached plan must not change result type”. */
const isOutdated = (error: unknown) => (error as { code?: unknown }).code === '0A000'

/** What `pg` believes that the database has: from the second time on it asks by the name alone. */
const statementsOf = (client: pg.ClientBase) =>
  (client as pg.Client & { connection: { parsedStatements: Record<string, string> } }).connection
    .parsedStatements

/**
 * Whether a server answers itself. A pooler gives each question to any of its connections, and most know nothing of plans that
 * are kept for one; it cannot know the number of the process that will answer when it greets.
 */
export async function isDirect(client: pg.ClientBase): Promise<boolean> {
  const answer = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return answer.rows[0]?.pid === (client as pg.ClientBase & { processID: number | null }).processID
}

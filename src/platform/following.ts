import type { Db } from './database/tables.ts'
import { lastPlace, linesFrom, mostLines, type Place } from './followed-line-queries.ts'
import type { TouchingLine } from './search/feeding/search-source.ts'

/** What a process knows of many records, and what lines of the history change of it. */
export type Following<State> = {
  begin: (db: Db) => Promise<State>
  /** Takes in what these lines may have changed; null when it is easier to begin anew. */
  follow: (db: Db, state: State, lines: readonly TouchingLine[]) => Promise<State | null>
}

type Known<State> = { place: Place; state: State }

/**
 * Keeps what was read in memory and reads again only what lines of the history concern, so that after a change a page costs as much as
 * was changed, however much there is. As fresh as the history whenever it is asked for.
 */
export function following<State>(of: Following<State>): (db: Db) => Promise<State> {
  const kept = new WeakMap<Db, Promise<Known<State>>>()
  return async (db) => {
    const before = kept.get(db)
    // Whoever asks meanwhile waits in a row: what is taken in once is there for all.
    const next = before === undefined ? begun(db, of) : before.then((known) => caughtUp(db, of, known))
    kept.set(db, next)
    try {
      return (await next).state
    } catch (error) {
      // A failed question must not be remembered as an answer.
      if (kept.get(db) === next) kept.delete(db)
      throw error
    }
  }
}

async function begun<State>(db: Db, { begin }: Following<State>): Promise<Known<State>> {
  // What is written while this reads is read again: its lines come after this one.
  const place = await lastPlace(db)
  return { place, state: await begin(db) }
}

async function caughtUp<State>(db: Db, of: Following<State>, known: Known<State>): Promise<Known<State>> {
  const [last, ...lines] = await linesFrom(db, known.place.seq)
  // The history was put back to an earlier day, or there is more of it than it is worth to follow.
  if ((last?.hash ?? '') !== known.place.hash || lines.length >= mostLines) return begun(db, of)
  const newest = lines.at(-1)
  if (newest === undefined) return known
  const state = await of.follow(db, known.state, lines)
  return state === null ? begun(db, of) : { place: { seq: newest.seq, hash: newest.hash }, state }
}

import { setImmediate as turn } from 'node:timers/promises'
import type { Db } from '../../database/tables.ts'
import { sinceOwnWrite } from '../../own-writes.ts'
import { readAhead } from '../../read-ahead.ts'
import type { SearchAnswer, SearchDocument, SearchRequest } from '../search-document.ts'
import { lastSeq, linesAfter } from './line-queries.ts'
import type { SearchSource, TouchingLine } from './search-source.ts'
import { keepSnapshot, keptSnapshot } from './snapshot-commands.ts'

/** What is fed: answers from memory, and can be written down and read back. */
export type Index = {
  readonly size: number
  answer: (request: SearchRequest) => SearchAnswer | Promise<SearchAnswer>
  /** Several may be under way at once, of different documents. */
  replace: (documents: readonly SearchDocument[]) => Promise<void>
  remove: (keys: readonly string[]) => void
  keys: () => Iterable<string>
  /** Makes few parts of many, or one of all, a step at a time. */
  settle: (into?: 'few' | 'one') => Promise<void>
  /** All that is to be kept, one piece after the other. */
  pieces: () => AsyncIterable<Uint8Array>
  /** Ends what works for it beside this thread. */
  end: () => Promise<void>
}

/** How an index is made; `madeBy` tells programs apart whose indexes are not the same. */
export type IndexMaker = {
  madeBy: string
  empty: () => Index
  fromBytes: (bytes: Uint8Array) => Promise<Index>
}

/** The search as the site knows it: always as fresh as the history. */
export type Search = {
  answer: (request: SearchRequest) => Promise<SearchAnswer>
  /** The records themselves, read anew, by key; what is no longer public is not among them. */
  documents: (keys: readonly string[]) => Promise<Map<string, SearchDocument>>
  /** Begins to load, so that the first reader does not wait for it. */
  warm: () => void
  /** Keeps the index in the database, when enough has changed since the last time. */
  keep: (at: Date) => Promise<void>
  /** Changes whenever an answer may be another. */
  version: () => string
  /** Nothing is asked any more. */
  end: () => Promise<void>
}

export type SearchParts = {
  db: Db
  sources: readonly SearchSource[]
  maker: IndexMaker
  /** Milliseconds of a clock that only goes on. */
  now?: () => number
}

/** What another process has written is seen after so long at most; what this one has written at once. */
const staleMilliseconds = 250
const ownWriteMilliseconds = 5000
const keysAtOnce = 500
const worthKeeping = 500

export const openSearch = (parts: SearchParts): Search => new SearchFeed(parts)

class SearchFeed implements Search {
  readonly #parts: SearchParts
  readonly #now: () => number
  readonly #madeBy: string
  #index: Index | null = null
  #seq = 0
  #changes = 0
  #looked = Number.NEGATIVE_INFINITY
  #looking: { began: number; done: Promise<Index> } | null = null

  constructor(parts: SearchParts) {
    this.#parts = parts
    this.#now = parts.now ?? (() => performance.now())
    const ofSources = parts.sources.map(({ name, version }) => `${name} ${version}`)
    this.#madeBy = [parts.maker.madeBy, ...ofSources].join(', ')
  }

  answer = async (request: SearchRequest): Promise<SearchAnswer> => (await this.#fresh()).answer(request)

  documents = async (keys: readonly string[]): Promise<Map<string, SearchDocument>> => {
    const { db, sources } = this.#parts
    const found: SearchDocument[] = []
    for (const source of sources) {
      const own = keys.filter((key) => source.holds(key))
      if (own.length > 0) found.push(...(await source.documents(db, own)))
    }
    return new Map(found.map((document) => [document.key, document]))
  }

  warm = () => {
    // Whoever asks first is told what went wrong; nothing waits for this.
    this.#fresh().catch(() => {})
  }

  version = () => `${this.#madeBy} ${this.#seq}`

  end = async () => {
    await this.#index?.end()
  }

  keep = async (at: Date) => {
    const index = await this.#fresh()
    const [seq, changes] = [this.#seq, this.#changes]
    if (changes < worthKeeping) return
    await index.settle()
    await keepSnapshot(this.#parts.db, { seq, pieces: index.pieces(), madeBy: this.#madeBy, at })
    this.#changes -= changes
  }

  /** The index with all that was committed when it was asked for. */
  async #fresh(): Promise<Index> {
    const asked = this.#now()
    const staleAllowed = sinceOwnWrite() < ownWriteMilliseconds ? 0 : staleMilliseconds
    if (this.#index !== null && asked - this.#looked < staleAllowed) return this.#index
    // A look that began before somebody asked may have missed what they have just written.
    while (this.#looking !== null && this.#looking.began < asked - staleAllowed) await this.#looking.done
    this.#looking ??= this.#look(asked)
    return this.#looking.done
  }

  #look(began: number): { began: number; done: Promise<Index> } {
    const done = this.#catchUp()
      .then((index) => {
        this.#looked = began
        return index
      })
      .finally(() => {
        this.#looking = null
      })
    return { began, done }
  }

  async #catchUp(): Promise<Index> {
    const index = this.#index ?? (await this.#load())
    for (
      let lines = await linesAfter(this.#parts.db, this.#seq);
      lines.length > 0;
      lines = await linesAfter(this.#parts.db, this.#seq)
    ) {
      await this.#follow(index, lines)
      this.#seq = lines.at(-1)?.seq ?? this.#seq
    }
    this.#index = index
    return index
  }

  async #load(): Promise<Index> {
    const { db, maker, sources } = this.#parts
    const kept = await keptSnapshot(db, this.#madeBy)
    if (kept !== null) {
      this.#seq = kept.seq
      return maker.fromBytes(kept.bytes)
    }
    // What is written while this reads is read again: its lines come after this one.
    this.#seq = await lastSeq(this.#parts.db)
    const index = maker.empty()
    try {
      for (const source of sources) await this.#readAll(index, source)
      await index.settle('one')
    } catch (error) {
      await index.end()
      throw error
    }
    return index
  }

  async #readAll(index: Index, source: SearchSource): Promise<void> {
    const underWay = allOf()
    for await (const documents of readAhead(source.all(this.#parts.db))) {
      await underWay.add(index.replace(documents))
      this.#changes += documents.length
      settleMeanwhile(index)
      await turn()
    }
    await underWay.done()
  }

  async #follow(index: Index, lines: readonly TouchingLine[]): Promise<void> {
    const { db, sources } = this.#parts
    for (const source of sources) {
      const touched = await source.touched(db, lines)
      if (touched === 'all') {
        index.remove([...index.keys()].filter((key) => source.holds(key)))
        await this.#readAll(index, source)
        continue
      }
      const underWay = allOf()
      for await (const { keys, documents } of readAhead(documentsOf(db, source, touched))) {
        const there = new Set(documents.map(({ key }) => key))
        index.remove(keys.filter((key) => !there.has(key)))
        await underWay.add(index.replace(documents))
        this.#changes += keys.length
        await turn()
      }
      await underWay.done()
    }
    settleMeanwhile(index)
  }
}

/** Nobody waits for it; where it fails, it fails again for whoever keeps the index, and is told there. */
function settleMeanwhile(index: Index): void {
  index.settle().catch(() => {})
}

/** Works that go on side by side, a few at a time; that one has failed is told when all are waited for. */
function allOf(): { add: (work: Promise<void>) => Promise<void>; done: () => Promise<void> } {
  const works: Promise<void>[] = []
  const open = new Set<Promise<unknown>>()
  return {
    add: async (work) => {
      works.push(work)
      const ended: Promise<unknown> = work.catch(() => {}).finally(() => open.delete(ended))
      open.add(ended)
      if (open.size >= mostUnderWay) await Promise.race(open)
    },
    done: async () => {
      await Promise.all(works)
    },
  }
}

const mostUnderWay = 4

async function* documentsOf(db: Db, source: SearchSource, touched: readonly string[]) {
  const all = [...new Set(touched)]
  for (let from = 0; from < all.length; from += keysAtOnce) {
    const keys = all.slice(from, from + keysAtOnce)
    yield { keys, documents: await source.documents(db, keys) }
  }
}

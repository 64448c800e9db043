import { median } from '../bench-activities/measure.ts'
import { officerHeaders } from './bench-site.ts'
import type { Case } from './one-case.ts'
import { processorTime } from './processor-time.ts'
import type { Question, Reader } from './questions.ts'

/** Milliseconds of an answer on one case: the time that passed, and what it took of the processor, site and database. */
export type Figures = { p50: number; p95: number; processor: number; database: number; bytes: number }

/** `first`: the first answer after a change of some plan; `again`: nothing has changed since it was asked before. */
export type When = 'first' | 'again'

export type Measured = {
  name: string
  reader: Reader
  when: When
  small: Figures
  large: Figures
  /** Large to small: of the time that passed, and of the processor's time. */
  times: number
  processors: number
  /** How many times more rows a file of a whole plan has; 1 of a page. */
  rows: number
}

export type Bench = { small: Case; large: Case; rounds: number; postgres: number | null; rows: number }

type Asked = { time: number; own: number; database: number; bytes: number }

/** Both cases are asked in turns, and take turns in being the first, so that what else the machine does weighs on both. */
export async function measure(
  bench: Bench,
  small: Question,
  large: Question,
  reader: Reader,
): Promise<Measured[]> {
  const sides = [
    { one: bench.small, path: small.path, asked: { first: [] as Asked[], again: [] as Asked[] } },
    { one: bench.large, path: large.path, asked: { first: [] as Asked[], again: [] as Asked[] } },
  ]
  for (const { one, path } of sides) await ask(one, path, reader, bench.postgres)
  for (let round = 0; round < bench.rounds; round += 1)
    for (const { one, path, asked } of round % 2 === 0 ? sides : sides.toReversed()) {
      await one.change()
      asked.first.push(await ask(one, path, reader, bench.postgres))
      asked.again.push(await ask(one, path, reader, bench.postgres))
    }
  return (['first', 'again'] as const).map((when) => {
    const [of, against] = sides.map(({ asked }) => figuresOf(asked[when]))
    if (of === undefined || against === undefined) throw new Error('there are two sides')
    const rows = large.isWhole ? bench.rows : 1
    return {
      ...{ name: small.name, reader, when, small: of, large: against, rows },
      times: against.p50 / of.p50,
      processors: (against.processor + against.database) / (of.processor + of.database),
    }
  })
}

async function ask({ app }: Case, path: string, reader: Reader, postgres: number | null): Promise<Asked> {
  const headers = { 'Accept-Encoding': 'br', ...(reader === 'officer' ? officerHeaders : {}) }
  const request = new Request(`http://bench.example${path}`, { headers })
  const before = processorTime(postgres)
  const began = performance.now()
  const answer = await app.fetch(request)
  const { byteLength: bytes } = await answer.arrayBuffer()
  const time = performance.now() - began
  const after = processorTime(postgres)
  if (answer.status !== 200) throw new Error(`${path} as ${reader}: ${answer.status}`)
  return { time, own: after.own - before.own, database: Math.max(0, after.database - before.database), bytes }
}

const figuresOf = (asked: readonly Asked[]): Figures => ({
  p50: median(asked.map(({ time }) => time)),
  p95: highOf(asked.map(({ time }) => time)),
  processor: median(asked.map(({ own }) => own)),
  database: median(asked.map(({ database }) => database)),
  bytes: median(asked.map(({ bytes }) => bytes)),
})

const highOf = (figures: readonly number[]): number =>
  figures.toSorted((one, other) => one - other)[Math.ceil(0.95 * figures.length) - 1] ?? 0

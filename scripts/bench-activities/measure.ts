import type { Loaded, Loader } from './load.ts'
import { processorTime, processorTimeOfChildren } from './started.ts'
import type { Question } from './questions.ts'

const connectionCounts = [1, 16, 64] as const

/** Medians of the rounds; processor times are milliseconds for one answer. */
export type Figures = {
  connections: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  bytesEach: number
  processor: number
  databaseProcessor: number
  failures: [number, number][]
}

export type Measured = { name: string; site: Figures[]; plain: Figures[] }

export type Target = { port: number; pid: number; postgres: number | null }

export type Bench = { loader: Loader; seconds: number; rounds: number; site: Target; plain: Target }

/** Site and plain server are asked in turns, so that what else the machine does weighs on both. */
export async function measure(bench: Bench, { name, site, plain }: Question): Promise<Measured> {
  const measured: Measured = { name, site: [], plain: [] }
  await warmUp(bench, { name, site, plain })
  for (const connections of connectionCounts) {
    const ours: Round[] = []
    const theirs: Round[] = []
    for (let round = 0; round < bench.rounds; round += 1) {
      if (plain !== null)
        theirs.push(
          await oneRound(bench, bench.plain, { name: `plain ${name}`, requests: plain, connections }),
        )
      ours.push(await oneRound(bench, bench.site, { name, requests: site, connections }))
    }
    measured.site.push(figuresOf(connections, ours))
    if (plain !== null) measured.plain.push(figuresOf(connections, theirs))
  }
  return measured
}

/** What runs for the first time is slow in every program of this kind, and no reader of a busy site meets it. */
async function warmUp(bench: Bench, { name, site, plain }: Question): Promise<void> {
  const often = { ...bench, rounds: 1, seconds: bench.seconds / 3 }
  if (plain !== null)
    await oneRound(often, bench.plain, { name: `plain ${name}`, requests: plain, connections: 8 })
  await oneRound(often, bench.site, { name, requests: site, connections: 8 })
}

type Round = Loaded & { processor: number; databaseProcessor: number }

const given = new WeakMap<Loader, Set<string>>()

async function oneRound(
  { loader, seconds, rounds }: Bench,
  { port, pid, postgres }: Target,
  { name, requests, connections }: { name: string; requests: string[]; connections: number },
): Promise<Round> {
  const key = `${port} ${name}`
  const names = given.get(loader) ?? new Set()
  const isNew = !names.has(key)
  given.set(loader, names.add(key))
  const before = [processorTime(pid), postgres === null ? 0 : processorTimeOfChildren(postgres)] as const
  const load = { name: key, port, connections, seconds: seconds / rounds, ...(isNew ? { requests } : {}) }
  const loaded = await loader.run(load)
  const after = [processorTime(pid), postgres === null ? 0 : processorTimeOfChildren(postgres)] as const
  return {
    ...loaded,
    processor: (after[0] - before[0]) / Math.max(1, loaded.answers),
    databaseProcessor: Math.max(0, after[1] - before[1]) / Math.max(1, loaded.answers),
  }
}

function figuresOf(connections: number, rounds: Round[]): Figures {
  const middle = (of: (round: Round) => number) => median(rounds.map(of))
  return {
    connections,
    perSecond: middle(({ perSecond }) => perSecond),
    p50: middle(({ p50 }) => p50),
    p95: middle(({ p95 }) => p95),
    p99: middle(({ p99 }) => p99),
    bytesEach: middle(({ bytesEach }) => bytesEach),
    processor: middle(({ processor }) => processor),
    databaseProcessor: middle(({ databaseProcessor }) => databaseProcessor),
    failures: rounds.flatMap(({ failures }) => failures),
  }
}

export const median = (figures: readonly number[]): number =>
  figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0

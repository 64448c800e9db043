import { languageCodes } from '#platform/languages.ts'
import { trialSize } from './asked.ts'
import type { Figures } from './measure.ts'
import type { Outcome } from './outcome.ts'

/** What is asked, what was measured, and whether that is enough; `measured` null where nothing was. */
export type Goal = {
  database: Outcome['database']
  name: string
  /** 'at least' a ratio or a number, 'at most' a time or a size. */
  goal: string
  measured: number | null
  isMet: boolean | null
}

/** The goals of the speed of activities; what they say at 100,000 entries is told at every size, some are others at a million. */
export function goals(outcome: Outcome): Goal[] {
  if (outcome.size <= trialSize) return []
  const isMillion = outcome.size >= 1_000_000
  return [
    ...languageCodes.flatMap((language) => wordGoals(outcome, language, isMillion)),
    atMost(
      outcome,
      'all facets of everything, p50, ms',
      isMillion ? 35 : 5,
      at(outcome, 'all facets of everything', 1)?.p50,
    ),
    ratio(outcome, 'newest 20 with total', 0.5),
    ratio(outcome, 'page of the list with facets', 0.3),
    ratio(outcome, 'by line, country and year', 0.6),
    ratio(outcome, 'one record', 0.6),
    ...['page of the list', 'page of a record', 'record as JSON'].flatMap((name) => [
      ratio(outcome, `${name}, unchanged`, 0.25),
      ratio(outcome, `${name}, revalidated`, 0.5),
    ]),
    ratio(outcome, 'create a draft', 0.5),
    ratio(outcome, 'create and send', 0.5),
    atLeast(
      outcome,
      'import, share of COPY',
      2,
      share(outcome.imported?.perSecond, outcome.imported?.plainPerSecond),
    ),
    atLeast(
      outcome,
      'export, share of plain SQL',
      0.5,
      share(outcome.exported?.site.perSecond, outcome.exported?.plain.perSecond),
    ),
    atMost(
      outcome,
      'an edit is found, the latest of five, ms',
      1000,
      outcome.found === null ? undefined : Math.max(...outcome.found),
    ),
    atMost(outcome, 'first answer after a start, ms', 5000, outcome.started.answering),
    atMost(outcome, 'most memory, MiB', outcome.database === 'server' ? 512 : 1024, outcome.memory?.most),
  ]
}

function wordGoals(outcome: Outcome, language: string, isMillion: boolean): Goal[] {
  const name = `words, filters and all facets, ${language}`
  const [alone, many] = [at(outcome, name, 1), at(outcome, name, 16)]
  if (isMillion) return [atMost(outcome, `${name}, p95, ms`, 20, alone?.p95)]
  return [
    atMost(outcome, `${name}, p50, ms`, 2, alone?.p50),
    atMost(outcome, `${name}, p95, ms`, 10, alone?.p95),
    atLeast(outcome, `${name}, a second`, 1000, many?.perSecond),
  ]
}

const at = ({ measured }: Outcome, name: string, connections: number): Figures | undefined =>
  measured.find((one) => one.name === name)?.site.find((one) => one.connections === connections)

/** At 16 connections. */
function ratio(outcome: Outcome, name: string, least: number): Goal {
  const one = outcome.measured.find((measured) => measured.name === name)
  const theirs = one?.plain.find(({ connections }) => connections === 16)
  return atLeast(outcome, `${name}, ratio`, least, share(at(outcome, name, 16)?.perSecond, theirs?.perSecond))
}

const share = (ours: number | undefined, theirs: number | undefined): number | undefined =>
  ours === undefined || theirs === undefined || theirs === 0 ? undefined : ours / theirs

const atLeast = ({ database }: Outcome, name: string, least: number, measured?: number): Goal => ({
  ...{ database, name, goal: `≥ ${least}`, measured: measured ?? null },
  isMet: measured === undefined ? null : measured >= least,
})

const atMost = ({ database }: Outcome, name: string, most: number, measured?: number): Goal => ({
  ...{ database, name, goal: `≤ ${most}`, measured: measured ?? null },
  isMet: measured === undefined ? null : measured <= most,
})

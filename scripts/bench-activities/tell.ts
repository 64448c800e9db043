import type { Goal } from './goals.ts'
import type { Figures, Measured } from './measure.ts'
import type { Memory, Outcome } from './outcome.ts'

/** Prints what was measured on one database as tables of Markdown: this first, then a line for each question as it is answered, then the rest. */
export function tellHeads(size: number, database: Outcome['database']): void {
  console.log(
    `\n## ${size} entries on ${database === 'server' ? 'a PostgreSQL server' : 'the embedded database'}\n`,
  )
  console.log(`| ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length)}`)
}

const columns = [
  ...['question', 'connections', 'a second', 'p50 ms', 'p95 ms', 'p99 ms', 'bytes', 'CPU ms site + database'],
  ...['plain a second', 'p50 ms', 'p95 ms', 'CPU ms', 'ratio'],
]

export function tellOutcome({ filled, started, exported, found, imported, memory }: Outcome): void {
  console.log(
    `\nentered ${shown(filled.enteredPerSecond)} a second; index made and kept in ${shown(filled.indexSeconds)} s; texts of ${filled.offered} offered to translators`,
  )
  console.log(
    `start: listens after ${shown(started.listening)} ms, first answer after ${shown(started.answering)} ms; ${memoryText(started.memory)}`,
  )
  if (exported)
    console.log(
      `export: ${shown(exported.site.megabytes)} MB at ${shown(exported.site.perSecond)} MB a second, plain ${shown(exported.plain.megabytes)} MB at ${shown(exported.plain.perSecond)}; ${memoryText(exported.memory)}`,
    )
  if (found) console.log(`found by another process after ${found.map(shown).join(', ')} ms`)
  if (imported)
    console.log(
      `import: ${imported.rows} rows at ${shown(imported.perSecond)} a second (looked at ${shown(imported.looked)} s, entered ${shown(imported.entered)} s, found ${shown(imported.found)} s), COPY ${shown(imported.plainPerSecond)}; ${memoryText(imported.memory)}`,
    )
  console.log(`after all of it: ${memoryText(memory)}`)
}

export function tellMeasured({ name, site, plain }: Measured): void {
  for (const [place, ours] of site.entries()) {
    const theirs = plain[place]
    const cells = [
      name,
      ours.connections,
      ...[ours.perSecond, ours.p50, ours.p95, ours.p99, ours.bytesEach].map(shown),
      processors(ours),
      ...(theirs
        ? [
            shown(theirs.perSecond),
            shown(theirs.p50),
            shown(theirs.p95),
            processors(theirs),
            shown(ours.perSecond / theirs.perSecond),
          ]
        : ['', '', '', '', '']),
    ]
    const failed = [...ours.failures, ...(theirs?.failures ?? [])].map(
      ([status, count]) => `${count} × ${status}`,
    )
    console.log(`| ${cells.join(' | ')} |${failed.length > 0 ? ` refused: ${failed.join(', ')}` : ''}`)
  }
}

const processors = ({ processor, databaseProcessor }: Figures): string =>
  `${shown(processor)} + ${shown(databaseProcessor)}`

export function tellGoals(goals: readonly Goal[]): void {
  if (goals.length === 0) return
  console.log('\n| goal | database | wanted | measured | |\n|---|---|---|---|---|')
  for (const { name, database, goal, measured, isMet } of goals) {
    const verdict = isMet === null ? 'not measured' : isMet ? 'met' : '**not met**'
    console.log(
      `| ${name} | ${database} | ${goal} | ${measured === null ? '' : shown(measured)} | ${verdict} |`,
    )
  }
}

/** Three digits that count. */
const shown = (figure: number): string =>
  figure >= 100 ? Math.round(figure).toString() : Number(figure.toPrecision(3)).toString()

const memoryText = (memory: Memory): string =>
  memory === null
    ? 'memory not told here'
    : `${shown(memory.resident)} MiB of memory, at most ${shown(memory.most)}`

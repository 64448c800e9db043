import type { Figures, Measured } from './measure.ts'

/** How many times as long the large case may take. */
const mostTimes = 2

/** By the processor's time, which another program on the machine does not change; of a file, by row. */
export const isMet = ({ processors, rows }: Measured): boolean => processors / rows <= mostTimes

const columns = [
  ...['address', 'reader', 'asked', 'small p50', 'p95', 'CPU site + database'],
  ...['large p50', 'p95', 'CPU site + database', 'ratio of times', 'of CPU', ''],
]

/** Prints what was measured as a table of Markdown: this first, then a line for each question as it is answered. */
export function tellHeads(database: string): void {
  console.log(`\n## ${database}\n\n| ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length)}`)
}

export function tellMeasured(measured: Measured): void {
  const { name, reader, when, small, large, times, processors, rows } = measured
  const byRow = rows === 1 ? '' : `, ${shown(processors / rows)} a row`
  const cells = [
    ...[name, reader, when],
    ...cellsOf(small),
    ...cellsOf(large),
    ...[shown(times), `${shown(processors)}${byRow}`, isMet(measured) ? 'met' : '**not met**'],
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

const cellsOf = ({ p50, p95, processor, database }: Figures): string[] => [
  shown(p50),
  shown(p95),
  `${shown(processor)} + ${shown(database)}`,
]

export function tellSum(measured: readonly Measured[]): void {
  const far = measured.filter((one) => !isMet(one))
  console.log(`\n${measured.length - far.length} of ${measured.length} within a factor of ${mostTimes}`)
}

/** Three digits that count. */
const shown = (figure: number): string =>
  figure >= 100 ? Math.round(figure).toString() : Number(figure.toPrecision(3)).toString()

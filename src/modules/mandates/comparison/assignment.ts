/**
 * The best one-to-one assignment of rows to columns: the sum of the values is as great as it can be (Kuhn and Munkres, with
 * potentials; cubic). Returns the column of each row, or -1 where every value that is left is zero.
 */
export function bestAssignment(values: number[][]): number[] {
  const rows = values.length
  const columns = values[0]?.length ?? 0
  if (rows === 0 || columns === 0) return values.map(() => -1)
  if (rows > columns) return turned(bestAssignment(transposed(values)), rows)
  const columnOf = assign(values, rows, columns)
  return columnOf.map((column, row) => ((values[row]?.[column] ?? 0) > 0 ? column : -1))
}

const transposed = (values: number[][]): number[][] =>
  (values[0] ?? []).map((_, column) => values.map((row) => row[column] ?? 0))

function turned(rowOf: number[], length: number): number[] {
  const columnOf = Array.from({ length }, () => -1)
  for (const [column, row] of rowOf.entries()) if (row >= 0) columnOf[row] = column
  return columnOf
}

/** Rows and columns count from 1 inside; 0 is the free row from which each search starts. */
function assign(values: number[][], rows: number, columns: number): number[] {
  const cost = (row: number, column: number) => -(values[row - 1]?.[column - 1] ?? 0)
  const rowPotential = new Float64Array(rows + 1)
  const columnPotential = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  const cameFrom = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row
    const least = new Float64Array(columns + 1).fill(Infinity)
    const seen = new Uint8Array(columns + 1)
    let column = 0
    do {
      seen[column] = 1
      const here = rowOf[column]!
      let delta = Infinity
      let next = 0
      for (let other = 1; other <= columns; other += 1) {
        if (seen[other]) continue
        const reduced = cost(here, other) - rowPotential[here]! - columnPotential[other]!
        if (reduced < least[other]!) {
          least[other] = reduced
          cameFrom[other] = column
        }
        if (least[other]! < delta) {
          delta = least[other]!
          next = other
        }
      }
      for (let other = 0; other <= columns; other += 1) {
        if (seen[other]) {
          rowPotential[rowOf[other]!]! += delta
          columnPotential[other]! -= delta
        } else least[other]! -= delta
      }
      column = next
    } while (rowOf[column] !== 0)
    for (; column !== 0; column = cameFrom[column]!) rowOf[column] = rowOf[cameFrom[column]!]!
  }
  const columnOf = Array.from({ length: rows }, () => -1)
  for (let column = 1; column <= columns; column += 1)
    if (rowOf[column]! > 0) columnOf[rowOf[column]! - 1] = column - 1
  return columnOf
}

/**
 * What parts the cells of a CSV file, by its first rows: the sign that stands equally often in each of them outside of
 * quotation marks. Programs write a semicolon where the comma is used in numbers.
 */
export function delimiterOf(head: string, name: string): { delimiter: string; from: number } {
  const said = /^sep=(.)(?:\r\n|\r|\n)/i.exec(head)
  if (said) return { delimiter: said[1] ?? ',', from: said[0].length }
  const rows = signsByRow(head)
  const order = /\.(?:tsv|tab)$/i.test(name) ? ['\t', ',', ';'] : [',', ';', '\t']
  let best = { delimiter: order[0] ?? ',', worth: 0 }
  for (const delimiter of order) {
    const worth = worthOf(rows.map((row) => row[delimiter] ?? 0))
    if (worth > best.worth) best = { delimiter, worth }
  }
  return { delimiter: best.delimiter, from: 0 }
}

type Signs = Record<string, number>

const mostRows = 50

/** How often each sign stands in each row; the last row may be cut and is left out when there are others. */
function signsByRow(head: string): Signs[] {
  const rows: Signs[] = [{}]
  let isQuoted = false
  for (const sign of head) {
    const row = rows.at(-1)
    if (sign === '"') isQuoted = !isQuoted
    else if (isQuoted || !row) continue
    else if (sign === '\n' || sign === '\r') {
      if (Object.keys(row).length > 0) rows.push({})
      if (rows.length > mostRows) break
    } else if (sign === ',' || sign === ';' || sign === '\t') row[sign] = (row[sign] ?? 0) + 1
  }
  return rows.length > 1 ? rows.slice(0, -1) : rows
}

/** Above one for a sign that stands in every row as often as in the first; a fraction for one that only the first has. */
function worthOf([first = 0, ...others]: number[]): number {
  if (first === 0) return 0
  const alike = others.filter((count) => count === first).length
  return (1 + alike) / (1 + others.length) + first / 1_000_000
}

/**
 * A list in one cell: its values with a semicolon between them. A value that holds a semicolon, begins with a quotation mark,
 * is empty or has white space at an end stands in quotation marks, and those inside it are doubled. `listOf` takes it apart
 * again, also with the semicolons of Arabic and Chinese keyboards, and passes over what is empty and not quoted.
 */
export const cellOf = (values: readonly string[]): string =>
  values.map((value) => (mustQuote.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join('; ')

const mustQuote = /[;؛；]|^"|^\s|\s$|^$/

export function listOf(cell: string): string[] {
  if (!cell.includes('"')) return unquoted(cell)
  const values: string[] = []
  for (const [piece, quoted] of cell.matchAll(pieces)) {
    if (quoted !== undefined) values.push(quoted.replaceAll('""', '"'))
    else if (piece.trim() !== '') values.push(piece.trim())
  }
  return values
}

function unquoted(cell: string): string[] {
  const values: string[] = []
  for (const piece of cell.split(/[;؛；]/)) {
    const value = piece.trim()
    if (value !== '') values.push(value)
  }
  return values
}

/** A value in quotation marks with nothing behind it, or else whatever stands up to the next semicolon. */
const pieces = /\s*"((?:[^"]|"")*)"\s*(?=[;؛；]|$)|[^;؛；]+/g

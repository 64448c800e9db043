const known = new Map<string, RegExp>()
// Headings of many documents pass through here; a process that lives long must not keep them all.
const knownLimit = 4000

/**
 * The same expression again without compiling it again. Only for expressions whose `lastIndex` nobody relies on: use
 * `matchAll`, `exec` on expressions that are not global, or `search`.
 */
export function compiled(source: string, flags: string): RegExp {
  const key = `${flags}/${source}`
  let expression = known.get(key)
  if (expression !== undefined) return expression
  if (known.size >= knownLimit) known.clear()
  expression = new RegExp(source, flags)
  known.set(key, expression)
  return expression
}

import type { Listing } from './site.ts'
import type { Visit } from './visit.ts'

/** A table is the whole list, unless the address asks for a part of it. */
export async function everyRow<Row>(
  visit: Visit,
  read: (part: Visit) => Promise<Listing<Row>>,
): Promise<Row[]> {
  const first = await read(visit)
  const rows = [...first.rows]
  const wantsPart = visit.query.has('after') || visit.query.has('limit')
  for (let next = wantsPart ? null : first.next; next !== null;) {
    const query = new URLSearchParams(visit.query)
    query.set('after', next)
    const part = await read({ ...visit, query })
    rows.push(...part.rows)
    next = part.next
  }
  return rows
}

import { fetched } from './fetched.ts'
import type { Question } from './questions.ts'
import { written } from './load.ts'

/** What readers get again and again, against a bare server that sends the same bytes; then the same with the ETag. */
export async function unchanged(site: string, record: string): Promise<Question[]> {
  const addresses = [
    ['page of the list', '/fr/activities'],
    ['page of a record', `/en/activities/${record}`],
    ['record as JSON', `/api/v1/activities/${record}`],
  ] as const
  return Promise.all(
    addresses.map(async ([name, address]) => question(name, address, await etagOf(site + address))),
  ).then((pairs) => pairs.flat())
}

const coding = { 'accept-encoding': 'br' }

function question(name: string, address: string, etag: string): Question[] {
  const again = [written(address, { headers: coding })]
  const known = [written(address, { headers: { ...coding, 'if-none-match': etag } })]
  return [
    { name: `${name}, unchanged`, site: again, plain: again },
    { name: `${name}, revalidated`, site: known, plain: known },
  ]
}

async function etagOf(address: string): Promise<string> {
  const { headers } = await fetched(address, coding, 'nothing')
  if (headers.etag === undefined) throw new Error(`${address} has no ETag`)
  return headers.etag
}

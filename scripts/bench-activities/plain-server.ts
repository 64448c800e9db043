import { randomBytes } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { isLanguageCode } from '#platform/languages.ts'
import { configOf, plainInsert, plainRow, plainWords } from './plain-tables.ts'
import type { InventedEntry } from './invented-entries.ts'

/**
 * What somebody would write who wants these answers quickly and nothing else: `node:http`, SQL by hand, prepared statements, counters for the
 * total. No rights, no history, no validation, one language of labels: none.
 */
const pool = new pg.Pool({
  connectionString: process.env['PLAIN_DATABASE'],
  max: 10,
  options: '-c jit=off',
})

const shown = `id, changed_at as "changedAt", language, title, left(summary, 280) as summary, organization, type, reach, status, starts, ends,
  lines, sdgs, countries`
const filter = `($1::text is null or lines @> array[$1]) and ($2::text is null or countries @> array[$2])
  and ($3::int is null or years @> array[$3])`
const found = `words @@ websearch_to_tsquery(${configOf('$1')}, $2)`

const statements = {
  newest: `select ${shown} from entries order by changed_at desc, id desc limit 20`,
  total: `select sum(total)::int as total from totals`,
  filtered: `select ${shown} from entries where lines @> array[$1] and countries @> array[$2] and years @> array[$3::int]
    order by changed_at desc, id desc limit 20`,
  'filtered-total': `select count(*)::int as total from entries
    where lines @> array[$1] and countries @> array[$2] and years @> array[$3::int]`,
  found: `select ${shown} from entries where ${found}
    order by ts_rank(words, websearch_to_tsquery(${configOf('$1')}, $2)) desc limit 20`,
  'found-total': `select count(*)::int as total from entries where ${found}`,
  record: `select content::text as content from entries where id = $1`,
  create: `with added as (${plainInsert}) update totals set total = total + 1 where slot = $2`,
  cursor: `select json_build_object('id', id, 'language', language, 'organization', organization, 'changedAt', changed_at, 'content', content)::text as line
    from entries order by id`,
}

type Name = keyof typeof statements

const ask = async (name: string, text: string, values: unknown[] = []): Promise<Row[]> =>
  (await pool.query<Row>({ name, text, values })).rows

type Row = Record<string, unknown>

const rowsOf = (name: Name, values: unknown[] = []) => ask(name, statements[name], values)

const totalOf = async (name: Name, values: unknown[] = []) => (await rowsOf(name, values))[0]?.['total']

/** Six facets, each counted by itself. */
const facets = {
  line: 'unnest(lines)',
  sdg: 'unnest(sdgs)',
  country: 'unnest(countries)',
  year: 'unnest(years)',
  type: 'type',
  status: 'status',
}

const facetCounts = async (name: string, where: string, values: unknown[]) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(facets).map(async ([facet, value]) => [
        facet,
        await ask(
          `${name}-${facet}`,
          `select ${value} as value, count(*)::int as count from entries where ${where} group by 1 order by 2 desc`,
          values,
        ),
      ]),
    ),
  ) as Record<string, Row[]>

type Answer = (query: URLSearchParams, body: string) => Promise<string>

const answers: Record<string, Answer> = {
  '/newest': async () => {
    const [total, items] = await Promise.all([totalOf('total'), rowsOf('newest')])
    return JSON.stringify({ total, items })
  },
  '/filtered': async (query) => {
    const values = [query.get('line'), query.get('country'), query.get('year')]
    const [total, items] = await Promise.all([totalOf('filtered-total', values), rowsOf('filtered', values)])
    return JSON.stringify({ total, items })
  },
  '/found': async (query) => {
    const values = wordsOf(query)
    const [total, items] = await Promise.all([totalOf('found-total', values), rowsOf('found', values)])
    return JSON.stringify({ total, items })
  },
  '/facets': async (query) => {
    const isFound = query.has('q')
    const values = isFound ? wordsOf(query) : [query.get('line'), query.get('country'), query.get('year')]
    return JSON.stringify(
      await facetCounts(isFound ? 'of-found' : 'of-filtered', isFound ? found : filter, values),
    )
  },
  '/record': async (query) => {
    const [row] = await rowsOf('record', [query.get('id')])
    return String(row?.['content'])
  },
  '/create': async (_query, body) => {
    const id = randomBytes(8).toString('base64url')
    const row = plainRow({ ...(JSON.parse(body) as InventedEntry), id }, new Date().toISOString())
    await rowsOf('create', [JSON.stringify([row]), Math.floor(Math.random() * 16)])
    return JSON.stringify({ id: row.id })
  },
}

function wordsOf(query: URLSearchParams): [string, string] {
  const language = query.get('language') ?? 'en'
  return [language, isLanguageCode(language) ? plainWords(query.get('q') ?? '', language) : '']
}

const server = http.createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://plain')
  if (pathname === '/export') return void sendAll(response)
  let body = ''
  request.setEncoding('utf8').on('data', (text: string) => (body += text))
  request.on('end', () => void send(response, pathname, searchParams, body))
})

async function send(response: http.ServerResponse, path: string, query: URLSearchParams, body: string) {
  try {
    const bytes = Buffer.from((await answers[path]?.(query, body)) ?? '')
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length }
    response.writeHead(200, headers).end(bytes)
  } catch (error) {
    // The load client counts it as refused; what was wrong stands in the answer.
    response.writeHead(500).end(String(error))
  }
}

/** Line by line as PostgreSQL writes them, a thousand at a time. */
async function sendAll(response: http.ServerResponse): Promise<void> {
  const client = await pool.connect()
  response.writeHead(200, { 'content-type': 'application/jsonl' })
  await client.query('begin')
  await client.query(`declare everything cursor for ${statements.cursor}`)
  for (let isMore = true; isMore;) {
    const { rows } = await client.query<{ line: string }>('fetch 1000 from everything')
    isMore = rows.length > 0
    const isFree = response.write(rows.map(({ line }) => `${line}\n`).join(''))
    if (!isFree) await new Promise((resolve) => response.once('drain', resolve))
  }
  await client.query('commit')
  client.release()
  response.end()
}

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))

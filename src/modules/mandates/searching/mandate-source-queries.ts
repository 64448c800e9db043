import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { keptCode } from '#platform/search/analysis/codes.ts'
import type { SearchSource } from '#platform/search/feeding/search-source.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import { foundKinds, type RegisterCard } from './found-kinds.ts'
import { searchKinds, type SearchKind } from './search.ts'

/** Instruments, provisions, duties, bodies and codes, as the search reads them from the rows that are prepared for it. */
export const mandateSource: SearchSource = {
  name: 'mandates',
  version: 4,
  all: everyRecord,
  // The register changes seldom, and then in large parts.
  touched: async (_db, lines) =>
    lines.some(({ subject }) => changing.has(subject.kind)) ? 'all' : ([] as string[]),
  documents: async (db, keys) => {
    const found = await read(db, sql`kind || ':' || id = any(${keys}::text[])`)
    return found.map(asDocument)
  },
  holds: (key) => prefixes.some((prefix) => key.startsWith(prefix)),
  kinds: foundKinds,
}

const changing = new Set(['register', 'imported-revision', 'bodies', 'frameworks', 'revision-text'])

const prefixes = searchKinds.map((kind) => `${kind}:`)

const readAtOnce = 500

type Found = {
  kind: SearchKind
  id: string
  revision: string | null
  address: string | null
  label: string | null
  codes: string[]
  lines: string[]
  goals: number[]
  year: number | null
  name: Translated | null
  adopted: string | null
  texts: { language: LanguageCode; title: string; body: string }[]
}

async function* everyRecord(db: Db) {
  for (let after = ['', ''], isMore = true; isMore;) {
    const [kind = '', id = ''] = after
    const found = await read(db, sql`(kind, id) > (${kind}, ${id})`)
    yield found.map(asDocument)
    const last = found.at(-1)
    if (last) after = [last.kind, last.id]
    isMore = found.length === readAtOnce
  }
}

async function read(db: Db, where: RawBuilder<unknown>): Promise<Found[]> {
  const found = await sql<Found>`
    select s.kind, s.id, s.revision, s.address, s.codes, s.texts,
      coalesce(p.action_lines, array[]::text[]) as lines, coalesce(p.goals, array[]::integer[]) as goals,
      r.year, r.adopted_on::text as adopted, r.name, p.label
    from (
      select kind, id, min(revision) as revision, min(address) as address, min(codes) as codes,
        jsonb_agg(jsonb_build_object('language', language, 'title', title, 'body', body) order by language) as texts
      from search_rows where ${where} group by kind, id order by kind, id limit ${readAtOnce}
    ) s
    left join revisions r on r.id = s.revision
    left join provisions p on p.revision = s.revision and p.address = s.address
    order by s.kind, s.id`.execute(db)
  return found.rows
}

function asDocument(found: Found): SearchDocument {
  const lines = new Set(found.lines.map(keptCode))
  return {
    key: `${found.kind}:${found.id}`,
    kind: found.kind,
    original: null,
    texts: found.texts,
    codes: found.codes.filter((code) => !lines.has(code)),
    tags: found.lines,
    facets: facetsOf(found),
    date: found.adopted === null ? 0 : Date.parse(found.adopted),
    card: JSON.stringify({
      kind: found.kind,
      id: found.id,
      revision: found.revision,
      address: found.address,
      label: found.label,
      name: found.name,
    } satisfies RegisterCard),
  }
}

function facetsOf({ kind, id, lines, goals, year, texts }: Found): SearchDocument['facets'] {
  const own = (of: SearchKind) => (kind === of ? [id] : [])
  return {
    language: texts.map(({ language }) => language),
    'action-line': [...lines, ...own('action-line')],
    sdg: [
      ...goals.map(String),
      ...own('sdg'),
      ...own('sdg-target').map((code) => code.split('.')[0] ?? code),
    ],
    gdc: own('gdc-objective'),
    year: year === null ? [] : [String(year)],
  }
}

import pg from 'pg'
import type { LanguageCode } from '#platform/languages.ts'
import type { InventedEntry } from './invented-entries.ts'

/** The tables of the plain server: what a list shows in columns, the whole entry as JSON, a text index, counters. */
const plainTables = `
  create table entries (
    id text primary key,
    changed_at timestamptz not null,
    language text not null,
    title text not null,
    summary text not null,
    organization text not null,
    type text,
    reach text,
    status text,
    starts text,
    ends text,
    lines text[] not null,
    sdgs text[] not null,
    countries text[] not null,
    years int[] not null,
    content json not null,
    words tsvector not null
  );
  create table totals (slot int primary key, total bigint not null);
  insert into totals select slot, 0 from generate_series(0, 15) as slot;
`

const plainIndexes = `
  create index entries_newest on entries (changed_at desc, id desc);
  create index entries_words on entries using gin (words);
  create index entries_lines on entries using gin (lines);
  create index entries_countries on entries using gin (countries);
  create index entries_years on entries using gin (years);
  analyze entries;
`

/** By language; PostgreSQL cuts no Chinese into words, so those come in pairs of characters. */
export const configOf = (column: string): string => `(case ${column}
  when 'ar' then 'arabic'::regconfig when 'en' then 'english'::regconfig when 'es' then 'spanish'::regconfig
  when 'fr' then 'french'::regconfig when 'ru' then 'russian'::regconfig else 'simple'::regconfig end)`

const columns =
  'id, changed_at, language, title, summary, organization, type, reach, status, starts, ends, lines, sdgs, countries, years, content, words'

/** Rows of a JSON array with their text, into the table and its index. */
export const plainInsert = `
  insert into entries (${columns})
  select id, "changedAt", language, title, summary, organization, type, reach, status, starts, ends, lines, sdgs, countries, years,
    content, setweight(to_tsvector(${configOf('language')}, "titleWords"), 'A') || to_tsvector(${configOf('language')}, words)
  from json_to_recordset($1::json) as r (id text, "changedAt" timestamptz, language text, title text, summary text, organization text,
    type text, reach text, status text, starts text, ends text, lines text[], sdgs text[], countries text[], years int[], content json,
    "titleWords" text, words text)`

/** An entry as the plain server stores it. */
export function plainRow({ id, language, organization, content }: InventedEntry, changedAt: string) {
  const { title, summary, type, reach, status, start, end, countries, actionLines, sdgs } = content
  const body = [summary, content.objective, content.content, content.results, content.partnerships].join('\n')
  return {
    ...{
      id,
      changedAt,
      language,
      title,
      summary,
      organization,
      type,
      reach,
      status,
      starts: start,
      ends: end,
    },
    lines: actionLines.map(({ code }) => code),
    sdgs: sdgs.map(({ code }) => code),
    countries,
    years: yearsOf(start, end),
    content,
    titleWords: plainWords(title, language),
    words: plainWords(body, language),
  }
}

function yearsOf(start: string | null, end: string | null): number[] {
  const first = Number((start ?? '2026').slice(0, 4))
  const last = Math.max(first, Number((end ?? '2026').slice(0, 4)))
  return Array.from({ length: last - first + 1 }, (_, year) => first + year)
}

export const plainWords = (text: string, language: LanguageCode): string =>
  language === 'zh' ? inPairs(text) : text

const inPairs = (text: string): string => {
  const characters = Array.from(text.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  return characters.map((character, place) => character + (characters[place + 1] ?? '')).join(' ')
}

/** Puts all in, then makes the indexes, which is quicker than the other way round. */
export async function fillPlain(
  client: pg.ClientBase,
  size: number,
  invent: (number: number) => InventedEntry,
): Promise<void> {
  await client.query(plainTables)
  const newest = Date.now()
  for (let from = 0; from < size; from += 1000) {
    const rows = Array.from({ length: Math.min(1000, size - from) }, (_, place) => {
      const number = from + place
      return plainRow(invent(number), new Date(newest - (size - number) * 60_000).toISOString())
    })
    await client.query(plainInsert, [JSON.stringify(rows)])
  }
  await client.query('update totals set total = case when slot = 0 then $1::bigint else 0 end', [size])
  await client.query(plainIndexes)
}

/** Ends the connection also when something fails, so that the failure is what is told. */
export async function withClient<Result>(
  url: string,
  act: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

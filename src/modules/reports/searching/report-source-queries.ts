import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { FoundKind, SearchSource } from '#platform/search/feeding/search-source.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import type { Unchecked } from '#platform/texts/texts.ts'
import type { EditionContent } from '../freezing/edition.ts'
import { markedBlocks, wordsIn } from '../markup/markup.ts'
import type { Dimension } from '../parts/part.ts'
import { reportPaths } from '../paths.ts'
import { publicReportStates } from '../report.ts'
import { totalsIn } from '../using/answering.ts'
import { usesOf } from '../using/use.ts'
import '../tables.ts'

const prefix = 'report:'

type FoundReport = { id: string; content: EditionContent; isExample: boolean }

type ReportCard = {
  id: string
  symbol: string
  version: number
  unchecked: Unchecked
  isExample: boolean
}

const reportKind: FoundKind = {
  many: 'reports.title',
  one: 'noun.report',
  told: ({ t }, written) => {
    const { id, symbol, version, unchecked, isExample } = JSON.parse(written) as ReportCard
    const name = version > 1 ? `${symbol} · ${t('plans.version', { version })}` : symbol
    return { id, name, path: reportPaths.report(id), unchecked, isExample }
  },
}

/** Reports that were frozen, as they were frozen; of several versions the last one. */
export const reportSource: SearchSource = {
  name: 'reports',
  version: 1,
  // There are some dozens a year, each of them large.
  all: async function* (db) {
    const ids = await sql<{ id: string }>`select r.id from reports r where ${isFound} order by r.id`.execute(
      db,
    )
    for (const { id } of ids.rows) yield await documents(db, sql`r.id = ${id}`)
  },
  touched: async (db, lines) => {
    const ids = lines.flatMap(({ subject: { kind, id } }) => (kind === 'report' ? id : []))
    if (ids.length === 0) return []
    const found = await sql<{ id: string }>`
      select id from reports where series in (select series from reports where id = any(${ids}::text[]))`.execute(
      db,
    )
    return [...new Set([...ids, ...found.rows.map(({ id }) => id)])].map((id) => prefix + id)
  },
  documents: (db, keys) =>
    documents(db, sql`r.id = any(${keys.map((key) => key.slice(prefix.length))}::text[])`),
  holds: (key) => key.startsWith(prefix),
  kinds: { report: reportKind },
}

const isFound = sql`r.state = any(${[...publicReportStates]}::text[]) and not exists (select from reports later
  where later.series = r.series and later.version > r.version and later.state = any(${[...publicReportStates]}::text[]))`

async function documents(db: Db, where: RawBuilder<unknown>): Promise<SearchDocument[]> {
  const found = await sql<FoundReport>`
    select r.id, e.content, r.is_example as "isExample" from reports r join report_editions e on e.report = r.id
    where ${isFound} and ${where} order by r.id`.execute(db)
  return found.rows.map(documentOf)
}

function documentOf({ id, content, isExample }: FoundReport): SearchDocument {
  const { report, frozenAt } = content
  const texts = languageCodes.flatMap((language) => textIn(content, language))
  const asked = (dimension: Dimension) =>
    unique(
      content.sections.flatMap(({ parts }) => parts.flatMap(({ query }) => query.filters[dimension] ?? [])),
    )
  const cited = usesOf(content).filter(({ kind }) => kind === 'duty' || kind === 'provision')
  return {
    key: prefix + id,
    kind: 'report',
    original: report.language,
    texts,
    codes: [report.symbol, id],
    tags: unique([...asked('action-line'), ...cited.map(({ record }) => record)]),
    facets: {
      language: texts.map(({ language }) => language),
      'action-line': asked('action-line'),
      sdg: asked('sdg'),
      country: asked('country'),
      region: asked('region'),
      group: asked('group'),
      year: unique([report.startsOn.slice(0, 4), report.endsOn.slice(0, 4)]),
    },
    date: new Date(frozenAt).getTime(),
    card: JSON.stringify({
      ...{ id, symbol: report.symbol, version: report.version, isExample },
      unchecked: uncheckedIn(content),
    } satisfies ReportCard),
  }
}

/** What it says in a language, without marks and with its numbers; nothing where nobody has written or translated it. */
function textIn({ words, sections }: EditionContent, language: LanguageCode): SearchDocument['texts'] {
  const title = words.title?.[language]?.text ?? ''
  const summary = words.action?.[language]?.text ?? ''
  const totals = totalsIn(sections)
  const body = sections
    .map(({ text }) =>
      wordsIn(markedBlocks(text[language]?.text ?? ''), {
        part: (key) => String(totals[key] ?? ''),
      }),
    )
    .filter((text) => text !== '')
    .join('\n')
  return title === '' && body === '' ? [] : [{ language, title, summary, body }]
}

const uncheckedIn = ({ words }: EditionContent): Unchecked =>
  Object.fromEntries(
    languageCodes.flatMap((language) => {
      const state = words.title?.[language]?.state
      return state === 'machine' || state === 'outdated' ? [[language, state]] : []
    }),
  )

const unique = (values: readonly string[]): string[] => [...new Set(values)]

import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import type { FoundKind, SearchSource } from '#platform/search/feeding/search-source.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import { translationsOf, uncheckedIn, type Translations, type Unchecked } from '#platform/texts/texts.ts'
import { dateRange } from '#platform/ui/format.ts'
import { publicCallStates, type Call } from './call.ts'
import { callPaths } from './call-paths.ts'
import './tables.ts'

const prefix = 'call:'

type FoundCall = Pick<Call, 'id' | 'language' | 'opensOn' | 'cutOff' | 'openedAt' | 'isExample'> & {
  translations: Translations
}

type CallCard = Pick<FoundCall, 'id' | 'opensOn' | 'cutOff' | 'isExample'> & { unchecked: Unchecked }

const callKind: FoundKind = {
  many: 'calls.title',
  one: 'search.one.call',
  told: ({ language }, written) => {
    const { id, opensOn, cutOff, unchecked, isExample } = JSON.parse(written) as CallCard
    return { id, name: dateRange(language, opensOn, cutOff), path: callPaths.call(id), unchecked, isExample }
  },
}

/** Calls that were opened, with their letters; they stay when they are closed. */
export const callSource: SearchSource = {
  name: 'calls',
  version: 1,
  // There is one now and then.
  all: async function* (db) {
    yield (await read(db, sql`true`)).map(asDocument)
  },
  touched: async (_db, lines) =>
    lines.flatMap(({ subject: { kind, id } }) => {
      const own = kind === 'call' ? id : /^call\/(\w+)$/.exec(id)?.[1]
      return own === undefined ? [] : [prefix + own]
    }),
  documents: async (db, keys) => {
    const ids = keys.map((key) => key.slice(prefix.length))
    return (await read(db, sql`c.id = any(${ids}::text[])`)).map(asDocument)
  },
  holds: (key) => key.startsWith(prefix),
  kinds: { call: callKind },
}

async function read(db: Db, where: RawBuilder<unknown>): Promise<FoundCall[]> {
  const found = await sql<FoundCall>`
    select c.id, c.language, c.opens_on::text as "opensOn", c.cut_off::text as "cutOff", c.opened_at as "openedAt",
      c.is_example as "isExample", ${translationsOf({ kind: 'call', id: sql`c.id` })} as translations
    from calls c where c.state = any(${[...publicCallStates]}::text[]) and ${where} order by c.id`.execute(db)
  return found.rows
}

function asDocument({ id, language, opensOn, cutOff, openedAt, isExample, translations }: FoundCall) {
  const texts = languageCodes.flatMap((code) => {
    const words = translations?.[code]
    const [title, body] = [words?.['title']?.text ?? '', words?.['letter']?.text ?? '']
    return title === '' && body === '' ? [] : [{ language: code, title, body }]
  })
  const unchecked = uncheckedIn({}, translations, 'title')
  return {
    key: prefix + id,
    kind: 'call',
    original: language,
    texts,
    codes: [id],
    facets: {
      language: texts.map((text) => text.language),
      year: [...new Set([opensOn, cutOff].map((day) => day.slice(0, 4)))],
    },
    date: openedAt?.getTime() ?? 0,
    card: JSON.stringify({ id, opensOn, cutOff, isExample, unchecked } satisfies CallCard),
  } satisfies SearchDocument
}

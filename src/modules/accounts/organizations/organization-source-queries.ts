import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type Translated } from '#platform/languages.ts'
import type { SearchSource } from '#platform/search/feeding/search-source.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import { accountPaths } from '../paths.ts'

const prefix = 'organization:'
const readAtOnce = 500

type FoundOrganization = {
  id: string
  name: Translated
  acronym: string | null
  country: string | null
  region: string | null
  is_example: boolean
  created_at: Date
}

type OrganizationCard = Pick<FoundOrganization, 'id' | 'acronym'> & { isExample: boolean }

/** Approved organizations that everybody may see. */
export const organizationSource: SearchSource = {
  name: 'organizations',
  version: 1,
  all: everyOrganization,
  touched: async (_db, lines) =>
    lines.flatMap(({ subject }) => (subject.kind === 'organization' ? [prefix + subject.id] : [])),
  documents: async (db, keys) => {
    const ids = keys.map((key) => key.slice(prefix.length))
    return (await read(db, sql`id = any(${ids}::text[])`)).map(asDocument)
  },
  holds: (key) => key.startsWith(prefix),
  kinds: {
    organization: {
      many: 'organizations.title',
      one: 'search.one.organization',
      told: (_visit, written) => {
        const { id, acronym, isExample } = JSON.parse(written) as OrganizationCard
        return { id, name: acronym ?? id, path: accountPaths.organization(id), isExample }
      },
    },
  },
}

async function* everyOrganization(db: Db) {
  for (let after = '', isMore = true; isMore;) {
    const found = await read(db, sql`id > ${after}`)
    yield found.map(asDocument)
    after = found.at(-1)?.id ?? after
    isMore = found.length === readAtOnce
  }
}

async function read(db: Db, where: RawBuilder<unknown>): Promise<FoundOrganization[]> {
  const found = await sql<FoundOrganization>`
    select id, name, acronym, country, region, is_example, created_at from organizations
    where state = 'approved' and visibility = 'public' and ${where} order by id limit ${readAtOnce}`.execute(
    db,
  )
  return found.rows
}

function asDocument(found: FoundOrganization): SearchDocument {
  const { id, name, acronym, country, region } = found
  const languages = languageCodes.filter((code) => name[code] !== undefined)
  return {
    key: prefix + id,
    kind: 'organization',
    original: null,
    texts: languages.map((language) => ({ language, title: name[language] ?? '', body: acronym ?? '' })),
    codes: [id, ...(acronym === null ? [] : [acronym])],
    facets: {
      language: languages,
      country: country === null ? [] : [country],
      region: region === null ? [] : [region],
    },
    date: found.created_at.getTime(),
    card: JSON.stringify({ id, acronym, isExample: found.is_example } satisfies OrganizationCard),
  }
}

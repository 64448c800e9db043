import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode, type Translated } from '#platform/languages.ts'
import type { FoundKind, SearchSource } from '#platform/search/feeding/search-source.ts'
import type { SearchDocument } from '#platform/search/search-document.ts'
import {
  translationsOf,
  uncheckedIn,
  withTranslations,
  type Translations,
  type Unchecked,
} from '#platform/texts/texts.ts'
import { strengthKeys } from '../duties/duty-shape.ts'
import { mandatePaths } from '../paths.ts'
import { placeName } from '../searching/found-kinds.ts'
import { strengthOf, type EvidenceState, type Strength } from './evidence.ts'

const prefix = 'evidence:'
const readAtOnce = 500

type FoundEvidence = {
  id: string
  duty: string
  revision: string
  address: string
  label: string | null
  /** Of the revision. */
  name: Translated
  shows: Translated
  original: LanguageCode
  translations: Translations
  title: string | null
  fileName: string | null
  state: EvidenceState
  contested: boolean
  happenedOn: string
  lines: string[]
  goals: number[]
  isExample: boolean
}

type EvidenceCard = Pick<FoundEvidence, 'id' | 'revision' | 'address' | 'label' | 'name'> & {
  strength: Strength
  unchecked: Unchecked
  isExample: boolean
}

const evidenceKind: FoundKind = {
  many: 'evidence.title',
  one: 'search.one.evidence',
  // How strong it is stands first: what is contested or withdrawn shows nothing.
  told: (visit, written) => {
    const { id, strength, unchecked, isExample, ...place } = JSON.parse(written) as EvidenceCard
    const name = `${visit.t(strengthKeys[strength])} · ${placeName(visit, { id, ...place })}`
    return { id, name, path: mandatePaths.evidenceOf(id), unchecked, isExample }
  },
}

/** Evidence that everybody may see, of whatever strength: what was withdrawn stays readable. */
export const evidenceSource: SearchSource = {
  name: 'evidence',
  version: 2,
  all: allEvidence,
  touched: async (_db, lines) =>
    lines.some(({ subject }) => changingAll.has(subject.kind))
      ? 'all'
      : lines.flatMap(({ subject: { kind, id } }) => {
          const own = kind === 'evidence' ? id : /^evidence\/(.+)$/.exec(id)?.[1]
          return own === undefined ? [] : [prefix + own]
        }),
  documents: async (db, keys) => {
    const ids = keys.map((key) => key.slice(prefix.length))
    return (await read(db, sql`e.id::text = any(${ids}::text[])`)).map(asDocument)
  },
  holds: (key) => key.startsWith(prefix),
  kinds: { evidence: evidenceKind },
}

/** Where the duty stands, and which lines and goals it is about. */
const changingAll = new Set(['register', 'imported-revision'])

async function* allEvidence(db: Db) {
  for (let after = '', isMore = true; isMore;) {
    const found = await read(db, sql`e.id::text > ${after}`)
    yield found.map(asDocument)
    after = found.at(-1)?.id ?? after
    isMore = found.length === readAtOnce
  }
}

async function read(db: Db, where: RawBuilder<unknown>): Promise<FoundEvidence[]> {
  const found = await sql<FoundEvidence>`
    select e.id::text as id, e.duty, d.revision, d.address, p.label, r.name, e.shows, e.original_language as original,
      ${translationsOf({ kind: 'evidence', id: sql`e.id::text` })} as translations, e.title, e.file_name as "fileName",
      e.state, e.contested, e.happened_on::text as "happenedOn", p.action_lines as lines, p.goals,
      d.origin = 'demo' as "isExample"
    from evidence e join duties d on d.id = e.duty
    join provisions p on p.revision = d.revision and p.address = d.address
    join revisions r on r.id = d.revision
    where e.visibility = 'public' and ${where} order by e.id::text limit ${readAtOnce}`.execute(db)
  return found.rows
}

function asDocument(found: FoundEvidence): SearchDocument {
  const { id, duty, revision, address, label, name, original, happenedOn, lines, goals } = found
  const shows = withTranslations(found.shows, found.translations, 'shows')
  const names = [found.title ?? '', found.fileName ?? ''].join(' ').trim()
  const texts = languageCodes.flatMap((language) => {
    const title = shows[language] ?? ''
    // What was seen and sent is called so in one language, whichever that is.
    if (language === original) return [{ language, title, body: '', names }]
    return title === '' ? [] : [{ language, title, body: '' }]
  })
  return {
    key: prefix + id,
    kind: 'evidence',
    original,
    texts,
    codes: [id],
    tags: [...new Set([duty, `${revision}/${address}`, ...lines])],
    facets: {
      language: texts.map(({ language }) => language),
      'action-line': lines,
      sdg: goals.map(String),
      year: [happenedOn.slice(0, 4)],
    },
    date: Date.parse(happenedOn),
    card: JSON.stringify({
      ...{ id, revision, address, label, name, strength: strengthOf(found) },
      unchecked: uncheckedIn(found.shows, found.translations, 'shows'),
      isExample: found.isExample,
    } satisfies EvidenceCard),
  }
}

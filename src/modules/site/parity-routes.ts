import { z } from 'zod'
import { accountPaths } from '#modules/accounts/index.ts'
import { frameworkPaths } from '#modules/frameworks/index.ts'
import { mandatePaths } from '#modules/mandates/index.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import { inLanguage, languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import type { Module } from '#platform/module.ts'
import { textKinds, textStates, type TextKinds } from '#platform/texts/texts.ts'
import { limitOf, readCursor, writeCursor } from '#platform/web/listing.ts'
import { code, cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refuseUnknown, refusingCursor } from '#platform/web/list-refusals.ts'
import type { Column, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { languageTextsPage } from './pages/language-texts-page.ts'
import { languagesPage } from './pages/languages-page.ts'
import { parityCounts, parityTexts } from './parity-queries.ts'
import { parityRecords, parityShape, type ParityRecord } from './parity-shape.ts'
import { stateOfWords, wordCounts, wordKinds, wordsOf, type WordKind } from './parity-words.ts'
import { sitePaths } from './paths.ts'

/** What exists in which language, and the texts behind each number. */
export function parityRoutes(site: Site, modules: readonly Module[]): void {
  const kinds = textKinds(modules)
  site.list({
    path: sitePaths.languages,
    name: 'languages',
    summary:
      'Language parity: how many texts of each kind there are in each language, by state, and who is asked to act.',
    query: z.strictObject({}),
    row: parityShape,
    read: async (visit) => {
      const records = await parityCounts(visit.db, levelsSeenBy(visit.actor))
      const rows = parityRecords(visit, kinds, [...wordCounts(visit.t), ...records])
      return { rows, total: rows.length, next: null }
    },
    page: languagesPage,
    columns,
  })
  site.list({
    path: sitePaths.languageTexts,
    name: 'languageTexts',
    summary: 'The texts of one kind in one language that language parity counts.',
    query: textsQuery,
    row: textShape,
    read: (visit, query) => readTexts(visit, kinds, query),
    page: languageTextsPage,
    columns: textColumns,
  })
}

const columns: Column<ParityRecord>[] = [
  { name: 'group', value: (row) => row.group.code },
  { name: 'kind', value: (row) => row.kind.code },
  { name: 'kind_label', value: (row) => row.kind.label },
  { name: 'language', value: (row) => row.language },
  { name: 'language_name', value: (row) => languages[row.language].endonym },
  ...textStates.map((state) => ({ name: state, value: (row: ParityRecord) => row.counts[state] })),
  { name: 'total', value: (row) => row.total },
  { name: 'asked', value: (row) => row.asked?.role.code },
  { name: 'asked_count', value: (row) => row.asked?.count },
]

const textsQuery = z.strictObject({
  kind: code.optional(),
  language: z.enum(languageCodes).optional(),
  state: z.enum(textStates).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

const textShape = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.object({ text: z.string(), language: z.enum(languageCodes) }),
  state: z.enum(textStates),
  /** Where it is read; null for words of the program. */
  path: z.string().nullable(),
})

export type LanguageText = z.infer<typeof textShape>

const textColumns: Column<LanguageText>[] = [
  { name: 'kind', value: (row) => row.kind },
  { name: 'id', value: (row) => row.id },
  { name: 'title', value: (row) => row.title.text },
  { name: 'title_language', value: (row) => row.title.language },
  { name: 'state', value: (row) => row.state },
]

type Asked = z.infer<typeof textsQuery> & { kind: string; language: LanguageCode }

async function readTexts(visit: Visit, kinds: TextKinds, query: z.infer<typeof textsQuery>) {
  const asked: Asked = {
    ...query,
    kind: query.kind ?? 'interface',
    language: query.language ?? visit.language,
  }
  const valid = [...new Set([...wordKinds, ...Object.keys(pathOf), ...Object.keys(kinds)])]
  refuseUnknown([{ field: 'kind', value: asked.kind, valid }])
  const page = { after: asked.after, ...(asked.limit ? { limit: Number(asked.limit) } : {}) }
  const { kind: asWords } = asked
  if (isWordKind(asWords))
    return refusingCursor(Promise.resolve().then(() => wordRows(visit, asked, asWords)))
  const found = await refusingCursor(parityTexts(visit.db, asked, levelsSeenBy(visit.actor), page))
  const untitled = found.rows.filter(({ title }) => title === null).map(({ id }) => id)
  const titles =
    untitled.length > 0 ? await kinds[asked.kind]?.titlesOf(visit.db, untitled, asked.language) : undefined
  return {
    ...found,
    rows: found.rows.map(({ kind, id, title, state }): LanguageText => ({
      kind,
      id,
      title: (title && inLanguage(title, asked.language)) ?? {
        text: titles?.get(id) ?? id,
        language: visit.language,
      },
      state,
      path: (pathOf[kind] ?? kinds[kind]?.pathOf)?.(id) ?? null,
    })),
  }
}

const isWordKind = (kind: string): kind is WordKind => (wordKinds as readonly string[]).includes(kind)

function wordRows({ t }: Visit, { language, state, after, limit }: Asked, kind: WordKind) {
  const all = state === undefined || state === stateOfWords(language) ? wordsOf(t, kind) : []
  const start = readCursor(after, ['place'])?.[0] ?? 0
  const end = start + limitOf(limit ? { limit: Number(limit) } : {})
  return {
    total: all.length,
    next: end < all.length ? writeCursor([end]) : null,
    rows: all.slice(start, end).map((key): LanguageText => ({
      kind,
      id: key,
      title: { text: t.template(key, language), language },
      state: stateOfWords(language),
      path: null,
    })),
  }
}

const revisionOf = (id: string): [string, string] => [id.split('/')[0] ?? '', id.slice(id.indexOf('/') + 1)]

/** Where the records of the register are read. Some codes have no page. */
const pathOf: Record<string, ((id: string) => string) | null> = {
  provision: (id) => mandatePaths.provision(...revisionOf(id)),
  duty: mandatePaths.duty,
  instrument: mandatePaths.revision,
  'official-text': mandatePaths.revision,
  occasion: () => mandatePaths.calendar,
  body: accountPaths.body,
  'action-lines': frameworkPaths.actionLine,
  sdgs: (id) => frameworkPaths.goal(Number(id)),
  'sdg-targets': (id) => frameworkPaths.goal(Number(id.split('.')[0])),
  'gdc-objectives': () => sitePaths.objectives,
  countries: null,
  'country-groups': null,
  'itu-regions': null,
  'un-commissions': null,
  'stakeholder-types': null,
  'activity-types': null,
  themes: null,
  beneficiaries: null,
  'geneva-targets': null,
}

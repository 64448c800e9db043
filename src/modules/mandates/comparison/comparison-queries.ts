import type { Db } from '#platform/database/tables.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { compareRevisions } from './compare-revisions.ts'
import type { Comparable, Comparison, RevisionComparison } from './comparison.ts'
import { revisionRefs } from '../instruments/revision-link-queries.ts'

/**
 * Two revisions, provision by provision: by their official wording where both were imported in a language that they share,
 * otherwise by the platform's own paraphrases and by what they cite.
 */
export async function revisionComparison(
  db: Db,
  before: string,
  after: string,
  language: LanguageCode,
): Promise<RevisionComparison | null> {
  const refs = await revisionRefs(db, [before, after])
  const [first, second] = [refs.get(before), refs.get(after)]
  if (!first || !second) return null
  const { basis, ...comparison } = await comparisonOf(db, before, after, language)
  return { ...comparison, before: first, after: second, basis }
}

/** The comparison alone, with the words of both sides that it was made of. */
export async function comparisonOf(
  db: Db,
  before: string,
  after: string,
  language: LanguageCode,
): Promise<
  Comparison & Pick<RevisionComparison, 'basis'> & { words: { before: Wording[]; after: Wording[] } }
> {
  const words = { before: await wordings(db, before), after: await wordings(db, after) }
  const basis = basisOf(words.before, words.after, language)
  const comparison = compareRevisions(comparables(words.before, basis), comparables(words.after, basis))
  return { ...comparison, basis, words }
}

/** A provision with its words in every language. */
export type Wording = Omit<Comparable, 'text'> & {
  official: Partial<Record<LanguageCode, string>>
  paraphrase: Partial<Record<LanguageCode, string>>
  facts: string
}

/** Every provision of a revision with all that can be compared, the units that the register does not know included. */
async function wordings(db: Db, revision: string): Promise<Wording[]> {
  const provisions = await db
    .selectFrom('provisions')
    .select(['address', 'section', 'parent', 'label', 'paraphrase', 'action_lines'])
    .where('revision', '=', revision)
    .orderBy('sort')
    .execute()
  const cited = await db
    .selectFrom('citations')
    .select(['address', 'target', 'as_written'])
    .where('revision', '=', revision)
    .orderBy('place')
    .execute()
  const citations = Map.groupBy(cited, ({ address }) => address)
  const units = Map.groupBy(await newestWordings(db, revision), ({ address }) => address ?? '')
  return provisions.map((provision) => ({
    address: provision.address,
    section: provision.section,
    parent: provision.parent,
    label: provision.label,
    official: Object.fromEntries(
      (units.get(provision.address) ?? []).map(({ language, text }) => [language, text]),
    ),
    paraphrase: provision.paraphrase,
    facts: [
      ...provision.action_lines,
      ...(citations.get(provision.address) ?? []).map((one) => one.target ?? one.as_written),
    ].join(' '),
  }))
}

async function newestWordings(db: Db, revision: string) {
  const rows = await db
    .selectFrom('text_units')
    .select(['language', 'version', 'address', 'text', 'closing'])
    .where('revision', '=', revision)
    .where('address', 'is not', null)
    .orderBy('version')
    .orderBy('sort')
    .execute()
  const newest = new Map(rows.map(({ language, version }) => [language, version]))
  return rows
    .filter(({ language, version }) => newest.get(language) === version)
    .map(({ language, address, text, closing }) => ({
      language,
      address,
      text: closing === '' ? text : `${text}\n${closing}`,
    }))
}

function basisOf(before: Wording[], after: Wording[], language: LanguageCode): RevisionComparison['basis'] {
  const preferred = [language, 'en' as const, ...languageCodes]
  const has = (side: Wording[], kind: 'official' | 'paraphrase', code: LanguageCode) =>
    side.some((one) => one[kind][code] || (kind === 'paraphrase' && one.official[code]))
  const shared = preferred.find((code) => has(before, 'official', code) && has(after, 'official', code))
  if (shared) return { kind: 'official-text', language: shared }
  const own = preferred.find((code) => has(before, 'paraphrase', code) && has(after, 'paraphrase', code))
  return { kind: 'paraphrase', language: own ?? language }
}

const comparables = (side: Wording[], { kind, language }: RevisionComparison['basis']): Comparable[] =>
  side.map(({ official, paraphrase, facts, ...place }) => ({
    ...place,
    text:
      (kind === 'official-text' ? official[language] : (paraphrase[language] ?? official[language])) ?? facts,
  }))

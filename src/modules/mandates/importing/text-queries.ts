import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { RevisionText, TextDetail, TextUnit } from './text.ts'

/** The newest imported text of each language of a revision. */
export async function newestTexts(
  db: Db,
  revision: string,
): Promise<(RevisionText & Pick<TextDetail, 'sections'>)[]> {
  const rows = await textRows(db, revision).execute()
  const byLanguage = Map.groupBy(rows, ({ language }) => language)
  return [...byLanguage.values()].flatMap((versions) => {
    const newest = versions.at(-1)
    return newest
      ? [
          asText(
            newest,
            versions.slice(0, -1).map(({ version }) => version),
          ),
        ]
      : []
  })
}

/** One imported text with all its units; the newest version when none is named. */
export async function revisionText(
  db: Db,
  revision: string,
  language: LanguageCode,
  version: number | null = null,
): Promise<TextDetail | null> {
  const versions = await textRows(db, revision).where('t.language', '=', language).execute()
  const wanted = version === null ? versions.at(-1) : versions.find((one) => one.version === version)
  if (!wanted) return null
  const units = await db
    .selectFrom('text_units')
    .select([
      'path',
      'parent',
      'section',
      'address',
      'label',
      'text',
      'closing',
      'footnotes',
      'confidence',
      'at',
    ])
    .where('revision', '=', revision)
    .where('language', '=', language)
    .where('version', '=', wanted.version)
    .orderBy('sort')
    .execute()
  const older = versions.map((one) => one.version).filter((one) => one < wanted.version)
  return { ...asText(wanted, older), units }
}

/** The units of the newest text of every language, with the address that each is paired with. */
export async function newestUnits(
  db: Db,
  revision: string,
  texts: Pick<RevisionText, 'language' | 'version'>[],
  at: string | null = null,
): Promise<(TextUnit & { language: LanguageCode; version: number })[]> {
  if (texts.length === 0) return []
  return db
    .selectFrom('text_units')
    .select(['language', 'version', 'path', 'parent', 'section', 'address', 'label', 'text', 'closing'])
    .select(['footnotes', 'confidence', 'at'])
    .where('revision', '=', revision)
    .where((is) =>
      is.or(
        texts.map(({ language, version }) =>
          is.and([is('language', '=', language), is('version', '=', version)]),
        ),
      ),
    )
    .$if(at !== null, (query) =>
      query.where((is) => is.or([is('address', '=', at), is('address', 'like', `${at}/%`)])),
    )
    .orderBy('sort')
    .execute()
}

const textRows = (db: Db, revision: string) =>
  db
    .selectFrom('revision_texts as t')
    .innerJoin('source_files as f', 'f.checksum', 't.source')
    .select([
      't.revision',
      't.language',
      't.version',
      't.title',
      't.imported_at',
      't.front_matter',
      't.sections',
    ])
    .select(['t.footnotes', 't.set_aside', 't.warnings', 't.origin', 'f.checksum', 'f.name', 'f.size'])
    .where('t.revision', '=', revision)
    .orderBy('t.language')
    .orderBy('t.version')

type TextRow = Awaited<ReturnType<ReturnType<typeof textRows>['execute']>>[number]

const asText = (row: TextRow, olderVersions: number[]) => ({
  revision: row.revision,
  language: row.language,
  version: row.version,
  olderVersions,
  title: row.title,
  importedAt: row.imported_at,
  source: { checksum: row.checksum, name: row.name, size: row.size },
  frontMatter: row.front_matter,
  footnotes: row.footnotes,
  setAside: row.set_aside,
  warnings: row.warnings,
  origin: row.origin,
  sections: row.sections,
})

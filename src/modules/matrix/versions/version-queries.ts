import type { Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database/tables.ts'
import { translationsFor, withTranslations } from '#platform/texts/texts.ts'
import { inOrder, linePlaces } from '../links/link-queries.ts'
import { isValidOn, rationaleField, textKind, type Link } from '../links/link.ts'
import type { FrozenLink, MatrixVersion } from './version.ts'
import '../tables.ts'

/** All versions, the latest first. */
export async function matrixVersions(db: Db): Promise<MatrixVersion[]> {
  const rows = await db.selectFrom('matrix_versions').selectAll().orderBy('number', 'desc').execute()
  return rows.map(asVersion)
}

/** The version that a report or a plan made now should name; null before any was loaded. */
export async function latestMatrixVersion(db: Db): Promise<MatrixVersion | null> {
  const [latest] = await matrixVersions(db)
  return latest ?? null
}

/** The version that a report or a plan has kept. */
export async function matrixVersionById(db: Db, number: number): Promise<MatrixVersion | null> {
  const row = await db
    .selectFrom('matrix_versions')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? null : asVersion(row)
}

/** The links of a version in the order of the Matrix. */
export async function matrixVersionLinks(db: Db, number: number): Promise<FrozenLink[]> {
  const rows = await db.selectFrom('matrix_version_links').selectAll().where('version', '=', number).execute()
  return inOrder(rows.map(asFrozen), await linePlaces(db))
}

/** What a version published on this day would hold: agreed, valid, not invented; in the order of the links given. */
export async function frozenNow(db: Db, links: readonly Link[], day: string): Promise<FrozenLink[]> {
  const held = links.filter((link) => link.state === 'agreed' && !link.isExample && isValidOn(link, day))
  const texts = await translationsFor(
    db,
    held.map(({ id }) => ({ kind: textKind, id })),
  )
  return held.map(
    ({ id, line, sdg, target, objective, agency, validFrom, validUntil, source, revision, language }) => ({
      ...{ id, line, sdg, target, objective, agency, validFrom, validUntil, source, revision, language },
      rationale: withTranslations({}, texts(textKind, id), rationaleField),
    }),
  )
}

const asVersion = (row: Selectable<Tables['matrix_versions']>): MatrixVersion => ({
  number: row.number,
  datedOn: row.dated_on,
  publishedAt: row.published_at,
  source: row.source,
  language: row.language,
  links: row.links,
})

const asFrozen = (row: Selectable<Tables['matrix_version_links']>): FrozenLink => ({
  id: row.link,
  line: row.action_line,
  sdg: row.sdg,
  target: row.target,
  objective: row.objective,
  agency: row.agency,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  source: row.source,
  revision: row.revision,
  language: row.language,
  rationale: row.rationale,
})

import type { Tx } from '#platform/database/tables.ts'
import type { ShippedMatrix } from '../shipped/matrix-file.ts'
import '../tables.ts'

/** The version with which all others are compared: the 2017 state as its file gives it, whatever became of its links. */
export async function putShippedVersion(tx: Tx, { datedOn, links }: ShippedMatrix, at: Date): Promise<void> {
  const own = links.filter(({ source }) => source === '2017')
  await tx.deleteFrom('matrix_version_links').where('version', '=', 1).execute()
  await tx
    .insertInto('matrix_versions')
    .values({
      number: 1,
      dated_on: datedOn,
      published_at: at,
      source: '2017',
      language: 'en',
      links: own.length,
    })
    .onConflict((conflict) =>
      conflict.column('number').doUpdateSet({ dated_on: datedOn, published_at: at, links: own.length }),
    )
    .execute()
  await tx
    .insertInto('matrix_version_links')
    .values(
      own.map((link) => ({
        version: 1,
        link: link.id,
        action_line: link.line,
        sdg: link.sdg,
        target: link.target,
        objective: link.objective,
        agency: null,
        valid_from: link.validFrom,
        valid_until: null,
        source: link.source,
        revision: 1,
        language: 'en' as const,
        rationale: JSON.stringify(link.rationale),
      })),
    )
    .execute()
}

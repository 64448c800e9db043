import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { takeTurn } from '#platform/database/turns.ts'
import { record } from '#platform/history.ts'
import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { writeSources } from '#platform/texts/texts.ts'
import { dayOf } from '#platform/ui/format.ts'
import { allLinks } from '../links/link-queries.ts'
import type { By } from '../links/held-link-commands.ts'
import { noteText } from './note-text.ts'
import { frozenNow, latestMatrixVersion } from './version-queries.ts'
import { versionRights } from './version-rights.ts'
import { versionTextKind, type FrozenLink } from './version.ts'
import '../tables.ts'

export type NewVersion = By & { language: LanguageCode; note: string }

/** Freezes the links that are agreed and valid today under the next number. */
export const publishVersion = (
  db: Db,
  version: NewVersion,
): Promise<{ issues: Issue[] } | { number: number }> =>
  db.transaction().execute((tx) => publishIn(tx, version))

/** The same within a transaction. */
export async function publishIn(
  tx: Tx,
  { actor, at, language, note }: NewVersion,
): Promise<{ issues: Issue[] } | { number: number }> {
  permit(versionRights, 'publish', actor, { state: 'published' })
  if (note.trim() === '') return { issues: [{ field: 'note', key: 'matrix.version.needs-note' }] }
  await takeTurn(tx, 'matrix.publish-version')
  const number = ((await latestMatrixVersion(tx))?.number ?? 0) + 1
  const links = await frozenNow(tx, await allLinks(tx), dayOf(at))
  await tx
    .insertInto('matrix_versions')
    .values({ number, dated_on: dayOf(at), published_at: at, source: null, language, links: links.length })
    .execute()
  if (links.length > 0)
    await tx
      .insertInto('matrix_version_links')
      .values(links.map(rowOf(number)))
      .execute()
  const subject = { kind: versionTextKind, id: String(number) }
  const states = { from: null, to: 'published' }
  const facts = { links: links.length }
  await record(tx, { act: 'matrix.publish-version', subject, actor: actor.id, states, facts }, at)
  const texts = [noteText({ number, language }, { [language]: note })]
  await writeSources(tx, { bundle: `${versionTextKind}/${number}`, texts }, actor.id, at)
  return { number }
}

const rowOf = (version: number) => (link: FrozenLink) => ({
  version,
  link: link.id,
  action_line: link.line,
  sdg: link.sdg,
  target: link.target,
  objective: link.objective,
  agency: link.agency,
  valid_from: link.validFrom,
  valid_until: link.validUntil,
  source: link.source,
  revision: link.revision,
  language: link.language,
  rationale: JSON.stringify(link.rationale),
})

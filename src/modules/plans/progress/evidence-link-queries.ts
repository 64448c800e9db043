import { lookOf, namedRecords } from '#modules/mandates/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import type { Translated } from '#platform/languages.ts'
import type { EvidenceLink } from './evidence-link.ts'

/** A link as it is shown: the name and the path of a record, or a web address. */
export type EvidenceRead = {
  kind: string | null
  record: string | null
  name: Translated | null
  path: string | null
  url: string | null
}

type Reader = { actor: Actor; now: Date }

/** What links lead to, for those who may see it; a record that the reader may not see is left out. */
export async function evidenceRead(
  db: Db,
  reader: Reader,
  links: readonly EvidenceLink[],
): Promise<EvidenceRead[]> {
  const known = await namedRecords(db, refsOf(links), lookOf(reader))
  return links.flatMap((link): EvidenceRead[] => {
    if ('url' in link) return [{ kind: null, record: null, name: null, path: null, url: link.url }]
    const record = known.get(`${link.kind} ${link.record}`)
    return record === undefined ? [] : [{ ...link, name: record.name, path: record.path, url: null }]
  })
}

/** Nobody cites what is not there, or what they may not see. */
export async function issuesOfEvidence(
  db: Db,
  reader: Reader,
  links: readonly EvidenceLink[],
): Promise<Issue[]> {
  const refs = refsOf(links)
  const known = await namedRecords(db, refs, lookOf(reader))
  return refs.every(({ kind, id }) => known.has(`${kind} ${id}`))
    ? []
    : [{ field: 'evidence', key: 'form.value.wrong', rule: 'rule.record-address' }]
}

/** What is said now, with what was said before and the writer may not see: their form did not show it, so they did not take it away. */
export async function withUnseen(
  db: Db,
  reader: Reader,
  links: readonly EvidenceLink[],
  before: readonly EvidenceLink[],
): Promise<EvidenceLink[]> {
  const refs = refsOf(before)
  const known = await namedRecords(db, refs, lookOf(reader))
  const unseen = refs.filter(({ kind, id }) => !known.has(`${kind} ${id}`))
  return [...links, ...unseen.map(({ kind, id }) => ({ kind, record: id }))]
}

/** One address a line, as the form shows them again. */
export async function evidenceLines(db: Db, reader: Reader, links: readonly EvidenceLink[]): Promise<string> {
  return (await evidenceRead(db, reader, links)).map(({ path, url }) => path ?? url ?? '').join('\n')
}

const refsOf = (links: readonly EvidenceLink[]) =>
  links.flatMap((link) => ('url' in link ? [] : [{ kind: link.kind, id: link.record }]))

import { nounWord } from '#platform/access/words.ts'
import { versionName, type ActorNames, type SubjectKind } from '#platform/past/subject.ts'
import { actorWords, actSentence } from '#platform/past/timeline.ts'
import { contentAt, versionRows, type VersionRow } from '#platform/past/version-queries.ts'
import type { Visit } from '#platform/web/visit.ts'
import { comparedFields, markOf, type VersionMark, type VersionRecord } from './version-shape.ts'

/** A version with the one before it, or with the one that is asked for; null when the reader may not see one of them. */
export async function versionRecord(
  visit: Visit,
  { kind, actorNames }: { kind: SubjectKind; actorNames: ActorNames },
  asked: { id: string; version: string; other: string | undefined },
): Promise<VersionRecord | null> {
  const { db, t } = visit
  const { id } = asked
  const rows = await versionRows(db, kind, id, visit.actor)
  const one = rows.find(({ hash }) => versionName(hash) === asked.version)
  if (one === undefined || !kind.record) return null
  const other = otherOf(rows, one, asked.other)
  if (other === undefined && asked.other !== undefined) return null
  const content = await contentAt(db, kind.record, id, one.seq)
  const before = other ? await contentAt(db, kind.record, id, other.seq) : null
  const name = (await kind.named(visit, [id])).get(id)
  const marks = await marksOf(visit, actorNames, rows)
  return {
    kind: { code: kind.kind, label: nounWord(t, kind.noun) },
    subject: { id, name: name?.label ?? id, path: name?.path ?? null },
    version: marks[rows.indexOf(one)] as VersionMark,
    other: other ? (marks[rows.indexOf(other)] as VersionMark) : null,
    fields: comparedFields(t, kind.record, content, before),
    versions: marks,
  }
}

const otherOf = (rows: readonly VersionRow[], one: VersionRow, asked: string | undefined) =>
  asked === undefined
    ? rows.findLast(({ number }) => number < one.number)
    : rows.find(({ hash }) => versionName(hash) === asked)

/** Facts are left out: what a line says of them stands in the history of the record. */
async function marksOf(
  visit: Visit,
  actorNames: ActorNames,
  rows: readonly VersionRow[],
): Promise<VersionMark[]> {
  const whoIs = await actorNames(visit, rows)
  return rows.map((row) => {
    const actor = actorWords(visit.t, row.actor, whoIs(row))
    return markOf(row, actSentence(visit.t, { act: row.act, facts: {} }, actor))
  })
}

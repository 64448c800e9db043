import type { Actor, Scope } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, type Issue } from '#platform/errors.ts'
import { keepFile } from '#platform/files/file-commands.ts'
import type { HeldFile } from '#platform/files/held-file.ts'
import { record } from '#platform/history.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { holdTexts } from '#platform/texts/texts.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { lookOf } from '../duties/look.ts'
import { evidenceParts } from '../keeping/kept-content-queries.ts'
import { dutyRights } from '../keeping/keeping-rights.ts'
import { standsForScopes, wholeThing } from '../keeping/kept-duty.ts'
import { bodyTree, occurrenceKeys } from '../keeping/kept-duty-queries.ts'
import { lockedDuty } from '../keeping/owner-commands.ts'
import { keepEvidenceWords } from '../wording/said-commands.ts'
import { wrongParts, type EvidenceAsked } from './evidence-asked.ts'
import { evidenceRights } from './evidence-rights.ts'
import { evidenceWorkflow } from './evidence-workflow.ts'
import type { EvidenceContent, EvidenceKind, EvidenceState } from './evidence.ts'
import { keptEvidence, type KeptEvidence } from './kept-evidence-queries.ts'
import { namedRecords } from './record-kinds.ts'

export type AddRequest = EvidenceAsked & {
  actor: Actor
  at: Date
  duty: string
  kind: EvidenceKind
  /** The language of the words. */
  language: LanguageCode
  /** The same words in further languages. */
  alsoIn?: Translated
  /** In whose name; the first that the person stands for when none is given. */
  linkedFor?: Scope | null
  /** Whether the person agrees to be named in public. */
  named?: boolean
}

/** Adds a piece of evidence to a duty: reported, and documented at once when there is something to look at. */
export const addEvidence = (db: Db, asked: AddRequest): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute((tx) => addEvidenceIn(tx, asked))

/** The same as part of something larger that happens whole or not at all. */
export async function addEvidenceIn(
  tx: Tx,
  asked: AddRequest,
): Promise<{ issues: Issue[] } | { id: string }> {
  const { actor, at, duty: dutyId, kind, language } = asked
  const duty = await lockedDuty(tx, dutyId)
  permit(dutyRights, 'add-evidence', actor, wholeThing(duty, await bodyTree(tx)))
  const issues = await issuesOf(tx, asked, { duty: dutyId, kind, actor, at, isNew: true })
  if (issues.length > 0) return { issues }
  const content = await contentOf(tx, asked, at, { original: language, shows: { [language]: asked.shows } })
  const { id } = await tx
    .insertInto('evidence')
    .values({
      duty: dutyId,
      kind,
      state: stateFor(kind, content, evidenceWorkflow.start),
      ...columnsOf(content),
      revision: 1,
      linked_by: actor.id,
      linked_for: asked.linkedFor ?? standsForScopes(actor)[0] ?? null,
      named: asked.named ?? false,
      linked_at: at,
      changed_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await storeOccurrences(tx, id, dutyId, content.occurrences)
  await note(tx, 'mandates.add-evidence', {
    id,
    actor,
    at,
    states: { from: null, to: stateFor(kind, content, 'reported') },
  })
  return { id }
}

export type CorrectRequest = EvidenceAsked & {
  actor: Actor
  at: Date
  evidence: string
  /** Revision that the writer has read. */
  version: number
  language: LanguageCode
  reason: string | null
}

/** Corrects a piece of evidence; what stood before stays readable. What was verified must be verified anew. */
export async function correctEvidence(db: Db, asked: CorrectRequest): Promise<Issue[]> {
  const { actor, at, evidence: id } = asked
  return db.transaction().execute(async (tx) => {
    const before = await lockedEvidence(tx, id, actor)
    permit(evidenceRights, 'correct', actor, before.thing)
    if (before.revision !== asked.version) throw new Stale()
    const issues = await issuesOf(tx, asked, {
      duty: before.duty,
      kind: before.kind,
      actor,
      at,
      isNew: false,
    })
    if (issues.length > 0) return issues
    const content = await contentOf(tx, asked, at, wordsAfter(before.content, asked), before.content)
    const isReopened = before.state === 'verified' && !isOnlyTranslated(before.content, content)
    const from = isReopened ? evidenceWorkflow.steps.reopen.to : before.state
    const to = stateFor(before.kind, content, from)
    await keepRevision(tx, before, { actor, at, reason: asked.reason })
    await tx
      .updateTable('evidence')
      .set({
        ...columnsOf(content),
        state: to,
        revision: before.revision + 1,
        changed_at: at,
        ...(isReopened ? { verified_at: null, verified_by: null, verified_for: null } : {}),
      })
      .where('id', '=', id)
      .execute()
    await tx.deleteFrom('evidence_occurrences').where('evidence', '=', id).execute()
    await storeOccurrences(tx, id, before.duty, content.occurrences)
    const states = { from: before.state, to }
    await note(tx, 'mandates.correct-evidence', { id, actor, at, states, reason: asked.reason ?? undefined })
    return []
  })
}

/** The evidence, held so that nobody else changes it meanwhile; what one may not see is not there. */
export async function lockedEvidence(tx: Tx, id: string, actor: Actor): Promise<KeptEvidence> {
  const levels = levelsSeenBy(actor)
  if ((await keptEvidence(tx, id, levels)) === null) throw notFound()
  await tx.selectFrom('evidence').select('id').where('id', '=', id).forUpdate().execute()
  const held = await keptEvidence(tx, id, levels)
  if (held === null) throw notFound()
  return held
}

/** One line of history about a piece of evidence. Its facts say nothing of the content, which not everybody may see. */
export async function note(
  tx: Tx,
  act: string,
  said: {
    id: string
    actor: Actor
    at: Date
    states?: { from: string | null; to: string | null }
    reason?: string | undefined
  },
): Promise<void> {
  const { id, actor, at, states, reason } = said
  const subject = { kind: 'evidence', id }
  const parts = await evidenceParts(tx, id)
  await holdTexts(tx, [{ kind: 'evidence', id }])
  await record(
    tx,
    { act, subject, actor: actor.id, ...(states ? { states } : {}), ...(reason ? { reason } : {}), parts },
    at,
  )
  await keepEvidenceWords(tx, id, { actor: actor.id, at })
}

async function issuesOf(
  tx: Tx,
  asked: EvidenceAsked,
  about: { duty: string; kind: EvidenceKind; actor: Actor; at: Date; isNew: boolean },
): Promise<Issue[]> {
  const { duty, kind, actor, at, isNew } = about
  const look = lookOf({ actor, now: at })
  const known = {
    ...look,
    isNew,
    keys: await occurrenceKeys(tx, duty),
    hasRecord:
      asked.record !== null &&
      (await namedRecords(tx, [asked.record], look)).has(`${asked.record.kind} ${asked.record.id}`),
  }
  return wrongParts(kind, asked, known)
}

async function contentOf(
  tx: Tx,
  asked: EvidenceAsked,
  at: Date,
  words: { original: LanguageCode; shows: Translated },
  before?: EvidenceContent,
): Promise<EvidenceContent> {
  const file = asked.file === null ? null : await kept(tx, asked.file, at)
  return {
    recordKind: asked.record?.kind ?? null,
    recordId: asked.record?.id ?? null,
    url: asked.url,
    title: asked.title,
    seenOn: asked.seenOn,
    checksum: file?.checksum ?? before?.checksum ?? null,
    fileName: file?.name ?? before?.fileName ?? null,
    ...words,
    happenedOn: asked.happenedOn,
    visibility: asked.visibility,
    occurrences: asked.occurrences.toSorted(),
  }
}

const kept = async (tx: Tx, held: HeldFile, at: Date) => ({
  checksum: await keepFile(tx, held, at),
  name: held.name,
})

/** A changed original leaves its translations behind; a translation changes nothing but itself. */
function wordsAfter(
  before: EvidenceContent,
  { language, shows }: Pick<CorrectRequest, 'language' | 'shows'>,
): { original: LanguageCode; shows: Translated } {
  const { original } = before
  const isKept = language !== original || before.shows[language] === shows
  return { original, shows: isKept ? { ...before.shows, [language]: shows } : { [original]: shows } }
}

/** Words in another language are added and nothing else is touched. */
const isOnlyTranslated = (before: EvidenceContent, after: EvidenceContent): boolean =>
  after.shows[after.original] === before.shows[before.original] &&
  JSON.stringify({ ...before, shows: {} }) === JSON.stringify({ ...after, shows: {} })

/** With a record, a file or an archived copy there is something to look at. */
function stateFor(kind: EvidenceKind, { checksum }: EvidenceContent, from: EvidenceState): EvidenceState {
  const { document } = evidenceWorkflow.steps
  const isDocumented = kind === 'record' || checksum !== null
  return isDocumented && document.from.includes(from) ? document.to : from
}

const columnsOf = (content: EvidenceContent) => ({
  record_kind: content.recordKind,
  record_id: content.recordId,
  url: content.url,
  title: content.title,
  seen_on: content.seenOn,
  checksum: content.checksum,
  file_name: content.fileName,
  shows: JSON.stringify(content.shows),
  original_language: content.original,
  happened_on: content.happenedOn,
  visibility: content.visibility,
})

async function storeOccurrences(tx: Tx, evidence: string, duty: string, keys: string[]) {
  const rows = keys.map((occurrence) => ({ evidence, duty, occurrence }))
  if (rows.length > 0) await tx.insertInto('evidence_occurrences').values(rows).execute()
}

const keepRevision = (
  tx: Tx,
  { id, revision, content }: KeptEvidence,
  { actor, at, reason }: { actor: Actor; at: Date; reason: string | null },
) =>
  tx
    .insertInto('evidence_revisions')
    .values({
      evidence: id,
      revision,
      visibility: content.visibility,
      content: JSON.stringify(content),
      changed_by: actor.id,
      changed_for: standsForScopes(actor)[0] ?? null,
      changed_at: at,
      reason,
    })
    .execute()

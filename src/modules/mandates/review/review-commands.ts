import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, Refusal, type Issue } from '#platform/errors.ts'
import { keepFile } from '#platform/files/file-commands.ts'
import type { HeldFile } from '#platform/files/held-file.ts'
import { record } from '#platform/history.ts'
import { Stale } from '#platform/web/form-resource.ts'
import type { ImportOutcome } from '../importing/store-commands.ts'
import { addDraft, storeDraft } from './draft-commands.ts'
import { reviewBounds, type Import } from './import.ts'
import { bodiesOf, importRights, importWorkflow, maySeeImport, newImport, thingOf } from './import-rights.ts'
import type { ReadFile } from './read-file.ts'
import { importById, sourceOf, underReview } from './review-queries.ts'
import { asReviewed } from './reviewed-text.ts'

type By = { actor: Actor; at: Date }

/** Keeps a file that was sent, with what the parser read in it, as a draft that waits for review. */
export async function openImport(
  db: Db,
  {
    actor,
    at,
    held,
    file,
    origin = 'parser',
  }: By & { held: HeldFile; file: ReadFile; origin?: Import['origin'] },
): Promise<{ id: string } | { issues: Issue[] }> {
  const suggestions = asReviewed(file.resolution, file.blocks)
  const characters = file.blocks.reduce((sum, { text }) => sum + text.length, 0)
  const { units, blocks, characters: most } = reviewBounds
  if (suggestions.units.length > units || file.blocks.length > blocks || characters > most)
    return { issues: [{ field: 'file', key: 'review.too-long', values: { units, characters: most } }] }
  return db.transaction().execute(async (tx) => {
    permit(importRights, 'open', actor, newImport(actor))
    const checksum = await keepFile(tx, held, at)
    const own = { kind: 'file' as const, checksum, fileName: held.name, origin, at }
    const draft = { ...own, suggestions, blocks: file.blocks, within: bodiesOf(actor), actor: actor.id }
    const { id } = await addDraft(tx, draft)
    const facts = { file: held.name, language: suggestions.head.language, units: suggestions.units.length }
    const states = { from: null, to: 'draft' }
    await record(
      tx,
      { act: 'mandates.open-import', subject: subjectOf(id), actor: actor.id, states, facts },
      at,
    )
    return { id }
  })
}

/** Stores the reviewed text with its revision. All of it or nothing. */
export async function confirmImport(
  db: Db,
  { actor, at, id, seen }: By & { id: string; seen: string | null },
): Promise<ImportOutcome> {
  return db.transaction().execute(async (tx) => {
    const draft = await locked(tx, actor, id)
    take(importWorkflow, importRights, 'confirm', actor, thingOf(draft))
    if (seen !== String(draft.lastDecision)) throw new Stale()
    const { suggestions, text } = await underReview(tx, id)
    const source = await sourceOf(tx, draft.source)
    if (source === null) throw new Error(`the file of import ${id} is gone`)
    const { duty_ids: dutyIds } = await tx
      .selectFrom('imports')
      .select('duty_ids')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (await isReplaced(tx, draft)) throw new Refusal(409, 'review.text-replaced')
    const stored = { suggestions, reviewed: text, dutyIds, bytes: source.bytes, actor: actor.id, at }
    return storeDraft(tx, draft, stored)
  })
}

/** A correction is of one version; when a newer one came meanwhile, it would take that back unseen. */
async function isReplaced(tx: Tx, { kind, revision, language, version }: Import): Promise<boolean> {
  if (kind !== 'correction' || revision === null) return false
  const newest = await tx
    .selectFrom('revision_texts')
    .select((is) => is.fn.max('version').as('version'))
    .where('revision', '=', revision)
    .where('language', '=', language)
    .executeTakeFirst()
  return newest?.version !== version
}

/** Nothing of the draft comes into the register; the file and the decisions stay on record. */
export async function abandonImport(
  db: Db,
  { actor, at, id, seen, reason }: By & { id: string; seen: string | null; reason?: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const draft = await locked(tx, actor, id)
    const state = take(importWorkflow, importRights, 'abandon', actor, thingOf(draft))
    if (seen !== String(draft.lastDecision)) throw new Stale()
    await tx
      .updateTable('imports')
      .set({ state, ended_by: actor.id, ended_at: at, changed_at: at })
      .where('id', '=', id)
      .execute()
    const states = { from: draft.state, to: state }
    const facts = { file: draft.fileName }
    const change = {
      act: 'mandates.abandon-import',
      subject: subjectOf(id),
      actor: actor.id,
      states,
      reason,
      facts,
    }
    await record(tx, change, at)
  })
}

/** The draft, which nobody else changes until the end of the transaction; what one may not see does not exist. */
export async function locked(tx: Tx, actor: Actor, id: string): Promise<Import> {
  await tx.selectFrom('imports').select('id').where('id', '=', id).forUpdate().execute()
  const draft = await importById(tx, id)
  if (draft === null || !maySeeImport(actor, draft)) throw notFound()
  return draft
}

export const subjectOf = (id: string) => ({ kind: 'import', id })

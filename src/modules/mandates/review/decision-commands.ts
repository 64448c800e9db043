import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, type Issue } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { applyDecision } from './apply-decisions.ts'
import { movesBorders, type Decision, type Edit } from './edit.ts'
import { sureUnits } from './doubt.ts'
import type { Import } from './import.ts'
import { importRights, maySeeImport, thingOf } from './import-rights.ts'
import { dutiesApart } from './parse-apart.ts'
import { asDraft, rereadOf } from './reread.ts'
import { locked, subjectOf } from './review-commands.ts'
import { importById, underReview } from './review-queries.ts'
import type { ReviewedText } from './reviewed-text.ts'

type By = { actor: Actor; at: Date; id: string }

/** What the person had before their eyes: one unit as it was, or the whole draft. */
export type Seen = { unit: string; touched: string | null } | { draft: string | null }

export type Asked = By & { edits: Edit[]; seen: Seen; field?: string }

/** Takes the edits of one form as decisions, in their order; none of them when one cannot be taken. */
export async function decide(db: Db, asked: Asked): Promise<Issue[]> {
  const { id, edits, seen } = asked
  // The parser is asked outside of the transaction; when somebody else decides meanwhile, it is asked again.
  for (;;) {
    const draft = await draftFor(db, asked)
    const { text } = await underReview(db, id)
    refuseStale(text, draft.lastDecision, seen)
    const prepared = await prepare(text, edits, draft.lastDecision)
    if (prepared === null) return [{ field: asked.field ?? '', key: 'review.cannot' }]
    if (await store(db, asked, prepared, draft.lastDecision)) return []
  }
}

async function draftFor(db: Db, { actor, id }: By): Promise<Import> {
  const draft = await importById(db, id)
  if (draft === null || !maySeeImport(actor, draft)) throw notFound()
  permit(importRights, 'review', actor, thingOf(draft))
  return draft
}

function refuseStale(text: ReviewedText, last: number, seen: Seen): void {
  if ('draft' in seen) {
    if (seen.draft !== String(last)) throw new Stale()
    return
  }
  const unit = text.units.find(({ id }) => id === seen.unit)
  if (unit === undefined || String(unit.touched) !== seen.touched) throw new Stale()
}

async function prepare(text: ReviewedText, edits: Edit[], last: number): Promise<Decision[] | null> {
  const decisions: Decision[] = []
  let now = text
  for (const [place, edit] of edits.entries()) {
    const seq = last + place + 1
    const edited = applyDecision(now, { seq, edit })
    if (edited === null) return null
    const reread = movesBorders(edit) ? rereadOf(edited, await dutiesApart(asDraft(edited)), seq) : {}
    const decision = { seq, edit, reread }
    decisions.push(decision)
    now = applyDecision(now, decision) ?? edited
  }
  return decisions
}

async function store(db: Db, { actor, at, id }: By, decisions: Decision[], last: number): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const draft = await locked(tx, actor, id)
    permit(importRights, 'review', actor, thingOf(draft))
    if (draft.lastDecision !== last) return false
    await addDecisions(tx, id, decisions, actor, at)
    await noteDecisions(tx, id, decisions, actor, at)
    return true
  })
}

async function addDecisions(tx: Tx, id: string, decisions: Decision[], actor: Actor, at: Date) {
  const rows = decisions.map(({ seq, edit, reread = {} }) => ({
    import: id,
    seq,
    edit: JSON.stringify(edit),
    reread: JSON.stringify(reread),
    decided_by: actor.id,
    decided_at: at,
    undone_by: null,
    undone_at: null,
  }))
  await tx.insertInto('import_decisions').values(rows).execute()
  await tx
    .updateTable('imports')
    .set({ last_decision: decisions.at(-1)?.seq ?? 0, changed_at: at })
    .where('id', '=', id)
    .execute()
}

async function noteDecisions(tx: Tx, id: string, decisions: Decision[], actor: Actor, at: Date) {
  const facts = {
    edit: decisions[0]?.edit.kind ?? '',
    number: decisions.at(-1)?.seq ?? 0,
    count: decisions.length,
  }
  await record(tx, { act: 'mandates.review-import', subject: subjectOf(id), actor: actor.id, facts }, at)
}

/** Finds all units right at once of which the parser was sure and that nobody has looked at. */
export async function acceptSure(
  db: Db,
  { actor, at, id, seen }: By & { seen: string | null },
): Promise<Issue[]> {
  await draftFor(db, { actor, at, id })
  const { text } = await underReview(db, id)
  const units = sureUnits(text).map((unit) => unit.id)
  if (units.length === 0) return [{ field: '', key: 'review.none-sure' }]
  return decide(db, { actor, at, id, edits: [{ kind: 'check', units }], seen: { draft: seen } })
}

/** Takes the last decision that stands back; the one before it is the last then. It stays on record as taken back. */
export async function undoDecision(
  db: Db,
  { actor, at, id, seen }: By & { seen: string | null },
): Promise<Issue[]> {
  return db.transaction().execute(async (tx) => {
    const draft = await locked(tx, actor, id)
    permit(importRights, 'review', actor, thingOf(draft))
    const last = await tx
      .selectFrom('import_decisions')
      .select(['seq', 'edit'])
      .where('import', '=', id)
      .where('undone_at', 'is', null)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!last) return [{ field: '', key: 'review.nothing-to-undo' }]
    if (seen !== String(draft.lastDecision)) throw new Stale()
    await tx
      .updateTable('import_decisions')
      .set({ undone_by: actor.id, undone_at: at })
      .where('import', '=', id)
      .where('seq', '=', last.seq)
      .execute()
    // Counted on, so that a form that was opened before is known as stale.
    await tx.updateTable('imports').set({ changed_at: at }).where('id', '=', id).execute()
    const facts = { edit: last.edit.kind, number: last.seq }
    await record(tx, { act: 'mandates.undo-review', subject: subjectOf(id), actor: actor.id, facts }, at)
    return []
  })
}

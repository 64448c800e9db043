import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import { takeTurn } from '#platform/database/turns.ts'
import { notFound, Refusal } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { addDraft } from './draft-commands.ts'
import { bodiesOf, maySeeImport, revisionTextRights, storedText } from './import-rights.ts'
import { subjectOf } from './review-commands.ts'
import { importsOfText, underReview } from './review-queries.ts'
import type { ReviewedText } from './reviewed-text.ts'

/** Opens a correction of a stored text, or finds the one that is under way; resolves to the id of its draft. */
export async function openCorrection(
  db: Db,
  { actor, at, revision, language }: { actor: Actor; at: Date; revision: string; language: LanguageCode },
): Promise<string> {
  permit(revisionTextRights, 'correct', actor, storedText(actor))
  return db.transaction().execute(async (tx) => {
    // Two who begin at once work on one draft.
    await takeTurn(tx, 'mandates.begin-correction')
    const { stored, correction } = await importsOfText(tx, revision, language)
    if (stored === null) throw notFound()
    if (correction !== null) {
      if (maySeeImport(actor, correction)) return correction.id
      throw new Refusal(409, 'review.correction-under-way')
    }
    const { text } = await underReview(tx, stored.id)
    const { duty_ids: dutyIds } = await tx
      .selectFrom('imports')
      .select('duty_ids')
      .where('id', '=', stored.id)
      .executeTakeFirstOrThrow()
    const own = { kind: 'correction' as const, checksum: stored.source, fileName: stored.fileName, at }
    const draft = await addDraft(tx, {
      ...own,
      suggestions: asStart(text),
      blocks: [],
      origin: stored.origin,
      within: bodiesOf(actor),
      actor: actor.id,
      corrects: { ...stored, dutyIds },
    })
    await sql`
      insert into import_blocks (import, place, at, text)
      select ${draft.id}, place, at, text from import_blocks where import = ${stored.id}`.execute(tx)
    const facts = { file: stored.fileName, language, revision }
    const states = { from: null, to: 'draft' }
    const change = {
      act: 'mandates.open-correction',
      subject: subjectOf(draft.id),
      actor: actor.id,
      states,
      facts,
    }
    await record(tx, change, at)
    return draft.id
  })
}

/** What people had decided is where the correction begins; what they had said of duties is still theirs. */
const asStart = (text: ReviewedText): ReviewedText => ({
  ...text,
  units: text.units.map((unit) => ({ ...unit, touched: 0 })),
})

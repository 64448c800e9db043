import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, Refusal, type Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { newShortId } from '#platform/short-id.ts'
import { holdTexts, writeSource } from '#platform/texts/texts.ts'
import { Stale } from '#platform/web/form-resource.ts'
import type { By } from '../held-plan-commands.ts'
import type { EvidenceLink } from '../progress/evidence-link.ts'
import { issuesOfEvidence, withUnseen } from '../progress/evidence-link-queries.ts'
import { periodsOf } from '../progress/period-queries.ts'
import { dayIn, isWithin } from '../progress/period.ts'
import { isPublicPlan, type Plan } from '../plan.ts'
import { noteId, noteKind, type Actual, type ActualContent } from './actual.ts'
import type { PartFigure } from './dimension.ts'
import { lockIndicator, noteIndicator } from './held-indicator-commands.ts'
import { actualById, actualsOf } from './indicator-queries.ts'
import { indicatorRights, indicatorThing } from './indicator-rights.ts'
import type { Figure } from './indicator.ts'

export type Said = {
  figure: Figure
  parts?: readonly PartFigure[]
  note: string | null
  language: LanguageCode
  evidence: readonly EvidenceLink[]
}

export type NewActual = By & Said & { indicator: string; on: string }

type Made = { issues: Issue[] } | { actual: Actual }

/** What was measured of an indicator for a day. */
export const addActual = (db: Db, asked: NewActual): Promise<Made> =>
  db.transaction().execute((tx) => addActualIn(tx, asked))

/** The same in a transaction that is open. */
export async function addActualIn(tx: Tx, asked: NewActual): Promise<Made> {
  const { actor, at, on, figure, parts = [], note, language, evidence } = asked
  const { plan, indicator } = await lockIndicator(tx, actor, asked.indicator)
  permit(indicatorRights, 'measure', actor, indicatorThing(plan))
  await refuseLocked(tx, plan, on)
  const there = (await actualsOf(tx, [indicator.id])).some((one) => one.on === on)
  const issues = [
    ...(on > dayIn(plan.zone, at)
      ? [{ field: 'on', key: 'form.value.wrong' as const, rule: 'rule.not-future' as const }]
      : []),
    ...(there ? [{ field: 'on', key: 'indicators.measured-already' as const, values: { day: on } }] : []),
    ...(await issuesOfEvidence(tx, { actor, now: at }, evidence)),
  ]
  if (issues.length > 0) return { issues }
  const id = newShortId()
  await tx
    .insertInto('plan_actuals')
    .values({
      ...{ id, indicator: indicator.id, measured_on: on, ...figure, note, language },
      evidence: JSON.stringify(evidence),
      parts: JSON.stringify(parts),
      ...{ revision: 1, changed_at: at, changed_by: actor.id },
    })
    .execute()
  await noteIndicator(tx, indicator, { actor, at, act: 'add-actual', facts: { actual: id, on } })
  const actual = await held(tx, id)
  if (note !== null) await writeNote(tx, plan, actual, { actor, at })
  return { actual }
}

export type Correction = By & Said & { id: string; revision: number | undefined; reason: string }

/** Another value for the same day, with a reason; what was said before stays readable. */
export const correctActual = (db: Db, asked: Correction): Promise<Made> =>
  db.transaction().execute((tx) => correctActualIn(tx, asked))

/** The same in a transaction that is open. */
export async function correctActualIn(tx: Tx, asked: Correction): Promise<Made> {
  const { actor, at, id, figure, parts = [], note, language, evidence, reason } = asked
  const { indicator: of } = await held(tx, id)
  const { plan, indicator } = await lockIndicator(tx, actor, of)
  permit(indicatorRights, 'measure', actor, indicatorThing(plan))
  const before = await held(tx, id)
  if (asked.revision !== undefined && before.revision !== asked.revision) throw new Stale()
  await refuseLocked(tx, plan, before.on)
  const issues = await issuesOfEvidence(tx, { actor, now: at }, evidence)
  if (issues.length > 0) return { issues }
  await holdTexts(tx, [{ kind: noteKind, id: noteId(before) }])
  await tx
    .insertInto('plan_actual_revisions')
    .values({
      ...{ actual: id, revision: before.revision, changed_at: at, changed_by: actor.id, reason },
      content: JSON.stringify(contentOf(before)),
    })
    .execute()
  await tx
    .updateTable('plan_actuals')
    .set({
      ...{ ...figure, note, language, changed_at: at, changed_by: actor.id },
      evidence: JSON.stringify(await withUnseen(tx, { actor, now: at }, evidence, before.evidence)),
      parts: JSON.stringify(parts),
      revision: before.revision + 1,
    })
    .where('id', '=', id)
    .execute()
  const facts = { actual: id, on: before.on }
  await noteIndicator(tx, indicator, { actor, at, act: 'correct-actual', reason, facts })
  const actual = await held(tx, id)
  if (note !== null || before.note !== null) await writeNote(tx, plan, actual, { actor, at })
  return { actual }
}

/** What is said of a value is an original, which others translate. */
const writeNote = (tx: Tx, plan: Plan, actual: Actual, { actor, at }: By): Promise<void> =>
  writeSource(
    tx,
    {
      ...{ kind: noteKind, id: noteId(actual), field: 'note' },
      ...{ language: actual.language, text: actual.note ?? '' },
      visibility: isPublicPlan(plan) ? 'public' : 'secretariat',
    },
    actor.id,
    at,
  )

async function held(tx: Tx, id: string): Promise<Actual> {
  const actual = await actualById(tx, id)
  if (actual === null) throw notFound()
  return actual
}

const contentOf = ({
  on,
  value,
  numerator,
  denominator,
  note,
  language,
  evidence,
  parts,
}: Actual): ActualContent => ({
  ...{ on, value, numerator, denominator },
  ...{ note, language, evidence, parts },
})

/** What was reported of a locked period is settled. */
async function refuseLocked(tx: Tx, { id }: Pick<Plan, 'id'>, on: string): Promise<void> {
  const periods = await periodsOf(tx, id)
  if (periods.some((period) => period.lockedAt !== null && isWithin(period, on)))
    throw new Refusal(409, 'progress.locked')
}

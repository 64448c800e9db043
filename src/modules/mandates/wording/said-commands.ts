import type { Tx } from '#platform/database/tables.ts'
import { fieldsOf, writeSource, writeSources } from '#platform/texts/texts.ts'
import { planOfDuty } from '../keeping/plan-queries.ts'
import { milestoneField } from './text-kinds.ts'

type By = { actor: string; at: Date }

/** Puts what a piece of evidence shows, in the words of who linked it, among the texts that translators work on. */
export async function keepEvidenceWords(tx: Tx, id: string, { actor, at }: By): Promise<void> {
  const {
    shows,
    original_language: language,
    visibility,
  } = await tx
    .selectFrom('evidence')
    .select(['shows', 'original_language', 'visibility'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { [language]: text = '', ...alsoIn } = shows
  await writeSource(
    tx,
    { kind: 'evidence', id, field: 'shows', language, text, alsoIn, visibility },
    actor,
    at,
  )
}

/** The same with the present plan of a duty and its milestones. */
export async function keepPlanWords(tx: Tx, duty: string, { actor, at }: By): Promise<void> {
  const plan = await planOfDuty(tx, duty)
  if (plan === null) return
  const { original: language } = plan
  const known = await fieldsOf(tx, { kind: 'plan', id: duty })
  const said = new Map([
    ['text', plan.text],
    ...plan.milestones.map(({ text }, place) => [milestoneField(place), text] as const),
  ])
  const fields = new Set([...said.keys(), ...known])
  const texts = [...fields].map((field) => {
    const { [language]: text = '', ...alsoIn } = said.get(field) ?? {}
    return { kind: 'plan', id: duty, field, language, text, alsoIn }
  })
  await writeSources(tx, { bundle: `plan/${duty}`, texts }, actor, at)
}

/** The same with what an owner has just said of a due date: a report is never edited, so its text is written once. */
export async function keepReportWords(tx: Tx, duty: string, { actor, at }: By): Promise<void> {
  const reports = await tx
    .selectFrom('duty_reports')
    .select(['id', 'body', 'original_language as language'])
    .where('duty', '=', duty)
    .where('withdrawn_at', 'is', null)
    .where('reported_at', '=', at)
    .orderBy('id')
    .execute()
  for (const { id, body, language } of reports) {
    const { [language]: text = '', ...alsoIn } = body
    await writeSource(tx, { kind: 'duty-report', id, field: 'text', language, text, alsoIn }, actor, at)
  }
}

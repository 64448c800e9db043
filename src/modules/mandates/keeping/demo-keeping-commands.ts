import type { Db, Tx } from '#platform/database/tables.ts'
import { dropFiles, holdFile } from '#platform/files/file-commands.ts'
import { record } from '#platform/history.ts'
import { languageCodes } from '#platform/languages.ts'
import { removeTexts } from '#platform/texts/texts.ts'
import { answerContest, contestEvidence } from '../evidence/contest-commands.ts'
import { addEvidence } from '../evidence/evidence-commands.ts'
import { verifyEvidence, withdrawEvidence } from '../evidence/evidence-step-commands.ts'
import { recordAt } from '../evidence/record-kinds.ts'
import { considerDuty } from './consideration-commands.ts'
import {
  dayBefore,
  demoPeople,
  mediaTypeOf,
  readDemoFile,
  readDemoKeeping,
  type DemoEvidence,
} from './demo-keeping.ts'
import { giveDutyBack, takeDuty } from './owner-commands.ts'
import { writePlan } from './plan-commands.ts'
import { reportUnderWay } from './report-commands.ts'

const { officer, verifier, delegate } = demoPeople

/** Owners, plans, reports and evidence of the example world, each through the command that people use. Loaded once. */
export async function loadDemoKeeping(db: Db, at: Date): Promise<void> {
  const said = readDemoKeeping()
  const duties = said.evidence.map(({ duty }) => duty)
  const known = await db.selectFrom('evidence').select('id').where('duty', 'in', duties).limit(1).execute()
  if (known.length > 0) return
  for (const one of said.owners) await loadOwner(db, at, one)
  for (const { duty, text, milestones } of said.plans)
    for (const [version, language] of (
      ['en', ...languageCodes.filter((code) => code !== 'en')] as const
    ).entries())
      await writePlan(db, {
        actor: officer,
        at,
        duty,
        version,
        language,
        text: text[language] ?? '',
        milestones: milestones.map((one) => ({
          day: dayBefore(at, -one.days),
          text: one.text[language] ?? '',
        })),
      })
  for (const { duty, occurrence, text } of said.reports)
    await reportUnderWay(db, { actor: officer, at, duty, occurrence, language: 'en', text: text.en ?? '' })
  for (const one of said.evidence) await loadEvidence(db, at, one)
}

async function loadOwner(db: Db, at: Date, one: ReturnType<typeof readDemoKeeping>['owners'][number]) {
  await takeDuty(db, { actor: officer, at, duty: one.duty, owner: one.owner })
  if (one.givenBackBecause === undefined) return
  const { id } = await db
    .selectFrom('duty_owners')
    .select('id')
    .where('duty', '=', one.duty)
    .where('owner', '=', one.owner.replace(/^\w+:/, ''))
    .where('given_back_at', 'is', null)
    .executeTakeFirstOrThrow()
  await giveDutyBack(db, { actor: officer, at, owner: id, reason: one.givenBackBecause })
}

async function loadEvidence(db: Db, at: Date, one: DemoEvidence) {
  const added = await addEvidence(db, {
    actor: officer,
    at,
    duty: one.duty,
    kind: one.kind,
    language: 'en',
    record: one.record === undefined ? null : recordAt(one.record, ''),
    url: one.url ?? null,
    title: one.title ?? null,
    seenOn: one.url === undefined ? null : dayBefore(at, one.daysAgo),
    file: one.file === undefined ? null : await heldDemoFile(db, at, one.file),
    shows: one.shows.en ?? '',
    alsoIn: one.shows,
    happenedOn: dayBefore(at, one.daysAgo),
    visibility: one.visibility ?? 'public',
    occurrences: one.occurrences,
  })
  if ('issues' in added) throw new Error(`the example world is not sound: ${JSON.stringify(added.issues)}`)
  const evidence = added.id
  if (one.verify) await verifyEvidence(db, { actor: verifier, at, evidence, version: 1 })
  if (one.consider) {
    const { occurrence, body, daysAgo, source } = one.consider
    const noted = {
      occurrence,
      body,
      source,
      sourceUrl: null,
      consideredOn: dayBefore(at, daysAgo),
      version: 0,
    }
    await considerDuty(db, { actor: officer, at, duty: one.duty, ...noted })
  }
  if (one.contest)
    await contestEvidence(db, { actor: delegate, at, evidence, reason: one.contest.en ?? '', language: 'en' })
  if (one.answer)
    await answerContest(db, { actor: officer, at, evidence, answer: one.answer.en ?? '', language: 'en' })
  if (one.withdraw)
    await withdrawEvidence(db, { actor: officer, at, evidence, reason: one.withdraw.en ?? '' })
}

async function heldDemoFile(db: Db, at: Date, name: string) {
  const bytes = readDemoFile(name)
  return holdFile(db, 'demo', { name, type: mediaTypeOf(name), bytes }, at)
}

/** Takes away what anybody said and showed of some duties, with files that nothing else needs; the history says so. */
export async function clearKeeping(
  tx: Tx,
  duties: string[],
  { actor, at }: { actor: string; at: Date },
): Promise<void> {
  if (duties.length === 0) return
  const evidence = await tx
    .selectFrom('evidence')
    .select(['id', 'checksum'])
    .where('duty', 'in', duties)
    .orderBy('id')
    .execute()
  const considered = await tx
    .selectFrom('considerations')
    .select(['duty', 'occurrence'])
    .distinct()
    .where('duty', 'in', duties)
    .execute()
  const kept = await tx
    .selectFrom('duty_owners')
    .select('duty')
    .distinct()
    .where('duty', 'in', duties)
    .execute()
  const reports = await tx.selectFrom('duty_reports').select('id').where('duty', 'in', duties).execute()
  for (const table of ['evidence', 'considerations', 'duty_reports', 'duty_plans', 'duty_owners'] as const)
    await tx.deleteFrom(table).where('duty', 'in', duties).execute()
  await dropFiles(tx, await unused(tx, evidence))
  const gone = [
    ...evidence.map(({ id }) => ({ kind: 'evidence', id })),
    ...considered.map(({ duty, occurrence }) => ({ kind: 'consideration', id: `${duty}@${occurrence}` })),
    ...kept.map(({ duty }) => ({ kind: 'duty-keeping', id: duty })),
  ]
  for (const subject of gone) await record(tx, { act: 'mandates.clear-demo', subject, actor, parts: {} }, at)
  const texts = [
    ...evidence.map(({ id }) => ({ kind: 'evidence', id })),
    ...reports.map(({ id }) => ({ kind: 'duty-report', id })),
    ...duties.map((id) => ({ kind: 'plan', id })),
  ]
  await removeTexts(tx, texts, actor, at)
}

/** Files that no evidence, and no earlier revision of it, refers to any more. */
async function unused(tx: Tx, evidence: { checksum: string | null }[]): Promise<string[]> {
  const checksums = evidence.flatMap(({ checksum }) => checksum ?? [])
  if (checksums.length === 0) return []
  const used = await tx.selectFrom('evidence').select('checksum').where('checksum', 'in', checksums).execute()
  return checksums.filter((one) => !used.some(({ checksum }) => checksum === one))
}
